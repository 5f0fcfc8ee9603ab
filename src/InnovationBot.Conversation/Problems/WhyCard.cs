using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Feedback;

namespace InnovationBot.Conversation.Problems;

/// <summary>Why each thing of an answer is in it: every reason, the parts its place comes from in words, and what readers said of it.</summary>
public static class WhyCard
{
    // From here on a part counts much, and some.
    private const double Much = 0.66;
    private const double Some = 0.33;
    private const double Little = 0.05;

    public static AdaptiveCard For(ExplainedAnswer explained, Say say)
    {
        var answer = explained.Answer;
        var body = new List<CardElement>();
        if (answer.Cases.Count == 0 && answer.People.Count == 0) body.Add(HouseStyle.Paragraph(say["Problems.WhyNothing"]));
        body.AddRange(answer.Cases.Select(shown => Of(shown, explained, say)));
        body.AddRange(answer.People.Select(shown => Of(shown, say)));
        if (answer.Cases.Count > 0 || answer.People.Count > 0) body.Add(HouseStyle.Subtle(say["Problems.WhyRules"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "problem/show", ("problem", answer.Problem.Id.ToString())));
        return HouseStyle.Card(say.Language.Code, say["Problems.WhyHeading"], body);
    }

    private static Container Of(SuggestedCase shown, ExplainedAnswer explained, Say say)
    {
        var (suggestion, @case) = (shown.Suggestion, shown.Case);
        List<CardElement> items =
        [
            new TextBlock(Markdown.Escape(say.Title(@case))) { Weight = TextWeight.Bolder },
            HouseStyle.Subtle(say.Line(@case, shown.Organisation, shown.Kind, shown.Confirmation)) with { Spacing = Spacing.None },
            .. Clauses(suggestion.Reasons, say),
            .. Parts(suggestion.Parts, say),
        ];
        if (explained.Counts.GetValueOrDefault(@case.Id) is { } count)
            items.Add(HouseStyle.Subtle(say["Problems.WhyReaders", ("helped", count.Helped), ("not", count.DidNotFit)]));
        items.AddRange(Feedback(suggestion, explained.Said.TryGetValue(suggestion.Id, out var helped) ? helped : null, say));
        return new Container { Separator = true, Spacing = Spacing.Medium, Items = items };
    }

    private static Container Of(SuggestedPerson shown, Say say) => new()
    {
        Separator = true,
        Spacing = Spacing.Medium,
        Items =
        [
            new TextBlock(Markdown.Escape(say.Person(shown.Shown))) { Weight = TextWeight.Bolder },
            HouseStyle.Subtle(say.PersonLine(shown.Shown)) with { Spacing = Spacing.None },
            .. Clauses(shown.Reasons, say),
            .. Parts(shown.Suggestion.Parts, say),
        ],
    };

    /// <summary>A reason a line; in the passage the words that both have stand out.</summary>
    private static IEnumerable<CardElement> Clauses(IReadOnlyList<Reason> reasons, Say say)
    {
        var shared = reasons.FirstOrDefault(reason => reason.Kind == ReasonKind.SharedWords)?.Facts.GetValueOrDefault("words")?.Split(", ") ?? [];
        foreach (var (reason, clause) in reasons.Zip(Reasons.All(say, reasons)))
        {
            yield return reason.Kind == ReasonKind.Passage && reason.Facts.GetValueOrDefault("passage") is { } passage
                ? new RichTextBlock { Spacing = Spacing.Small, Inlines = [.. Highlighted(clause, passage, shared)] }
                : HouseStyle.Paragraph(Markdown.Escape(clause));
        }
    }

    /// <summary>The clause with the shared words of its passage in bold.</summary>
    internal static IEnumerable<TextRun> Highlighted(string clause, string passage, IReadOnlyList<string> shared)
    {
        var start = clause.IndexOf(passage, StringComparison.Ordinal);
        if (start < 0 || shared.Count == 0) return [new TextRun(clause)];
        var runs = new List<TextRun>();
        var at = 0;
        while (at < clause.Length)
        {
            var (next, length) = Next(clause, Math.Max(at, start), start + passage.Length, shared);
            if (length == 0) break;
            if (next > at) runs.Add(new TextRun(clause[at..next]));
            runs.Add(new TextRun(clause.Substring(next, length)) { Weight = TextWeight.Bolder });
            at = next + length;
        }

        if (at < clause.Length) runs.Add(new TextRun(clause[at..]));
        return runs;
    }

    private static (int At, int Length) Next(string text, int from, int until, IReadOnlyList<string> words)
    {
        var (at, length) = (until, 0);
        foreach (var word in words)
        {
            if (word.Length == 0) continue;
            var found = text.IndexOf(word, from, until - from, StringComparison.OrdinalIgnoreCase);
            if (found >= 0 && (found < at || (found == at && word.Length > length))) (at, length) = (found, word.Length);
        }

        return (at, length);
    }

    private static IEnumerable<CardElement> Parts(List<ScorePart> parts, Say say)
    {
        if (parts.Count == 0) yield break;
        yield return HouseStyle.Subtle(Showing.Join(say, [.. parts.Select(part => say[$"Problems.Part_{Vocabulary.Write(part.Kind)}", ("much", HowMuch(part.Value, say))])]));
    }

    private static string HowMuch(double value, Say say) =>
        say[value >= Much ? "Problems.PartMuch" : value >= Some ? "Problems.PartSome" : value >= Little ? "Problems.PartLittle" : "Problems.PartNone"];

    private static IEnumerable<CardElement> Feedback(Suggestion suggestion, bool? said, Say say)
    {
        var of = CardData.Of(("suggestion", suggestion.Id.ToString()));
        if (said is { } helped)
        {
            yield return HouseStyle.Paragraph(say[helped ? "Problems.SaidHelped" : "Problems.SaidNotFit"]);
            yield return HouseStyle.Button(Quiet(say["Problems.TakeBack"], "problem/feedback-back", of));
            yield break;
        }

        yield return HouseStyle.Button(Quiet(say["Problems.ThisHelped"], "problem/helped", of));
        yield return HouseStyle.Button(Quiet(say["Problems.DidNotFit"], "problem/not-fit", of));
    }

    private static ExecuteAction Quiet(string title, string verb, CardData data) => new() { Title = title, Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None };
}
