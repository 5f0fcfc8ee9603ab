using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards.Rounds;

/// <summary>One round: what it is for, its dates and categories, and what its reader can do in it.</summary>
public static class RoundCard
{
    public static AdaptiveCard For(AwardView view, Reading reading, string? note = null, IReadOnlyList<AwardFault>? faults = null)
    {
        var (say, round) = (reading.Say, view.Round);
        var body = new List<CardElement>();
        if (note is not null) body.Add(AwardWords.Note(note));
        if (faults is { Count: > 0 }) body.Add(AwardWords.Faults(faults, say));
        var (style, sign, text) = say.State(round, view.State);
        body.Add(HouseStyle.BadgeLine(HouseStyle.OutcomeBadge(style, sign, text), ""));
        if (round.Plan.Story is { } story) body.AddRange(HouseStyle.Lines(story));
        body.AddRange(AwardActs.For(view, reading));
        if (Dates(round, reading) is { Length: > 0 } dates) body.Add(HouseStyle.Facts([.. dates]));
        foreach (var category in round.Plan.Categories)
        {
            var count = view.Organises && round.IsPublished ? view.Counts.FirstOrDefault(one => one.Category.Key == category.Key) : null;
            body.Add(say.Labelled(category.Name, Showing.Join(
                say, say.Count("Awards.Winners", category.Winners), count is null ? null : say.Count("Awards.Nominations", count.Nominations), count is null ? null : say.Count("Awards.Jurors", count.Jurors))));
        }

        if (view.Organises) body.AddRange(AwardActs.ForOrganisers(view, reading));
        body.Add(HouseStyle.Back(say["Words.Back"], "award/list"));
        return HouseStyle.Card(say.Language.Code, round.Name, body);
    }

    private static (string, string)[] Dates(AwardRound round, Reading reading) =>
    [
        .. Enum.GetValues<AwardDate>().Where(date => date != AwardDate.Announce || round.AnnouncedAt is null).Select(date => (reading.Say.Word(date), reading.Say.When(round, date)!)).Where(one => one.Item2 is not null),
    ];
}

/// <summary>The buttons of a round.</summary>
internal static class AwardActs
{
    /// <summary>For everybody, the most important first.</summary>
    public static IEnumerable<CardElement> For(AwardView view, Reading reading)
    {
        var (say, data) = (reading.Say, AwardWords.Data(view.Round));
        if (view.State == AwardState.Call) yield return HouseStyle.StrongButton(reading.Form(say["Awards.Nominate"], "nomination/new", data));
        if (view.Endorsable > 0) yield return HouseStyle.Button(AwardWords.Act(say["Awards.EndorseList"], "award/endorse", data));
        if (view.Judges && view.State is AwardState.Jury or AwardState.Decided) yield return HouseStyle.Button(AwardWords.Act(say["Jury.Mine"], "jury/list", data));
        if (view.State == AwardState.Announced) yield return HouseStyle.Button(AwardWords.Act(say["AwardResults.ShowAll"], "award/results", data));
        if (view.State == AwardState.Announced) yield return HouseStyle.Button(AwardWords.Act(say["Awards.ShowNominated"], "award/nominated", data));
        yield return HouseStyle.Button(AwardWords.Act(say["Awards.RulesButton"], "award/rules", data));
    }

    public static IEnumerable<CardElement> ForOrganisers(AwardView view, Reading reading)
    {
        var (say, round, data) = (reading.Say, view.Round, AwardWords.Data(view.Round));
        if (!round.IsPublished) yield return HouseStyle.StrongButton(say["Events.Publish"], "award/publish", data);
        if (round.IsPublished) yield return HouseStyle.Button(AwardWords.Act(say["Awards.AllNominations"], "award/nominations", data));
        if (view.State is AwardState.Eligibility or AwardState.Jury) yield return HouseStyle.Button(AwardWords.Act(say["Jury.PeopleOpen"], "jury/people", data));
        if (round.IsScoringOver(reading.Now)) yield return HouseStyle.Button(AwardWords.Act(say["AwardResults.Ranking"], "award/ranking", data));
        if (round.IsPublished) yield return HouseStyle.Button(AwardWords.Act(say["AwardResults.Export"], "award/export", data));
        if (view.State < AwardState.Decided)
        {
            yield return HouseStyle.Button(new ShowCardAction
            {
                Title = say["Events.Edit"],
                Body =
                [
                    .. Enum.GetValues<AwardStep>().Where(step => step != AwardStep.When || !round.IsPublished)
                        .Select(step => HouseStyle.Button(reading.Form(say[$"Awards.Edit_{Vocabulary.Write(step)}"], "award/edit", data.With("step", Vocabulary.Write(step))))),
                    .. round.Plan.Categories.Select(category => HouseStyle.Button(reading.Form(Short(category.Name), "award/category", data.With("key", category.Key)))),
                    .. view.State == AwardState.Draft ? [HouseStyle.Button(reading.Form(say["Awards.NewCategory"], "award/category", data))] : Array.Empty<CardElement>(),
                ],
            });
        }

        yield return HouseStyle.Button(new ShowCardAction
        {
            Title = say["Events.MoreActs"],
            Body =
            [
                .. round.IsPublished && view.State < AwardState.Announced ? [HouseStyle.Button(reading.Form(say["Awards.Extend"], "award/extend", data))] : Array.Empty<CardElement>(),
                .. view.State == AwardState.Eligibility ? [HouseStyle.Button(AwardWords.Act(say["Awards.OpenJury"], "award/open-jury", data))] : Array.Empty<CardElement>(),
                HouseStyle.Button(AwardWords.Act(say["Events.Duplicate"], "award/copy", data)),
                .. round.IsPublished ? Array.Empty<CardElement>() : [HouseStyle.Button(AwardWords.Act(say["Events.Discard"], "award/discard", data))],
            ],
        });
    }

    private static string Short(string name) => name.Length <= 25 ? name : $"{name[..24]}…";
}

/// <summary>The rules of a round, as everybody reads them: who, what, by which criteria.</summary>
public static class RulesCard
{
    public static AdaptiveCard For(AwardRound round, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Subtle(round.Name) };
        if (round.Plan.Rules is { } rules)
        {
            if (CardUrl.TryParse(rules, out var link)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Awards.OpenRules"], Url = link }));
            else body.AddRange(HouseStyle.Lines(rules));
        }

        body.Add(HouseStyle.Paragraph(Markdown.Escape(say["Awards.RulesFixed"])));
        body.Add(HouseStyle.Subtle(say["Awards.RulesJury", ("scores", round.Plan.ScoresPerNomination), ("days", round.Plan.ObjectionDays)]));
        foreach (var categories in Alike(round.Plan.Categories))
        {
            body.Add(new TextBlock(Markdown.Escape(string.Join(", ", categories.Select(category => category.Name)))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.AddRange(categories[0].Criteria.Select(criterion => HouseStyle.Subtle(Showing.Join(say, say.Criterion(criterion), say["Awards.Weight", ("weight", criterion.Weight)]))));
        }

        body.Add(HouseStyle.Subtle(say["Awards.RulesTies"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "award/show", AwardWords.Data(round)));
        return HouseStyle.Card(say.Language.Code, say["Awards.RulesHeading"], body);
    }

    /// <summary>Categories that are scored by the same criteria, told once.</summary>
    private static List<List<AwardCategory>> Alike(List<AwardCategory> categories)
    {
        List<List<AwardCategory>> alike = [];
        foreach (var category in categories)
        {
            if (alike.Find(one => one[0].Criteria.SequenceEqual(category.Criteria)) is { } same) same.Add(category);
            else alike.Add([category]);
        }

        return alike;
    }
}
