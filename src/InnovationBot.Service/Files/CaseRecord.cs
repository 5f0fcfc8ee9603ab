using InnovationBot.Network;
using InnovationBot.Network.Cases;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Service.Files;

/// <summary>A case as a file tells it.</summary>
/// <param name="Organisation">Id or exact name.</param>
/// <param name="OrganisationTier">With <paramref name="OrganisationSector"/> and <paramref name="Country"/>: makes the organisation when nobody knows it.</param>
internal sealed record CaseRecord(
    string Id, string Title, string Problem, string WhatWasDone, Outcome Outcome, string? Result, string? Lesson, string? Organisation,
    Tier? OrganisationTier, Sector? OrganisationSector, string? PolicyArea, Tier? Tier, Sector? Sector, string? Country, UsersPart? Users,
    List<string> Partners, List<string> Links, List<string> Contacts, List<string> Tags, int? Year, Language? Language, List<Barrier> Barriers,
    Readers Readers, ShownAs ShownAs)
{
    public static CaseRecord Read(FieldReader fields) => new(
        fields.Key("id"), fields.Name("title"), fields.Prose("problem"), fields.Prose("what_was_done"), fields.Word<Outcome>("outcome"),
        fields.ProseOrNone("result"), fields.ProseOrNone("lesson"), fields.NameOrNone("organisation"), fields.WordOrNone<Tier>("organisation_tier"),
        fields.WordOrNone<Sector>("organisation_sector"), fields.NameOrNone("policy_area"), fields.WordOrNone<Tier>("tier"),
        fields.WordOrNone<Sector>("sector"), fields.CountryOrNone("country"), fields.WordOrNone<UsersPart>("users"), fields.List("partners"),
        fields.Addresses("links"), fields.Emails("contacts"), fields.List("tags"), fields.Number("year", 1900, 2200), fields.LanguageOrNone("language"),
        fields.Words<Barrier>("barriers"), fields.WordOrNone<Readers>("readers") ?? Readers.Network, fields.WordOrNone<ShownAs>("shown_as") ?? ShownAs.Named);

    /// <summary>Published at once; without its contacts.</summary>
    /// <param name="detected">The language when the file tells none.</param>
    public Case ToCase(OrganisationId? organisation, Language detected, DateTimeOffset now) => new()
    {
        Id = EntityId.New<CaseId>(now), Key = Id, Title = Title, Problem = Problem, WhatWasDone = WhatWasDone, Outcome = Outcome, Result = Result,
        Lesson = Lesson, OrganisationId = organisation, PolicyArea = PolicyArea, Tier = Tier, Sector = Sector, Country = Country, Users = Users,
        Partners = Partners, Links = Links, Tags = Tags, Year = Year, Language = Language ?? detected, Barriers = Barriers, Readers = Readers,
        ShownAs = ShownAs, State = CaseState.Published, CreatedAt = now, PublishedAt = now, ConfirmedAt = now,
    };
}
