using System.Globalization;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>Puts what a step's fields hold into a case's content. A field that the client did not send stays as it was; an empty one empties it.</summary>
internal static class CaseFormInput
{
    /// <summary>Longer than any field may be, so that the rules say by how much it is too long.</summary>
    private const int Most = 20_000;

    public static CaseContent Read(PressData data, DraftStep step, CaseContent c) => step switch
    {
        DraftStep.Problem => c with
        {
            Title = Text(data, "title", c.Title) ?? "", Problem = Text(data, "problem", c.Problem) ?? "", Service = Text(data, "service", c.Service), Affected = Text(data, "affected", c.Affected),
        },
        DraftStep.Done => c with
        {
            WhatWasDone = Text(data, "done", c.WhatWasDone) ?? "", StartedOn = Day(data, "started", c.StartedOn), EndedOn = Day(data, "ended", c.EndedOn),
            Cost = Word(data, "cost", c.Cost), Effort = Word(data, "effort", c.Effort), Outcome = Word(data, "outcome", c.Outcome),
        },
        DraftStep.Results => c with
        {
            Result = Text(data, "result", c.Result), NotMeasured = data.Has("notMeasured") ? data.Flag("notMeasured") : c.NotMeasured,
            Results = Rows(CaseRules.MostResults, c.Results, (i, row) => new ResultRow(
                Text(data, $"indicator{i}", row?.Indicator) ?? "", Text(data, $"before{i}", row?.Before), Text(data, $"after{i}", row?.After), Text(data, $"how{i}", row?.HowMeasured)) is var read
                && read is { Indicator: "", Before: null, After: null, HowMeasured: null } ? null : read),
        },
        DraftStep.Lessons => c with
        {
            Lesson = Text(data, "lesson", c.Lesson), FirstNextTime = Text(data, "first", c.FirstNextTime), WorksElsewhereWhen = Text(data, "elsewhere", c.WorksElsewhereWhen),
            EnglishTitle = Text(data, "englishTitle", c.EnglishTitle), EnglishLesson = Text(data, "englishLesson", c.EnglishLesson),
            Barriers = [.. data.Choices("barriers").Select(word => Vocabulary.TryRead<Network.Barrier>(word, out var barrier) ? barrier : (Network.Barrier?)null).OfType<Network.Barrier>().Distinct()],
        },
        DraftStep.Partners => c with
        {
            Users = Word(data, "users", c.Users), UsersHow = Text(data, "usersHow", c.UsersHow),
            Partners = Rows(CaseRules.MostPartners, c.Partners, (i, partner) => new PartnerNamed(
                Text(data, $"partner{i}", partner?.Name) ?? "", Word(data, $"sector{i}", partner?.Sector), Text(data, $"email{i}", partner?.Email)) is var read
                && read is { Name: "", Email: null } ? null : read),
        },
        DraftStep.Context => c with
        {
            Tier = Word(data, "tier", c.Tier), PolicyArea = Text(data, "area", c.PolicyArea), Country = Code(data, "country", c.Country) is { } country ? Countries.Code(country) ?? c.Country : null,
            Mandate = Mandate(data, c.Mandate), Scheme = Text(data, "scheme", c.Scheme), SchemeEndedOn = Day(data, "schemeEnded", c.SchemeEndedOn),
            Language = Code(data, "language", c.Language?.Code) is { Length: 2 } code ? new Language(code) : c.Language,
        },
        DraftStep.TakeOver => c with
        {
            Links = data.Has("links") ? [.. data.Text("links", Most).Split(['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()] : c.Links,
            TakeOvers = Rows(CaseRules.MostTakeOvers, c.TakeOvers, (i, item) => TakeOver(data, i, item)),
        },
        DraftStep.Readers => c with
        {
            Readers = data.Word<Readers>("readers") ?? c.Readers, ShownAs = data.Word<ShownAs>("shownAs") ?? c.ShownAs,
            AuthorMayBeAsked = data.Has("mayBeAsked") ? data.Flag("mayBeAsked") : c.AuthorMayBeAsked,
        },
        _ => c,
    };

    private static string? Text(PressData data, string field, string? kept) =>
        !data.Has(field) ? kept : data.Text(field, Most) is { Length: > 0 } text ? text : null;

    /// <summary>One of a list; the choice that says nothing empties it, and a word that is none of the list changes nothing.</summary>
    private static TEnum? Word<TEnum>(PressData data, string field, TEnum? kept) where TEnum : struct, Enum =>
        !data.Has(field) ? kept : data.Text(field, Most) is "" or CaseFormFields.NotSaid ? null : data.Word<TEnum>(field) ?? kept;

    private static string? Code(PressData data, string field, string? kept) =>
        !data.Has(field) ? kept : data.Text(field, Most) switch
        {
            "" or CaseFormFields.NotSaid => null,
            { Length: 2 } code when code.All(char.IsAsciiLetter) => code,
            _ => kept,
        };

    private static DateOnly? Day(PressData data, string field, DateOnly? kept)
    {
        if (!data.Has(field)) return kept;
        var text = data.Text(field, Most);
        return text.Length == 0 ? null
            : DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : kept;
    }

    private static Mandate? Mandate(PressData data, Mandate? kept) =>
        (Text(data, "mandate", kept?.Reference), Text(data, "mandateLink", kept?.Link)) switch
        {
            (null, null) => null,
            (null, { } link) => new Mandate(Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri.Host : link, link),
            ({ } reference, var link) => new Mandate(reference, link),
        };

    private static TakeOver? TakeOver(PressData data, int i, TakeOver? kept)
    {
        var (link, licence) = (Text(data, $"link{i}", kept?.Link), Text(data, $"licence{i}", kept?.Licence));
        if (link is null && licence is null) return null;
        var language = Code(data, $"language{i}", kept?.Language?.Code);
        return new TakeOver(Word<TakeOverKind>(data, $"kind{i}", kept?.Kind) ?? TakeOverKind.Form, language is null ? null : new Language(language), licence, link ?? "");
    }

    private static List<T> Rows<T>(int most, List<T> kept, Func<int, T?, T?> read) where T : class
    {
        var rows = new List<T>();
        for (var i = 0; i < Math.Max(most, kept.Count); i++)
            if (read(i, i < kept.Count ? kept[i] : null) is { } row) rows.Add(row);
        return rows;
    }
}
