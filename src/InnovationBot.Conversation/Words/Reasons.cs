using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Words;

/// <summary>Puts the reasons of a suggestion into one line, out of the stored facts alone.</summary>
public static class Reasons
{
    /// <summary>How many clauses a line holds; more do not fit a phone.</summary>
    private const int Most = 2;

    /// <summary>Characters of a case's title or sentence within a line; the whole stands on the case.</summary>
    private const int LongestQuoted = 70;

    public static string Line(Say say, IEnumerable<Reason> reasons) =>
        string.Join(say.Language.Code == "fr" ? "\u202F; " : "; ", reasons.Take(Most).Select(reason => Clause(say, reason, LongestQuoted)));

    /// <summary>All clauses, for who asks why.</summary>
    public static IEnumerable<string> All(Say say, IEnumerable<Reason> reasons) => reasons.Select(reason => Clause(say, reason, int.MaxValue));

    private static string Clause(Say say, Reason reason, int longest)
    {
        var facts = new (string, object)[reason.Facts.Count];
        var i = 0;
        foreach (var (name, value) in reason.Facts) facts[i++] = (name, name == "words" ? SharedWords(reason, value) : Wording(say, name, value, longest));
        var kind = reason.Kind == ReasonKind.CarriedCase && !reason.Facts.ContainsKey("year") ? "CarriedCaseNoYear" : reason.Kind.ToString();
        if (reason.Kind == ReasonKind.Passage && reason.Facts.GetValueOrDefault("language") is { } written && written != say.Language.Code) kind = "PassageIn";
        return say[$"Reasons.{kind}", facts];
    }

    /// <summary>"noise (hrup), police (policija)": of a case in another language the asker's own words first.</summary>
    private static string SharedWords(Reason reason, string words)
    {
        string[] shared = words.Split(", "), asked = reason.Facts.GetValueOrDefault("asked")?.Split(", ") ?? [];
        return asked.Length != shared.Length ? words : string.Join(", ", asked.Zip(shared, (own, theirs) => string.Equals(own, theirs, StringComparison.OrdinalIgnoreCase) ? theirs : $"{own} ({theirs})"));
    }

    private static string Wording(Say say, string name, string value, int longest) => name switch
    {
        "outcome" when Vocabulary.TryRead<Outcome>(value, out var outcome) => say.Word(outcome),
        "barrier" when Vocabulary.TryRead<Network.Barrier>(value, out var barrier) => say.Word(barrier),
        "language" => say.LanguageName(new Language(value)),
        "title" or "passage" => Showing.Brief(value, longest),
        _ => value,
    };
}
