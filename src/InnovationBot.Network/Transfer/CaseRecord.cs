using InnovationBot.Network.Cases;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Transfer;

/// <summary>A case as a file tells it.</summary>
/// <param name="Organisation">Id or exact name.</param>
/// <param name="OrganisationTier">With <paramref name="OrganisationSector"/> and <paramref name="Country"/>: makes the organisation when nobody knows it.</param>
public sealed record CaseRecord(
    string Id, string Title, string Problem, string WhatWasDone, Outcome Outcome, string? Result, string? Lesson, string? Organisation,
    Tier? OrganisationTier, Sector? OrganisationSector, string? PolicyArea, Tier? Tier, Sector? Sector, string? Country, UsersPart? Users,
    List<string> Partners, List<string> Links, List<string> Contacts, List<string> Tags, int? Year, Language? Language, List<Barrier> Barriers,
    Readers Readers, ShownAs ShownAs)
{
    public static readonly IReadOnlyList<RecordField<CaseRecord>> Fields =
    [
        new("id", record => record.Id), new("title", record => record.Title), new("problem", record => record.Problem),
        new("what_was_done", record => record.WhatWasDone), new("outcome", record => Vocabulary.Write(record.Outcome)), new("result", record => record.Result),
        new("lesson", record => record.Lesson), new("organisation", record => record.Organisation), new("organisation_tier", record => Word(record.OrganisationTier)),
        new("organisation_sector", record => Word(record.OrganisationSector)), new("policy_area", record => record.PolicyArea),
        new("tier", record => Word(record.Tier)), new("sector", record => Word(record.Sector)), new("country", record => record.Country),
        new("users", record => Word(record.Users)), new("partners", record => record.Partners), new("links", record => record.Links),
        new("contacts", record => record.Contacts), new("tags", record => record.Tags), new("year", record => record.Year),
        new("language", record => record.Language?.Code), new("barriers", record => record.Barriers.ConvertAll(Vocabulary.Write)),
        new("readers", record => Vocabulary.Write(record.Readers)), new("shown_as", record => Vocabulary.Write(record.ShownAs)),
    ];

    /// <param name="case">As stored, with its partners.</param>
    /// <param name="organisation">The case's; its country stands for the case's when that has none, so that the file alone can make it anew.</param>
    /// <param name="contacts">Addresses in their order, of members and of those who are none yet.</param>
    internal static CaseRecord Of(Case @case, Organisation? organisation, List<string> contacts) => new(
        @case.Key, @case.Title, @case.Problem, @case.WhatWasDone, @case.Outcome, ResultOf(@case), @case.Lesson, organisation?.Key, organisation?.Tier,
        organisation?.Sector, @case.PolicyArea, @case.Tier, @case.Sector, @case.Country ?? organisation?.Country, @case.Users,
        [.. @case.Partners.Concat(@case.NamedPartners.Where(partner => partner.IsConfirmed).OrderBy(partner => partner.Position).Select(partner => partner.Name)).Distinct()], @case.Links,
        contacts, @case.Tags, @case.Year, @case.Language, @case.Barriers, @case.Readers, @case.ShownAs)
    {
        ConfirmedPartners = [.. @case.NamedPartners.Where(partner => partner.IsConfirmed).OrderBy(partner => partner.Position).Select(partner => partner.Name)],
    };

    /// <summary>Of <see cref="Partners"/> those who confirmed it; no field of a file.</summary>
    public List<string> ConfirmedPartners { get; init; } = [];

    /// <summary>Published at once; without its contacts.</summary>
    /// <param name="organisation">Whose case it is.</param>
    /// <param name="detected">The language when the file tells none.</param>
    /// <param name="now">UTC.</param>
    public Case ToCase(OrganisationId? organisation, Language detected, DateTimeOffset now) => new()
    {
        Id = EntityId.New<CaseId>(now), Key = Id, Title = Title, Problem = Problem, WhatWasDone = WhatWasDone, Outcome = Outcome, Result = Result,
        Lesson = Lesson, OrganisationId = organisation, PolicyArea = PolicyArea, Tier = Tier, Sector = Sector, Country = Country, Users = Users,
        Partners = Partners, Links = Links, Tags = Tags, Year = Year, Language = Language ?? detected, Barriers = Barriers, Readers = Readers,
        ShownAs = ShownAs, State = CaseState.Published, ImportMarks = FieldMarks.Of(Fields, this with { Language = Language ?? detected }),
        CreatedAt = now, PublishedAt = now,
    };

    /// <summary>Takes over one field of a file, but for <c>organisation</c> and <c>contacts</c>, which refer to others.</summary>
    internal void Give(Case @case, string field)
    {
        switch (field)
        {
            case "title": @case.Title = Title; break;
            case "problem": @case.Problem = Problem; break;
            case "what_was_done": @case.WhatWasDone = WhatWasDone; break;
            case "outcome": @case.Outcome = Outcome; break;
            case "result": @case.Result = Result; break;
            case "lesson": @case.Lesson = Lesson; break;
            case "policy_area": @case.PolicyArea = PolicyArea; break;
            case "tier": @case.Tier = Tier; break;
            case "sector": @case.Sector = Sector; break;
            case "country": @case.Country = Country; break;
            case "users": @case.Users = Users; break;
            case "partners": @case.Partners = Partners; break;
            case "links": @case.Links = Links; break;
            case "tags": @case.Tags = Tags; break;
            case "year": @case.Year = Year; break;
            case "language": @case.Language = Language ?? @case.Language; break;
            case "barriers": @case.Barriers = Barriers; break;
            case "readers": @case.Readers = Readers; break;
            case "shown_as": @case.ShownAs = ShownAs; break;
        }
    }

    /// <summary>Fields that describe the organisation, not the case: they make one that nobody knows, and change none.</summary>
    internal static bool IsOfOrganisation(string field) => field is "organisation_tier" or "organisation_sector";

    /// <summary>In words, also where an author told it in rows: files know no rows.</summary>
    private static string? ResultOf(Case @case)
    {
        if (!string.IsNullOrWhiteSpace(@case.Result)) return @case.Result;
        if (@case.Results.Count == 0) return @case.NotMeasured ? "not measured" : null;
        return string.Join("\n", @case.Results.Select(row =>
            $"{row.Indicator}: {row.Before ?? "?"} → {row.After ?? "?"}{(row.HowMeasured is null ? "" : $" ({row.HowMeasured})")}"));
    }

    private static string? Word<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } word ? Vocabulary.Write(word) : null;
}
