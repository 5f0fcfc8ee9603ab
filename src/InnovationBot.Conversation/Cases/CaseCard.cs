using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases;

/// <summary>A case, read like a good half page: outcome and lesson first, then problem, what was done, what came of it, and whom to ask.</summary>
public static class CaseCard
{
    /// <summary>Longest part shown, in characters, where the card does not get larger than the channel takes: else each part is shown as far as fits.</summary>
    private const int LongestPart = 4000;

    /// <inheritdoc cref="LongestPart"/>
    private const int LongestExtra = 1000;

    /// <summary>Characters for each line of a part: what is mostly line ends is cut earlier, since every line is a block of its own.</summary>
    private const int ForEachLine = 60;

    /// <summary>Of the longest: below this nothing gets shorter any more.</summary>
    private const double LeastShare = 0.05;

    /// <param name="opened">As this reader may read it.</param>
    /// <param name="say">The reader's language.</param>
    /// <param name="way">Where it was opened from; none for a preview, which has no buttons.</param>
    /// <param name="note">Said above the rest: what a press just did.</param>
    public static AdaptiveCard For(OpenedCase opened, Say say, CaseWay? way = null, string? note = null)
    {
        for (var share = 1.0; ; share /= 2)
        {
            var card = Draw(opened, say, way, note, share);
            if (share < LeastShare || CardSize.Check(card.ToUtf8()) == CardFit.WithinBudget) return card;
        }
    }

    private static AdaptiveCard Draw(OpenedCase opened, Say say, CaseWay? way, string? note, double share)
    {
        var @case = opened.Case;
        var (part, extra) = ((int)(LongestPart * share), (int)(LongestExtra * share));
        var title = say.Title(@case);
        var body = new List<CardElement>();
        if (note is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(note))] });
        body.Add(HouseStyle.Heading(title));
        if (title != @case.Title) body.Add(HouseStyle.Subtle(say["Reading.OriginalTitle", ("title", @case.Title)]) with { Spacing = Spacing.None });
        if (Showing.Join(say, say.Origin(@case, opened.Organisation, opened.Kind), say.WrittenIn(@case)) is { Length: > 0 } origin) body.Add(HouseStyle.Subtle(origin) with { Spacing = Spacing.None });
        body.Add(HouseStyle.BadgeLine(
            say.OutcomeBadge(@case.Outcome),
            Showing.Join(say, @case.IsIncomplete ? say["Cases.Incomplete"] : null, say.Mark(opened.Mark), opened.Confirmation is { } known ? say.Confirmed(known) : null)));
        body.AddRange(Lesson(@case, part, say));
        if (@case.State == CaseState.Archived) body.Add(HouseStyle.Subtle(say["Organise.NotInUse"]));
        if (Scheme(opened, say) is { } scheme) body.Add(HouseStyle.Subtle(scheme));
        body.AddRange(Part(say["Cases.Problem"], @case.Problem, part));
        body.AddRange(Part(say["Cases.WhatWasDone"], @case.WhatWasDone, part));
        body.AddRange(CaseResults.For(@case, part, say));
        if (@case.FirstNextTime is { Length: > 0 } first) body.AddRange(Part(say["Reading.FirstNextTime"], first, extra));
        if (@case.WorksElsewhereWhen is { Length: > 0 } elsewhere) body.AddRange(Part(say["Reading.WorksElsewhereWhen"], elsewhere, extra));
        if (way is not null && IsCut(@case, say, part, extra)) body.Add(HouseStyle.Button(say["Reading.ReadAll"], "case/text", way.Data(@case.Id)));
        body.AddRange(CaseFacts.For(opened, say));
        body.AddRange(CasePeople.For(opened, say, way));
        if (way is not null) body.AddRange(CaseActions.For(opened, say, way));
        return new AdaptiveCard
        {
            Lang = say.Language.Code,
            FallbackText = title,
            Speak = say["Cases.Speak", ("title", title), ("outcome", say.Word(@case.Outcome))],
            Body = body,
        };
    }

    internal static IEnumerable<CardElement> Part(string title, string text, int most)
    {
        yield return PartTitle(title);
        foreach (var line in HouseStyle.Lines(Shown(text, most))) yield return line;
    }

    /// <summary>What may be long of a case, in the order in which it is read; of an extra the card shows less.</summary>
    internal static IReadOnlyList<(string Title, string? Text, bool IsExtra)> LongTexts(Case @case, Say say) =>
    [
        (say.Name(CaseField.Lesson), @case.Lesson, false), (say["Cases.Problem"], @case.Problem, false), (say["Cases.WhatWasDone"], @case.WhatWasDone, false), (say["Cases.Result"], @case.Result, false),
        (say["Reading.FirstNextTime"], @case.FirstNextTime, true), (say["Reading.WorksElsewhereWhen"], @case.WorksElsewhereWhen, true),
    ];

    private static bool IsCut(Case @case, Say say, int part, int extra) =>
        LongTexts(@case, say).Any(one => one.Text is { } text && Shown(text, one.IsExtra ? extra : part) != text);

    /// <summary>The beginning: so many characters, and not too many lines.</summary>
    private static string Shown(string text, int most)
    {
        var left = Math.Max(3, most / ForEachLine);
        for (var i = 0; i < text.Length && i < most; i++)
            if (text[i] is '\n' or '\u0085' or '\u2028' or '\u2029' || (text[i] == '\r' && text.AsSpan(i + 1) is not ['\n', ..]))
                if (--left == 0) return $"{text.AsSpan(0, i).TrimEnd()}…";
        return Cut(text, most);
    }

    internal static TextBlock PartTitle(string title) => new(Markdown.Escape(title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };

    internal static string Cut(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, most - 1).TrimEnd(), "…");

    /// <summary>The lesson; for readers of another language the English one first and the author's own words under it.</summary>
    private static IEnumerable<CardElement> Lesson(Case @case, int most, Say say)
    {
        if (say.Lesson(@case) is not { Length: > 0 } lesson)
        {
            yield return HouseStyle.Subtle(say["Cases.NoLesson"]);
            yield break;
        }

        var items = new List<CardElement> { HouseStyle.Labelled(say["Cases.Lesson"], Cut(lesson, most)) };
        if (lesson != @case.Lesson && @case.Lesson is { Length: > 0 } original) items.Add(HouseStyle.Subtle(Cut(original, most)));
        yield return new Container { Style = ContainerStyle.Emphasis, Items = items };
    }

    /// <summary>What a case belonged to may end; what was learned stays.</summary>
    private static string? Scheme(OpenedCase opened, Say say) => opened.Scheme switch
    {
        null => null,
        { EndedOn: { } ended } scheme => say["Reading.SchemeEnded", ("scheme", scheme.Name), ("month", say.Month(new DateTimeOffset(ended, TimeOnly.MinValue, TimeSpan.Zero)))],
        var scheme => say["Reading.Scheme", ("scheme", scheme.Name)],
    };
}
