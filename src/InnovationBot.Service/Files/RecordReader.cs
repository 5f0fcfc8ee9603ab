using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.Transfer;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Service.Files;

/// <summary>Reads the records of the three kinds of files, field by field.</summary>
internal static class RecordReader
{
    public static OrganisationRecord Organisation(FieldReader fields) => new(
        fields.Key("id"), fields.Name("name"), fields.Word<Tier>("tier"), fields.Word<Sector>("sector"), fields.Country("country"),
        fields.KeyOrNone("parent"), fields.List("policy_areas"), fields.NameOrNone("website"), fields.EmailOrNone("contact_point"), fields.Domains("domains"));

    public static MemberRecord Member(FieldReader fields) => new(
        fields.Email("email"), fields.Name("name"), fields.Name("organisation"), fields.NameOrNone("role"), fields.Languages("languages"),
        fields.CountryOrNone("country"), fields.ZoneOrNone("zone"), fields.List("offers"), fields.List("topics"), fields.Flag("ambassador"),
        fields.Number("monthly_cap", 1, 20), fields.KeyOrNone("entra_object_id"), fields.WordOrNone<Visibility>("visibility") ?? Visibility.Unlisted);

    public static CaseRecord Case(FieldReader fields) => new(
        fields.Key("id"), fields.Name("title"), fields.Prose("problem"), fields.Prose("what_was_done"), fields.Word<Outcome>("outcome"),
        fields.ProseOrNone("result"), fields.ProseOrNone("lesson"), fields.NameOrNone("organisation"), fields.WordOrNone<Tier>("organisation_tier"),
        fields.WordOrNone<Sector>("organisation_sector"), fields.NameOrNone("policy_area"), fields.WordOrNone<Tier>("tier"),
        fields.WordOrNone<Sector>("sector"), fields.CountryOrNone("country"), fields.WordOrNone<UsersPart>("users"), fields.List("partners"),
        fields.Addresses("links"), fields.Emails("contacts"), fields.List("tags"), fields.Number("year", 1900, 2200), fields.LanguageOrNone("language"),
        fields.Words<Barrier>("barriers"), fields.WordOrNone<Readers>("readers") ?? Readers.Network, fields.WordOrNone<ShownAs>("shown_as") ?? ShownAs.Named);
}
