using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>
/// What somebody said, bit by bit, as one sentence: "So: parents come twice because a paper is missing, about forty last month, and that leads to this:
/// they lose half a day. Right?" Their words stay theirs; what does not fit into a sentence stands after it, or above as a quotation.
/// </summary>
/// <param name="Said">The sentence, with its question.</param>
/// <param name="Quoted">What happened, when it is too long to be part of the sentence.</param>
/// <param name="Began">What was said first, when only the answer to a question told what happened.</param>
internal sealed partial record MirrorSentence(string Said, string? Quoted, string? Began)
{
    /// <summary>Characters of what happens within the sentence; as <see cref="LongestPart"/> of each other part.</summary>
    private const int LongestEvent = 240;
    private const int LongestPart = 120;

    /// <summary>Characters of anything that stands by itself.</summary>
    private const int LongestShown = 2000;

    private static readonly FrozenDictionary<ConcreteQuestion, int> Parts = new Dictionary<ConcreteQuestion, int>
    {
        [ConcreteQuestion.MissingWho] = 0, [ConcreteQuestion.MissingHowOften] = 1, [ConcreteQuestion.MissingConsequence] = 2, [ConcreteQuestion.MissingTried] = 3,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, FrozenSet<string>> SmallWords = Language.Spoken.ToFrozenDictionary(
        language => language.Code, language => Say.In(language)["CheckIns.MirrorSmallWords"].Split(';').Select(CommandWords.Normalise).ToFrozenSet());

    /// <param name="checkIn">With a text.</param>
    /// <param name="say">In the language that the person wrote in: two languages make no sentence.</param>
    public static MirrorSentence Of(CheckIn checkIn, Say say)
    {
        var events = checkIn.Additions.Where(one => !Parts.ContainsKey(one.Question)).Select(one => one.Text).ToList();
        var what = events.Count > 0 ? string.Join("; ", events.Select(Trimmed)) : checkIn.Text ?? "";
        var more = new StringBuilder();
        var after = new StringBuilder();
        foreach (var addition in checkIn.Additions.Where(one => Parts.ContainsKey(one.Question)).OrderBy(one => Parts[one.Question]))
        {
            if (Fits(addition.Text, LongestPart)) more.Append(Part(addition, say));
            else after.Append(' ').Append(say[$"CheckIns.Heard_{Vocabulary.Write(addition.Question)}"]).Append(' ').Append(Ended(Showing.Brief(OneLine(addition.Text), LongestShown)));
        }

        var isPart = Fits(what, LongestEvent);
        var said = isPart
            ? say["CheckIns.Mirror", ("what", Small(what, say)), ("more", more.ToString()), ("after", after.ToString())]
            : say["CheckIns.MirrorQuoted", ("more", more.ToString()), ("after", after.ToString())];
        return new MirrorSentence(said, isPart ? null : Showing.Brief(what, LongestShown), events.Count > 0 ? Showing.Brief(OneLine(checkIn.Text ?? ""), LongestPart * 2) : null);
    }

    private static string Part(CheckInAddition addition, Say say) => addition.Question switch
    {
        ConcreteQuestion.MissingHowOften when Figure().IsMatch(Trimmed(addition.Text)) => say["CheckIns.MirrorFigure", ("said", Trimmed(addition.Text))],
        _ => say[$"CheckIns.MirrorPart_{Vocabulary.Write(addition.Question)}", ("said", Small(addition.Text, say))],
    };

    /// <summary>One sentence, on one line, that asks nothing.</summary>
    private static bool Fits(string text, int most) =>
        Trimmed(text) is { Length: > 0 } trimmed && trimmed.Length <= most && !trimmed.Contains('\n') && !trimmed.EndsWith('?') && !Ends().IsMatch(trimmed);

    /// <summary>As it is written in the middle of a sentence: a first word that is no name and no noun begins small.</summary>
    private static string Small(string text, Say say)
    {
        var trimmed = Trimmed(text);
        var first = trimmed.AsSpan(0, Math.Max(0, trimmed.AsSpan().IndexOfAny(' ', '’', '\''))).TrimEnd(',');
        return first.Length > 0 && SmallWords[say.Language.Code].Contains(CommandWords.Normalise(first.ToString())) ? char.ToLower(trimmed[0], say.Culture) + trimmed[1..] : trimmed;
    }

    private static string Trimmed(string text) => text.Trim().TrimEnd('.', '!', '…', ',', ';', ':', ' ');

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Ended(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";

    [GeneratedRegex(@"^\d[\d\s.,\-–]{0,12}$")]
    private static partial Regex Figure();

    /// <summary>A sentence ends within; "3. March" and "approx. ten" do not.</summary>
    [GeneratedRegex(@"[!?…]\s|[\p{L})]{4,}\.\s+\p{Lu}")]
    private static partial Regex Ends();
}
