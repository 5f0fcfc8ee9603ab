using System.Collections.Frozen;
using System.Text.Json;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>
/// Tells elements by word beginnings and phrases of each language, from the embedded <c>cues.json</c>: rough, but at once and without a
/// model. A text without any event is abstract, however long it is and whatever figures it carries; one with an event is
/// not, whatever fashionable words it carries.
/// </summary>
public sealed class CueConcreteness : IConcreteness
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string[]>> Cues = Read();

    /// <summary>Asked for in this order when a text tells an event and nothing else.</summary>
    private static readonly (ProblemElement Element, ConcreteQuestion Question)[] Missing =
    [
        (ProblemElement.Who, ConcreteQuestion.MissingWho),
        (ProblemElement.HowOften, ConcreteQuestion.MissingHowOften),
        (ProblemElement.Consequence, ConcreteQuestion.MissingConsequence),
        (ProblemElement.Tried, ConcreteQuestion.MissingTried),
    ];

    public ConcreteFinding Assess(string text, Language language)
    {
        var cues = Cues.GetValueOrDefault(language.Code) ?? Cues[Language.English.Code];
        var padded = Normalise(text);
        List<ProblemElement> elements = [.. Enum.GetValues<ProblemElement>().Where(element => Tells(Vocabulary.Write(element)))];
        var isAbstract = !(elements.Contains(ProblemElement.What) && elements.Count >= 2);
        return new ConcreteFinding(isAbstract, elements, isAbstract ? Heard() : Next());

        bool Tells(string cue) => cues[cue].Any(beginning => padded.Contains(beginning, StringComparison.Ordinal));

        ConcreteQuestion Heard() => elements.Contains(ProblemElement.What) ? ConcreteQuestion.MissingWho : Enum.GetValues<ConcreteQuestion>()
            .TakeWhile(question => question != ConcreteQuestion.MissingWho)
            .Reverse() // a wished-for solution or a vision says more about what to ask than the word innovation beside it
            .Where(question => Tells(Vocabulary.Write(question)))
            .Select(question => (ConcreteQuestion?)question)
            .FirstOrDefault() ?? ConcreteQuestion.LastTime;

        ConcreteQuestion? Next() => Missing
            .Where(one => !elements.Contains(one.Element)).Select(one => (ConcreteQuestion?)one.Question).FirstOrDefault();
    }

    /// <summary>Lower case, every run of white space and punctuation one space, so that a cue is found at a word's beginning.</summary>
    private static string Normalise(string text) => string.Create(text.Length + 2, text, static (padded, text) =>
    {
        padded[0] = padded[^1] = ' ';
        for (var at = 0; at < text.Length; at++)
        {
            padded[at + 1] = char.IsLetterOrDigit(text[at]) || text[at] is '%' or '-' ? char.ToLowerInvariant(text[at]) : ' ';
        }
    });

    private static FrozenDictionary<string, FrozenDictionary<string, string[]>> Read()
    {
        using var data = typeof(CueConcreteness).Assembly.GetManifestResourceStream("cues.json")!;
        var read = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(data)!;
        return read.ToFrozenDictionary(
            language => language.Key,
            language => language.Value.ToFrozenDictionary(
                cue => cue.Key,
                cue => cue.Value.Select(beginning => beginning.StartsWith(' ') || beginning == "%" ? beginning : " " + beginning.Replace('\'', ' ')).ToArray()));
    }
}
