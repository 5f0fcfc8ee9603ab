using System.Text.RegularExpressions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>
/// All that somebody said to a check-in as one text. What was answered in two words stands beside what it answers, so that whoever reads it later, without
/// the question, understands it: "Who: parents", "About 20 last month."
/// </summary>
internal static partial class ToldText
{
    /// <summary>An answer of so many words at most is hardly a sentence of its own.</summary>
    private const int MostWordsOfAFragment = 3;

    public static string Of(CheckIn checkIn)
    {
        var say = Say.In(checkIn.Language);
        return string.Join('\n', [checkIn.Text ?? "", .. checkIn.Additions.Where(one => one.Text.Length > 0 && one.Text != checkIn.Text).Select(one => Line(one, say)).Distinct()]);
    }

    /// <summary>A mere figure said with what it counts.</summary>
    /// <returns><c>null</c> where something else was asked, or more than a figure answered.</returns>
    public static string? Figure(ConcreteQuestion? asked, string text, Language language) =>
        asked == ConcreteQuestion.MissingHowOften && AFigure().IsMatch(text.Trim()) ? Say.In(language)["CheckIns.FigureTold", ("said", text.Trim().TrimEnd('.'))] : null;

    private static string Line(CheckInAddition addition, Say say)
    {
        var text = addition.Text.Trim();
        if (Figure(addition.Question, text, say.Language) is { } figure) return figure;
        var isFragment = addition.Question is ConcreteQuestion.MissingWho or ConcreteQuestion.MissingHowOften or ConcreteQuestion.MissingConsequence or ConcreteQuestion.MissingTried
            && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfAFragment && !MirrorWords.Of(say).IsSentence(text);
        return isFragment ? $"{say[$"CheckIns.Heard_{Vocabulary.Write(addition.Question)}"]} {text}" : text;
    }

    [GeneratedRegex(@"^\d[\d\s.,\-–]{0,12}$")]
    private static partial Regex AFigure();
}
