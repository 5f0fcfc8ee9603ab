namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>
/// What speaks for and against an event in a text, as figures between 0 and about 2. Judged are the sentence that tells most of an event and,
/// lightly, the whole text: strategy talk around a real event does not make it less of one.
/// </summary>
internal static class Evidence
{
    private static readonly Cue[] Themes = [Cue.Culture, Cue.Digital, Cue.Speed, Cue.Silos, Cue.Citizens, Cue.Rules, Cue.Vision];

    private static readonly (string Name, int Sign, Func<Passage, Passage, double> Figure)[] Figures =
    [
        ("event", 1, (best, _) => Often(best[Cue.Event])),
        ("act", 1, (best, _) => Often(best[Cue.Act])),
        ("person", 1, (best, _) => Often(best[Cue.Person])),
        ("people", 1, (best, _) => Often(best[Cue.People])),
        ("thing", 1, (best, _) => Often(best[Cue.Thing])),
        ("place", 1, (best, _) => Often(best[Cue.Place])),
        ("anchor", 1, (best, _) => Often(best[Cue.Anchor])),
        ("often", 1, (best, _) => Often(best[Cue.Often])),
        ("quantity", 1, (best, _) => Often(best[Cue.Quantity])),
        ("cause", 1, (best, _) => Often(best.Sum(Cue.Cause, Cue.Reason))),
        ("effect", 1, (best, _) => Often(best[Cue.Effect])),
        ("past", 1, (best, _) => Often(best[Cue.Past])),
        ("self", 1, (best, _) => Often(best[Cue.Self])),
        ("not", 1, (best, _) => Often(best[Cue.Not])),
        ("event_of_somebody", 1, (best, _) => Both(best[Cue.Event], best.Sum(Cue.Person, Cue.People, Cue.Self))),
        ("event_with_something", 1, (best, _) => Both(best[Cue.Event], best.Sum(Cue.Thing, Cue.Place))),
        ("event_that_counts", 1, (best, _) => Both(best[Cue.Event], best.Sum(Cue.Quantity, Cue.Often, Cue.Anchor))),
        ("act_with_something", 1, (best, _) => Both(best[Cue.Act], best.Sum(Cue.Thing, Cue.Place))),
        ("act_that_counts", 1, (best, _) => Both(best[Cue.Act], best.Sum(Cue.Quantity, Cue.Often, Cue.Anchor, Cue.Past))),
        ("past_with_somebody", 1, (best, _) => Both(best[Cue.Past], best.Sum(Cue.Person, Cue.Thing, Cue.Place, Cue.Self))),
        ("not_of_somebody", 1, (best, _) => IsNotDone(best) ? 1 : 0),
        ("somebody_in_words_of_its_own", 1, (best, _) => !best.Has(Cue.Event) && best.Sum(Cue.Person, Cue.People) > 0 && best.Has(Cue.Plain) && Abstract(best) == 0 && IsNoWish(best) ? 1 : 0),
        ("words_of_its_own", 1, (best, _) => best.Sum(Cue.Event, Cue.Act, Cue.Past, Cue.Quantity) == 0 ? 0 : Math.Min(1, 2.0 * best[Cue.Plain] / best.Words)),
        ("nothing_abstract", 1, (best, _) => Abstract(best) + best.Sum(Cue.Modal, Cue.Need, Cue.Unreal) == 0 && Concrete(best) + best[Cue.Event] > 1 ? 1 : 0),
        ("modal", -1, (best, _) => Often(best[Cue.Modal])),
        ("aspire", -1, (best, _) => Often(best[Cue.Aspire])),
        ("ideal", -1, (best, _) => Often(best[Cue.Ideal])),
        ("theme", -1, (best, _) => Often(best.Sum(Themes))),
        ("quality", -1, (best, _) => Often(best[Cue.Quality])),
        ("degree", -1, (best, _) => Often(best[Cue.Degree])),
        ("collective", -1, (best, _) => Often(best[Cue.Collective])),
        ("target", -1, (best, _) => Often(best.Sum(Cue.Target, Cue.TargetFigure))),
        ("official", -1, (best, _) => best.Has(Cue.Event) ? 0 : Often(best[Cue.Official])),
        ("wonder", -1, (best, _) => Often(best[Cue.Wonder])),
        ("wished", -1, (best, _) => Often(best[Cue.Wished])),
        ("unreal", -1, (best, _) => best.Has(Cue.Unreal) ? 1 : 0),
        ("nominal", -1, (best, _) => Often(best[Cue.Nominal])),
        ("thing_asked_for", -1, (best, _) => best.Has(Cue.Event) ? 0 : 2 * Both(best.Sum(Cue.Need, Cue.Modal, Cue.Unreal), best[Cue.Solution])),
        ("wish_without_event", -1, (best, _) => best.Sum(Cue.Modal, Cue.Aspire, Cue.Wonder) > 0 && !best.Has(Cue.Event) && !best.Has(Cue.Past) ? 1 : 0),
        ("no_event_no_past", -1, (best, _) => best.Has(Cue.Event) || best.Has(Cue.Past) || best.Has(Cue.Act) || IsNotDone(best) ? 0 : 1),
        ("share_of_ideals_in_sentence", -1, (best, _) => Share(best)),
        ("share_of_ideals_in_text", -1, (_, whole) => Share(whole)),
    ];

    public static int Count => Figures.Length;

    public static IEnumerable<string> Names => Figures.Select(figure => figure.Name);

    /// <summary>1: can only speak for an event, -1: only against.</summary>
    public static IEnumerable<int> Signs => Figures.Select(figure => figure.Sign);

    public static void Fill(Span<double> figures, IReadOnlyList<Passage> passages)
    {
        var whole = new Passage();
        var best = new Passage();
        var most = double.NegativeInfinity;
        foreach (var passage in passages)
        {
            whole.Add(passage);
            var told = Told(passage);
            if (told > most) (best, most) = (passage, told);
        }

        for (var at = 0; at < Figures.Length; at++) figures[at] = Figures[at].Figure(best, whole);
    }

    /// <summary>A rough order of sentences by how much of an event they tell.</summary>
    public static double Told(in Passage passage) =>
        2 * passage[Cue.Event] + Concrete(passage) + passage.Sum(Cue.Quantity, Cue.Past) - Abstract(passage) - passage[Cue.Modal];

    private static double Share(in Passage passage)
    {
        double talk = Abstract(passage) + passage[Cue.Modal];
        double told = Concrete(passage) + passage.Sum(Cue.Event, Cue.Past, Cue.Quantity);
        return talk / (talk + told + 1);
    }

    /// <summary>"Young people do not vote": what somebody does not do is told, whatever the verb.</summary>
    private static bool IsNotDone(in Passage passage) =>
        !passage.Has(Cue.Event) && passage.Has(Cue.Not) && passage.Sum(Cue.Person, Cue.People, Cue.Self, Cue.Thing) > 0 && IsNoWish(passage);

    private static bool IsNoWish(in Passage passage) => passage.Sum(Cue.Modal, Cue.Unreal, Cue.Wonder, Cue.Aspire, Cue.Need) == 0;

    private static int Concrete(in Passage passage) =>
        passage.Sum(Cue.Act, Cue.Person, Cue.Thing, Cue.Place, Cue.Anchor, Cue.Often, Cue.Effect);

    private static int Abstract(in Passage passage) =>
        passage.Sum(Cue.Aspire, Cue.Ideal, Cue.Quality, Cue.Degree, Cue.Collective, Cue.Target, Cue.Official, Cue.Wonder, Cue.Nominal) + passage.Sum(Themes);

    /// <summary>0, 1, 1.5, 1.75 …: a second word of a kind says less than the first.</summary>
    private static double Often(int count) => 2 - Math.Pow(0.5, Math.Min(count, 8) - 1);

    private static double Both(int one, int other) => one > 0 && other > 0 ? 1 : 0;
}
