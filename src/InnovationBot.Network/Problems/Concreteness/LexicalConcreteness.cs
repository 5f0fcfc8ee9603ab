namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>
/// Judges by the words of each language (friction, acts, people, things and times against wishes, ideals and targets) and fitted weights. Needs no
/// model, keeps nothing, and takes microseconds; a language the bot does not speak is read by the English words.
/// </summary>
public sealed class LexicalConcreteness : IConcreteness
{
    private const int MostWordsOfALabel = 4;

    ValueTask<ConcreteFinding> IConcreteness.Assess(string text, Language language, CancellationToken stop) => new(Assess(text, language));

    /// <summary>At once, and asks nobody.</summary>
    public ConcreteFinding Assess(string text, Language language)
    {
        var passages = PassageReader.Read(text, Wordbook.Of(language));
        if (passages.Count == 0) return new ConcreteFinding(true, [], ConcreteQuestion.LastTime);

        Span<double> figures = stackalloc double[Evidence.Count];
        Evidence.Fill(figures, passages);
        var isConcrete = Weights.Fitted.Score(figures) > 0;

        var whole = new Passage();
        foreach (var passage in passages) whole.Add(passage);
        var elements = Elements(whole, isConcrete);
        return isConcrete ? ConcreteFinding.Told(elements) : new ConcreteFinding(true, elements, Heard(text, whole, language));
    }

    /// <summary>A label of two words in another language than the person's ("kultura inovativnosti") is too short to tell which, and is heard all the same.</summary>
    private static ConcreteQuestion Heard(string text, in Passage whole, Language language)
    {
        var heard = NextQuestion.Heard(whole);
        if (heard != ConcreteQuestion.LastTime || whole.Words > MostWordsOfALabel) return heard;
        foreach (var other in Language.Spoken.Where(other => other != language))
        {
            var read = new Passage();
            foreach (var passage in PassageReader.Read(text, Wordbook.Of(other))) read.Add(passage);
            if (NextQuestion.Heard(read) is var there and not ConcreteQuestion.LastTime) return there;
        }

        return heard;
    }

    internal static List<ProblemElement> Elements(in Passage whole, bool isConcrete)
    {
        List<ProblemElement> elements = [];
        if (isConcrete) elements.Add(ProblemElement.What);
        if (whole.Has(Cue.Person) || (isConcrete && whole.Sum(Cue.People, Cue.Self, Cue.We) > 0)) elements.Add(ProblemElement.Who);
        if (isConcrete && whole.Sum(Cue.Often, Cue.Quantity) > 0) elements.Add(ProblemElement.HowOften); // elsewhere a number is a target
        if (whole.Sum(Cue.Place, Cue.Anchor) > 0) elements.Add(ProblemElement.WhereWhen);
        if (isConcrete && whole.Sum(Cue.Cause, Cue.Effect) > 0) elements.Add(ProblemElement.Consequence);
        if (whole.Has(Cue.Tried)) elements.Add(ProblemElement.Tried);
        return elements;
    }
}
