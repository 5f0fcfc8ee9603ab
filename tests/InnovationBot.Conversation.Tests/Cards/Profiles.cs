using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>People as they see their own profile.</summary>
internal static class Profiles
{
    private static readonly CaseId PhoneFirst = Answers.Id<CaseId>(30);

    public static ProfileView Own { get; } = View(Person(MemberState.Active));

    public static ProfileView ClaimedAndStopped { get; } = View(Person(MemberState.Active, person =>
    {
        (person.OrganisationProof, person.StoppedAt) = (OrganisationProof.Claimed, CardSituations.Now);
        person.Withdraw(Consent.Findable);
    }));

    public static ProfileView Met { get; } = View(new Member { Id = Answers.Id<MemberId>(9), Name = "Mia Holm" });

    public static ProfileView Invited { get; } = View(Person(MemberState.Met, person =>
        (person.AnswerDue, person.Ambassador) = (CardSituations.Now.AddDays(60), AmbassadorState.Applied)));

    private static ProfileView View(Member person) => new(
        person, person.OrganisationId is null ? null : Answers.Lipovec, [new OwnCase(PhoneFirst, "Phone first, form later")], ApplicationWaits: false, CardSituations.Now);

    private static Member Person(MemberState state, Action<Member>? change = null)
    {
        var person = new Member
        {
            Id = Answers.Id<MemberId>(9), Name = "Ana Kos", State = state, Role = "Head of planning", OrganisationId = Answers.Lipovec.Id, OrganisationProof = OrganisationProof.Import,
            Languages = [new Language("sl"), Language.English], Topics = ["Queues at the counter on Mondays", "Permits that wait for a phone call"], Offers = ["Read the draft of a letter"],
            Visibility = Visibility.Listed, Zone = "Europe/Ljubljana", Country = "SI", CreatedAt = CardSituations.Now.AddDays(-30),
        };
        person.AddTopic("Queues at the counter on Mondays", PhoneFirst, null, new DateOnly(2027, 2, 1));
        person.AddTopic("Permits that wait for a phone call", null, 4, new DateOnly(2027, 2, 1));
        person.Give(Consent.Findable);
        person.Give(Consent.Contactable);
        change?.Invoke(person);
        return person;
    }
}
