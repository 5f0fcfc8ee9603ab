using System.Globalization;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>
/// Puts what a step's fields hold into a case's content. Clients leave out a field that is empty: of a form that came whole, what is not there was
/// emptied. Of one that did not, what is not there stays as it was.
/// </summary>
/// <param name="data">What the form brought.</param>
/// <param name="step">The step it was.</param>
/// <param name="c">What the draft holds.</param>
internal sealed class CaseFormInput(PressData data, DraftStep step, CaseContent c)
{
    /// <summary>Longer than any field may be, so that the rules say by how much it is too long.</summary>
    private const int Most = 20_000;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-MM"];

    /// <summary>Every client sends the fields that always hold something; where a step has none, any field tells.</summary>
    private readonly bool isWhole = step switch
    {
        DraftStep.Problem => data.Has("title"),
        DraftStep.Done => data.Has("cost") && data.Has("effort"),
        DraftStep.Results => data.Has("notMeasured"),
        DraftStep.Lessons => new[] { "lesson", "first", "elsewhere", "englishTitle", "englishLesson", "barriers" }.Any(data.Has),
        DraftStep.Partners => data.Has("sector0"),
        DraftStep.Context => data.Has("tier") && data.Has("country"),
        DraftStep.TakeOver => data.Has("kind0"),
        _ => false,
    };

    public CaseContent Read() => step switch
    {
        DraftStep.Problem => c with
        {
            Title = Text("title", c.Title) ?? "", Problem = Text("problem", c.Problem) ?? "", Service = Text("service", c.Service), Affected = Text("affected", c.Affected),
        },
        DraftStep.Done => c with
        {
            WhatWasDone = Text("done", c.WhatWasDone) ?? "", StartedOn = Day("started", c.StartedOn), EndedOn = Day("ended", c.EndedOn),
            Cost = Word("cost", c.Cost), Effort = Word("effort", c.Effort), Outcome = Word("outcome", c.Outcome),
        },
        DraftStep.Results => c with
        {
            Result = Text("result", c.Result), NotMeasured = data.Has("notMeasured") ? data.Flag("notMeasured") : c.NotMeasured,
            Results = Rows(CaseRules.MostResults, c.Results, (i, row) => new ResultRow(
                Text($"indicator{i}", row?.Indicator) ?? "", Text($"before{i}", row?.Before), Text($"after{i}", row?.After), Text($"how{i}", row?.HowMeasured)) is var read
                && read is { Indicator: "", Before: null, After: null, HowMeasured: null } ? null : read),
        },
        DraftStep.Lessons => c with
        {
            Lesson = Text("lesson", c.Lesson), FirstNextTime = Text("first", c.FirstNextTime), WorksElsewhereWhen = Text("elsewhere", c.WorksElsewhereWhen),
            EnglishTitle = English("englishTitle", c.EnglishTitle), EnglishLesson = English("englishLesson", c.EnglishLesson),
            Barriers = [.. data.Choices("barriers").Select(word => Vocabulary.TryRead<Network.Barrier>(word, out var barrier) ? barrier : (Network.Barrier?)null).OfType<Network.Barrier>().Distinct()],
        },
        DraftStep.Partners => c with
        {
            Users = Word("users", c.Users), UsersHow = Text("usersHow", c.UsersHow),
            Partners = Rows(CaseRules.MostPartners, c.Partners, (i, partner) => new PartnerNamed(
                Text($"partner{i}", partner?.Name) ?? "", Word($"sector{i}", partner?.Sector), Text($"email{i}", partner?.Email)) is var read
                && read is { Name: "", Email: null } ? null : read),
        },
        DraftStep.Context => c with
        {
            Tier = Word("tier", c.Tier), PolicyArea = Text("area", c.PolicyArea), Country = Code("country", c.Country) is { } country ? Countries.Code(country) ?? c.Country : null,
            Mandate = Mandate(c.Mandate), Scheme = Text("scheme", c.Scheme), SchemeEndedOn = Day("schemeEnded", c.SchemeEndedOn),
            Language = Code("language", c.Language?.Code) is { Length: 2 } code ? new Language(code) : c.Language,
        },
        DraftStep.TakeOver => c with
        {
            Links = isWhole || data.Has("links") ? [.. data.Text("links", Most).Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] : c.Links,
            TakeOvers = Rows(CaseRules.MostTakeOvers, c.TakeOvers, TakeOver),
        },
        DraftStep.Readers => c with
        {
            Readers = data.Word<Readers>("readers") ?? c.Readers, ShownAs = data.Word<ShownAs>("shownAs") ?? c.ShownAs,
            AuthorMayBeAsked = data.Has("mayBeAsked") ? data.Flag("mayBeAsked") : c.AuthorMayBeAsked,
        },
        _ => c,
    };

    /// <summary>What was sent and is no answer to its field: no date, or none of the answers there are. It changes nothing and is named.</summary>
    public IReadOnlyList<CaseFaultAt> Unread() => step switch
    {
        DraftStep.Done => [.. Days(CaseField.Period, "started", "ended"), .. Words<Outcome>(CaseField.Outcome, "outcome"), .. Words<CostBand>(CaseField.Cost, "cost"), .. Words<EffortBand>(CaseField.Effort, "effort")],
        DraftStep.Lessons => [.. Words<Network.Barrier>(CaseField.Barriers, data.Choices("barriers"))],
        DraftStep.Partners => [.. Words<UsersPart>(CaseField.Users, "users"), .. Words<Sector>(CaseField.Partners, Fields("sector", CaseRules.MostPartners))],
        DraftStep.Context =>
        [
            .. Words<Tier>(CaseField.Tier, "tier"), .. Days(CaseField.Scheme, "schemeEnded"),
            .. Wrong(CaseField.Country, data.Text("country", Most), code => Countries.Code(code) is not null), .. Wrong(CaseField.Language, data.Text("language", Most), IsCode),
        ],
        DraftStep.TakeOver => [.. Words<TakeOverKind>(CaseField.TakeOvers, Fields("kind", CaseRules.MostTakeOvers))],
        DraftStep.Readers => [.. Words<Readers>(CaseField.Readers, "readers"), .. Words<ShownAs>(CaseField.ShownAs, "shownAs")],
        _ => [],
    };

    private IEnumerable<string> Fields(string name, int most) => Enumerable.Range(0, most).Select(i => data.Text($"{name}{i}", Most));

    private IEnumerable<CaseFaultAt> Days(CaseField field, params string[] days) =>
        days.Select(day => data.Text(day, Most)).Any(text => text.Length > 0 && ReadDay(text) is null) ? [new(field, CaseFault.NotADate)] : [];

    private IEnumerable<CaseFaultAt> Words<TEnum>(CaseField field, string name) where TEnum : struct, Enum => Words<TEnum>(field, [data.Text(name, Most)]);

    private static IEnumerable<CaseFaultAt> Words<TEnum>(CaseField field, IEnumerable<string> words) where TEnum : struct, Enum =>
        words.SelectMany(word => Wrong(field, word, text => Vocabulary.TryRead<TEnum>(text, out _))).Take(1);

    private static IEnumerable<CaseFaultAt> Wrong(CaseField field, string text, Func<string, bool> isOne) =>
        text is "" or CaseFormFields.NotSaid || isOne(text) ? [] : [new(field, CaseFault.NoChoice)];

    private string? Text(string field, string? kept) =>
        !data.Has(field) ? isWhole ? null : kept : data.Text(field, Most) is { Length: > 0 } text ? text : null;

    /// <summary>Asked for only of a case in another language.</summary>
    private string? English(string field, string? kept) => !data.Has(field) && c.Language == Language.English ? kept : Text(field, kept);

    /// <summary>One of a list; the choice that says nothing empties it, and a word that is none of the list changes nothing.</summary>
    private TEnum? Word<TEnum>(string field, TEnum? kept) where TEnum : struct, Enum =>
        !data.Has(field) ? kept : data.Text(field, Most) is "" or CaseFormFields.NotSaid ? null : data.Word<TEnum>(field) ?? kept;

    private string? Code(string field, string? kept) =>
        !data.Has(field) ? kept : data.Text(field, Most) switch
        {
            "" or CaseFormFields.NotSaid => null,
            var code when IsCode(code) => code,
            _ => kept,
        };

    private static bool IsCode(string text) => text.Length == 2 && text.All(char.IsAsciiLetter);

    private DateOnly? Day(string field, DateOnly? kept)
    {
        if (!data.Has(field)) return isWhole ? null : kept;
        var text = data.Text(field, Most);
        return text.Length == 0 ? null : ReadDay(text) ?? kept;
    }

    private static DateOnly? ReadDay(string text) => DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    private Mandate? Mandate(Mandate? kept) =>
        (Text("mandate", kept?.Reference), Text("mandateLink", kept?.Link)) switch
        {
            (null, null) => null,
            (null, { } link) => new Mandate(Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri.Host : link, link),
            ({ } reference, var link) => new Mandate(reference, link),
        };

    private TakeOver? TakeOver(int i, TakeOver? kept)
    {
        var (link, licence) = (Text($"link{i}", kept?.Link), Text($"licence{i}", kept?.Licence));
        if (link is null && licence is null) return null;
        var language = Code($"language{i}", kept?.Language?.Code);
        return new TakeOver(Word<TakeOverKind>($"kind{i}", kept?.Kind) ?? TakeOverKind.Form, language is null ? null : new Language(language), licence, link ?? "");
    }

    private static List<T> Rows<T>(int most, List<T> kept, Func<int, T?, T?> read) where T : class
    {
        var rows = new List<T>();
        for (var i = 0; i < Math.Max(most, kept.Count); i++)
            if (read(i, i < kept.Count ? kept[i] : null) is { } row) rows.Add(row);
        return rows;
    }
}
