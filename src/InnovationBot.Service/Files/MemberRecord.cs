using InnovationBot.Network;
using InnovationBot.Network.People;

namespace InnovationBot.Service.Files;

/// <summary>A member as a file tells it. What is shown of a person, and that they can be asked, are proposals until they agree.</summary>
/// <param name="Organisation">Id or exact name of one that exists.</param>
internal sealed record MemberRecord(
    string Email, string Name, string Organisation, string? Role, List<Language> Languages, string? Country, string? Zone, List<string> Offers,
    List<string> Topics, bool Ambassador, int? MonthlyCap, string? EntraObjectId, Visibility Visibility)
{
    public static MemberRecord Read(FieldReader fields) => new(
        fields.Email("email"), fields.Name("name"), fields.Name("organisation"), fields.NameOrNone("role"), fields.Languages("languages"),
        fields.CountryOrNone("country"), fields.ZoneOrNone("zone"), fields.List("offers"), fields.List("topics"), fields.Flag("ambassador"),
        fields.Number("monthly_cap", 1, 20), fields.KeyOrNone("entra_object_id"), fields.WordOrNone<Visibility>("visibility") ?? Visibility.Unlisted);

    /// <summary>Invited: in no answer and not to be asked, whatever the file proposes, until the person agrees.</summary>
    /// <param name="otherwise">To write in when the person named no language that the bot speaks.</param>
    public Member ToMember(OrganisationId organisation, Language otherwise, DateTimeOffset now) => new()
    {
        Id = EntityId.New<MemberId>(now), Email = Email, Name = Name, OrganisationId = organisation, OrganisationProof = OrganisationProof.Import, Role = Role,
        Country = Country, Zone = Zone, Language = Languages.Where(language => language.IsSpoken).FirstOrDefault(otherwise), Languages = Languages,
        Offers = Offers, Topics = Topics, Visibility = Visibility, Ambassador = Ambassador ? AmbassadorState.Applied : AmbassadorState.None,
        MonthlyCap = MonthlyCap ?? Member.DefaultMonthlyCap, EntraObjectId = EntraObjectId, State = MemberState.Invited, AnswerDue = now + Member.AnswerWithin, CreatedAt = now,
    };
}
