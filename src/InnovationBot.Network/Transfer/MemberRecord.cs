using InnovationBot.Network.People;

namespace InnovationBot.Network.Transfer;

/// <summary>A member as a file tells it. What is shown of a person, and that they can be asked, are proposals until they agree.</summary>
/// <param name="Organisation">Id or exact name of one that exists.</param>
public sealed record MemberRecord(
    string Email, string Name, string Organisation, string? Role, List<Language> Languages, string? Country, string? Zone, List<string> Offers,
    List<string> Topics, bool Ambassador, int? MonthlyCap, string? EntraObjectId, Visibility Visibility)
{
    public static readonly IReadOnlyList<RecordField<MemberRecord>> Fields =
    [
        new("email", record => record.Email), new("name", record => record.Name), new("organisation", record => record.Organisation),
        new("role", record => record.Role), new("languages", record => record.Languages.ConvertAll(language => language.Code)),
        new("country", record => record.Country), new("zone", record => record.Zone), new("offers", record => record.Offers),
        new("topics", record => record.Topics), new("ambassador", record => record.Ambassador),
        new("monthly_cap", record => record.MonthlyCap ?? Member.DefaultMonthlyCap), new("entra_object_id", record => record.EntraObjectId),
        new("visibility", record => Vocabulary.Write(record.Visibility)),
    ];

    /// <param name="member">As stored, with an address.</param>
    /// <param name="organisation">The id that its importer uses; empty when the person only claims to belong there, which no import has to respect.</param>
    internal static MemberRecord Of(Member member, string organisation) => new(
        member.Email ?? "", member.Name, organisation, member.Role, member.Languages, member.Country, member.Zone, member.Offers, member.Topics,
        member.Ambassador is AmbassadorState.Applied or AmbassadorState.Confirmed, member.MonthlyCap, member.EntraObjectId, member.Visibility);

    /// <summary>Invited: in no answer and not to be asked, whatever the file proposes, until the person agrees.</summary>
    /// <param name="organisation">Where the person belongs, confirmed by this import.</param>
    /// <param name="otherwise">To write in when the person named no language that the bot speaks.</param>
    /// <param name="now">UTC.</param>
    /// <param name="answerDue">Until when the person may answer.</param>
    /// <param name="monthlyCap">Where the file names none.</param>
    public Member ToMember(OrganisationId organisation, Language otherwise, DateTimeOffset now, DateTimeOffset answerDue, int monthlyCap = Member.DefaultMonthlyCap) => new()
    {
        Id = EntityId.New<MemberId>(now), Email = Email, Name = Name, OrganisationId = organisation, OrganisationProof = OrganisationProof.Import, Role = Role,
        Country = Country, Zone = Zone, Language = Languages.Where(language => language.IsSpoken).FirstOrDefault(otherwise), Languages = Languages,
        Offers = Offers, Topics = Topics, Visibility = Visibility, Ambassador = Ambassador ? AmbassadorState.Applied : AmbassadorState.None,
        MonthlyCap = MonthlyCap ?? monthlyCap, EntraObjectId = EntraObjectId, State = MemberState.Invited,
        AnswerDue = answerDue, ImportMarks = FieldMarks.Of(Fields, this), CreatedAt = now,
    };

    /// <summary>
    /// Who decides about a field of somebody already known: about what is shown of them and what they are asked, whoever
    /// has joined; about name and zone the channel, once they wrote.
    /// </summary>
    internal static FieldRule RuleOf(Member member, string field) => field switch
    {
        "visibility" or "ambassador" or "monthly_cap" or "topics" or "offers" when member.State is not (MemberState.Invited or MemberState.Met) => FieldRule.Person,
        "name" or "zone" or "entra_object_id" or "email" when member.TenantId is not null => FieldRule.Channel,
        _ => FieldRule.File,
    };

    /// <summary>Takes over one field of a file, but for <c>organisation</c>, which refers to another.</summary>
    internal void Give(Member member, string field)
    {
        switch (field)
        {
            case "email": member.Email = Email; break;
            case "name": member.Name = Name; break;
            case "role": member.Role = Role; break;
            case "languages":
                member.Languages = Languages;
                if (member.State == MemberState.Invited) member.Language = Languages.Where(language => language.IsSpoken).FirstOrDefault(member.Language);
                break;
            case "country": member.Country = Country; break;
            case "zone": member.Zone = Zone; break;
            case "offers": member.Offers = Offers; break;
            case "topics": member.Topics = Topics; break;
            case "ambassador": member.Ambassador = Ambassador ? AmbassadorState.Applied : AmbassadorState.None; break;
            case "monthly_cap": member.MonthlyCap = MonthlyCap ?? Member.DefaultMonthlyCap; break;
            case "entra_object_id": member.EntraObjectId = EntraObjectId; break;
            case "visibility": member.Visibility = Visibility; break;
        }
    }
}
