using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Cases;

/// <summary>What else is known of a case: facts in small, what can be taken over, links as their authors gave them, which the bot never follows for anybody.</summary>
internal static class CaseFacts
{
    private const int MostLinks = 5;
    private const int MostTakeOvers = 5;

    public static IEnumerable<CardElement> For(OpenedCase opened, Say say)
    {
        if (Facts(opened, say) is { Count: > 0 } facts) yield return HouseStyle.Facts([.. facts]) with { Spacing = Spacing.Medium };
        if (opened.Case.Mandate is { Link: { } link } && CardUrl.TryParse(link, out var mandate)) yield return Open(say["Reading.MandateOpen"], mandate);
        foreach (var element in TakeOvers(opened.Case, say)) yield return element;
        foreach (var element in Links(opened.Case, say)) yield return element;
    }

    private static List<(string, string)> Facts(OpenedCase opened, Say say)
    {
        var @case = opened.Case;
        var facts = new List<(string, string)>();
        Add("Reading.Service", @case.Service);
        Add("Reading.Affected", @case.Affected);
        Add("Cases.PolicyArea", @case.PolicyArea);
        Add("Reading.Period", Period(@case, say));
        Add("Reading.Cost", @case.Cost is { } cost ? say.Word(cost) : null);
        Add("Reading.Effort", @case.Effort is { } effort ? say.Word(effort) : null);
        Add("Cases.Users", @case.Users is { } users ? @case.UsersHow is { Length: > 0 } how ? say.Named(say.Word(users), how) : say.Word(users) : null);
        Add("Cases.Partners", string.Join(", ", opened.Partners.Select(partner => partner.Name ?? say.Word(partner.Sector!.Value))));
        Add("Cases.Barriers", string.Join(", ", @case.Barriers.Select(say.Word)));
        Add("Reading.Mandate", @case.Mandate?.Reference);
        return facts;

        void Add(string key, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) facts.Add((say[key], CaseCard.Cut(value, 400)));
        }
    }

    private static string? Period(Case @case, Say say) => (@case.StartedOn, @case.EndedOn) switch
    {
        ({ } from, { } to) => $"{Month(from, say)} – {Month(to, say)}",
        ({ } from, null) => say["Reading.Since", ("month", Month(from, say))],
        (null, { } to) => Month(to, say),
        _ => null,
    };

    private static string Month(DateOnly day, Say say) => day.ToString(say["Words.MonthFormat"], say.Culture);

    private static IEnumerable<CardElement> TakeOvers(Case @case, Say say)
    {
        if (@case.TakeOvers.Count == 0) yield break;
        yield return CaseCard.PartTitle(say["Reading.TakeOver"]);
        foreach (var item in @case.TakeOvers.Take(MostTakeOvers))
        {
            var told = Showing.Join(say, item.Language is { } language ? say.LanguageName(language) : null, item.Licence ?? say["Reading.NoLicence"]);
            if (CardUrl.TryParse(item.Link, out var url)) yield return Open(say.Word(item.Kind), url);
            yield return HouseStyle.Subtle(told) with { Spacing = Spacing.None };
        }
    }

    private static IEnumerable<CardElement> Links(Case @case, Say say)
    {
        var links = new List<CardUrl>();
        foreach (var link in @case.Links)
            if (links.Count < MostLinks && CardUrl.TryParse(link, out var url)) links.Add(url);
        for (var i = 0; i < links.Count; i++)
            yield return Open(links.Count == 1 ? say["Cases.Links"] : $"{say["Cases.Links"]} {(i + 1).ToString(CultureInfo.InvariantCulture)}", links[i]);
    }

    private static ActionSet Open(string title, CardUrl url) =>
        HouseStyle.Button(new OpenUrlAction { Url = url, Tooltip = new Uri(url.Value).Host, Title = title });
}
