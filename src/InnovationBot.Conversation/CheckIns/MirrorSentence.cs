using System.Text;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Conversation.CheckIns;

/// <summary>
/// What somebody said, in one answer or bit by bit, said back to them: "So: parents come twice because a paper is missing, about forty last month, and that leads to
/// this: they lose half a day. Right?" Their words stay theirs; nothing is added but what joins them.
/// </summary>
/// <param name="Said">The sentence, with its question.</param>
/// <param name="Quoted">All that happened, when it is too long to be said back whole; the sentence then takes out of it what matters.</param>
/// <param name="Began">What was said first, when only the answer to a question told what happened.</param>
internal sealed record MirrorSentence(string Said, string? Quoted, string? Began)
{
    /// <summary>Characters of what happens that are said back whole.</summary>
    private const int LongestTold = 480;

    /// <summary>Characters of the sentence that tells most, out of a longer text; as <see cref="LongestPart"/> of what is woven in.</summary>
    private const int LongestSentence = 240;
    private const int LongestPart = 160;

    /// <summary>Characters of a mere frequency: "about forty families last month".</summary>
    private const int LongestFrequency = 60;

    /// <summary>Characters of anything that stands by itself.</summary>
    private const int LongestShown = 2000;

    /// <summary>The answers that are woven in, in this order.</summary>
    private static readonly ConcreteQuestion[] Parts = [ConcreteQuestion.MissingHowOften, ConcreteQuestion.MissingWho, ConcreteQuestion.MissingConsequence, ConcreteQuestion.MissingTried];

    /// <param name="checkIn">With a text.</param>
    /// <param name="say">In the language that the person wrote in: two languages make no sentence.</param>
    public static MirrorSentence Of(CheckIn checkIn, Say say)
    {
        var answers = checkIn.Additions.Where(one => one.Text.Length > 0).ToLookup(one => Parts.Contains(one.Question));
        var events = answers[false].Select(one => one.Text).ToList();
        var parts = answers[true].OrderBy(one => Array.IndexOf(Parts, one.Question)).ToList();
        var what = events.Count > 0 ? string.Join('\n', events) : checkIn.Text ?? "";
        var told = Told(what, say);
        var isWhole = told.Sum(one => one.Text.Length) <= LongestTold;
        return new MirrorSentence(
            Woven(isWhole ? told : WhatMatters(told), parts, say),
            isWhole ? null : Showing.Brief(what, LongestShown),
            events.Count > 0 ? Showing.Brief(OneLine(checkIn.Text ?? ""), LongestSentence) : null);
    }

    /// <summary>Sentence by sentence. Beside what happened, "Who has solved this?" is no part of it.</summary>
    private static List<ToldSentence> Told(string what, Say say)
    {
        var all = ToldSentences.Of(what, say.Language);
        var told = all.Where(one => !one.IsQuestion).SelectMany(one => Parted(one, say)).ToList();
        return told.Count > 0 ? told : [all.Count > 0 ? all[0] : new ToldSentence(Showing.Brief(OneLine(what), LongestSentence), 0, [], false, false, false)];
    }

    private static ToldSentence[] Parted(ToldSentence sentence, Say say)
    {
        if (!sentence.IsHarm || !Tells(sentence, ProblemElement.Tried)) return [sentence];
        foreach (var (before, after) in MirrorWords.Of(say).Parted(sentence.Text))
        {
            ToldSentence[] parted = [.. ToldSentences.Of(before, say.Language), .. ToldSentences.Of(after, say.Language)];
            if (parted is [{ IsHarm: true } harm, var tried] && Tells(tried, ProblemElement.Tried) && !Tells(harm, ProblemElement.Tried)) return parted;
        }

        return [sentence];
    }

    /// <summary>The sentence that tells most, and for what it does not tell the first that does; in their order.</summary>
    private static List<ToldSentence> WhatMatters(List<ToldSentence> told)
    {
        var most = told.MaxBy(one => one.Weight)!;
        List<ToldSentence> matter = [most];
        foreach (var element in (ReadOnlySpan<ProblemElement>)[ProblemElement.Who, ProblemElement.HowOften, ProblemElement.Consequence, ProblemElement.Tried])
            if (!matter.Exists(one => Tells(one, element)) && told.Find(one => Tells(one, element)) is { } other) matter.Add(other);
        return [.. told.Where(one => matter.Exists(other => ReferenceEquals(one, other))).Select(one => one with { Text = Showing.Brief(one.Text, ReferenceEquals(one, most) ? LongestSentence : LongestPart) })];
    }

    private static string Woven(List<ToldSentence> told, List<CheckInAddition> parts, Say say)
    {
        var (words, what, after) = (MirrorWords.Of(say), new StringBuilder(), new StringBuilder());
        var asks = told is [{ IsQuestion: true }];
        var lead = told.FindIndex(1, told.Count - 1, one => FollowsFromIt(one, words));
        var woven = asks || told.Count > (lead == 1 ? 2 : 1) ? [] : parts.Where(part => Fits(part, say) && !(lead > 0 && part.Question == ConcreteQuestion.MissingConsequence)).ToList();
        for (var at = 0; at < told.Count; at++)
        {
            if (at == 0) what.Append(words.Within(told[0].Text));
            else if (at == lead) what.Append(say["CheckIns.MirrorPart_missing_consequence", ("said", words.Within(told[at].Text))]);
            else what.Append(what[^1] == '…' ? " " : ". ").Append(told[at].Text);
            if (at == 0) what.AppendJoin("", woven.Where(IsOfTheEvent).Select(part => Part(part, say)));
        }

        what.AppendJoin("", woven.Where(part => !IsOfTheEvent(part)).Select(part => Part(part, say)));
        foreach (var part in parts.Except(woven))
        {
            if (ToldText.Figure(part.Question, part.Text, say.Language) is { } figure) after.Append(' ').Append(figure);
            else after.Append(' ').Append(say[$"CheckIns.Heard_{Vocabulary.Write(part.Question)}"]).Append(' ').Append(Ended(Showing.Brief(OneLine(part.Text), LongestShown)));
        }

        return say[asks ? "CheckIns.MirrorAsked" : "CheckIns.Mirror", ("what", asks ? what.ToString() : Ended(what.ToString())), ("after", after.ToString())];

        static bool IsOfTheEvent(CheckInAddition part) => part.Question is ConcreteQuestion.MissingHowOften or ConcreteQuestion.MissingWho;
    }

    /// <summary>One sentence, on one line, that asks nothing.</summary>
    private static bool Fits(CheckInAddition part, Say say) => Trimmed(part.Text).Length <= LongestPart && ToldSentences.Of(part.Text, say.Language) is [{ IsQuestion: false }];

    /// <summary>"They lose half a day", after it was told what happens to them. Where somebody joined the two themselves, their word stands.</summary>
    private static bool FollowsFromIt(ToldSentence sentence, MirrorWords words) =>
        sentence is { IsHarm: true, Joins: false } && sentence.Text.Length <= LongestPart && !Tells(sentence, ProblemElement.Tried) && words.IsOfThem(sentence.Text);

    private static string Part(CheckInAddition addition, Say say)
    {
        var text = Trimmed(ToldText.Figure(addition.Question, addition.Text, say.Language) ?? addition.Text);
        var said = ("said", (object)MirrorWords.Of(say).Within(text));
        if (addition.Question != ConcreteQuestion.MissingHowOften) return say[$"CheckIns.MirrorPart_{Vocabulary.Write(addition.Question)}", said];
        return text.Length > LongestFrequency || MirrorWords.Of(say).IsSentence(text) ? say["CheckIns.MirrorOften", said] : say["CheckIns.MirrorPart_missing_how_often", said];
    }

    private static bool Tells(ToldSentence sentence, ProblemElement element) => sentence.Elements.Contains(element);

    private static string Trimmed(string text) => text.Trim().TrimEnd('.', '!', '…', ',', ';', ':', ' ');

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Ended(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' ? text : text + ".";
}
