using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Cases;

/// <summary>A case, read like a good half page: outcome and lesson first, then problem, what was done, what came of it.</summary>
public static class CaseCard
{
    /// <summary>Longest part shown, in characters; the whole card must stay under the channel's limit.</summary>
    private const int LongestPart = 3500;

    public static AdaptiveCard For(OpenedCase opened, Say say, CardElement? back = null)
    {
        var @case = opened.Case;
        var body = new List<CardElement>
        {
            HouseStyle.Heading(@case.Title),
            HouseStyle.Subtle(Showing.Join(
                say,
                say.Origin(@case, opened.Organisation, opened.Kind),
                @case.Language == say.Language ? null : say["Cases.InLanguage", ("language", say.LanguageName(@case.Language))])) with { Spacing = Spacing.None },
            HouseStyle.BadgeLine(say.OutcomeBadge(@case.Outcome), @case.IsIncomplete ? say["Cases.Incomplete"] : ""),
            Lesson(@case, say),
        };
        body.AddRange(Part(say["Cases.Problem"], @case.Problem));
        body.AddRange(Part(say["Cases.WhatWasDone"], @case.WhatWasDone));
        if (@case.Result is { Length: > 0 } result) body.AddRange(Part(say["Cases.Result"], result));
        if (Facts(opened, say) is { Count: > 0 } facts) body.Add(HouseStyle.Facts([.. facts]) with { Spacing = Spacing.Medium });
        body.AddRange(Links(@case, say));
        if (back is not null) body.Add(back);
        return new AdaptiveCard
        {
            Lang = say.Language.Code,
            FallbackText = @case.Title,
            Speak = say["Cases.Speak", ("title", @case.Title), ("outcome", say.Word(@case.Outcome))],
            Body = body,
        };
    }

    private static CardElement Lesson(Case @case, Say say) => @case.Lesson is { Length: > 0 } lesson
        ? new Container { Style = ContainerStyle.Emphasis, Items = [HouseStyle.Labelled(say["Cases.Lesson"], Cut(lesson))] }
        : HouseStyle.Subtle(say["Cases.NoLesson"]);

    private static IEnumerable<CardElement> Part(string title, string text)
    {
        yield return new TextBlock(Markdown.Escape(title)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
        foreach (var line in HouseStyle.Lines(Cut(text))) yield return line;
    }

    private static List<(string, string)> Facts(OpenedCase opened, Say say)
    {
        var @case = opened.Case;
        var facts = new List<(string, string)>();
        if (@case.PolicyArea is { Length: > 0 } area) facts.Add((say["Cases.PolicyArea"], area));
        if (@case.Users is { } users) facts.Add((say["Cases.Users"], say.Word(users)));
        if (@case.Partners.Count > 0) facts.Add((say["Cases.Partners"], string.Join(", ", @case.Partners)));
        if (@case.Barriers.Count > 0) facts.Add((say["Cases.Barriers"], string.Join(", ", @case.Barriers.Select(say.Word))));
        var named = opened.Contacts.Where(contact => contact.IsNamed).Select(contact => contact.Name!).ToList();
        if (named.Count > 0) facts.Add((say["Cases.PeopleToAsk"], string.Join(", ", named)));
        return facts;
    }

    /// <summary>Links as their authors gave them; the bot never follows them for anybody.</summary>
    private static IEnumerable<CardElement> Links(Case @case, Say say)
    {
        var links = new List<CardUrl>();
        foreach (var link in @case.Links)
            if (links.Count < 3 && CardUrl.TryParse(link, out var url)) links.Add(url);
        for (var i = 0; i < links.Count; i++)
            yield return HouseStyle.Button(new OpenUrlAction
            {
                Title = links.Count == 1 ? say["Cases.Links"] : $"{say["Cases.Links"]} {i + 1}",
                Tooltip = new Uri(links[i].Value).Host,
                Url = links[i],
            });
    }

    private static string Cut(string text) => text.Length <= LongestPart ? text : string.Concat(text.AsSpan(0, LongestPart - 1), "…");
}
