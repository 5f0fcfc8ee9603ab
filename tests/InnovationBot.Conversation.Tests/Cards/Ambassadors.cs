using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>People on their way to being asked, and those who are.</summary>
internal static class Ambassadors
{
    private static readonly CaseId PhoneFirst = Answers.Id<CaseId>(30);

    public static AmbassadorView NotYet { get; } = new(Profiles.Own, null, null, [], 3);

    public static AmbassadorView Applied { get; } = new(Profiles.Own with { ApplicationWaits = true }, Application(), null, [], 3);

    public static AmbassadorView Confirmed { get; } = new(
        Profiles.Own with { Person = Ambassador() }, Application(approved: true), "Jan Peeters",
        [new RoleOffer { Id = Answers.Id<RoleOfferId>(1), Kind = OfferedRole.Ambassador, FromId = Answers.Id<MemberId>(9), ToId = Answers.Id<MemberId>(8) }], 3);

    public static AmbassadorList List { get; } = new(
        "", null,
        [
            new("a1", Answers.Listed, ["queues at the counter", "permits that wait for a phone call"], true),
            new("b2", Answers.Unlisted, [], true),
            new("c3", Answers.Listed with { Name = "Ida Sejersen" }, ["archives"], false),
        ],
        true);

    public static AmbassadorApplication Application(bool? approved = null)
    {
        var application = new AmbassadorApplication
        {
            Id = Answers.Id<Network.ApplicationId>(1), MemberId = Answers.Id<MemberId>(9), MonthlyCap = 3, Visibility = Visibility.Listed, SubmittedAt = CardSituations.Now,
            Problems = [new("Applicants waited eleven weeks for a permit", PhoneFirst, null), new("Every fourth caller hung up", null, 4), new("Parents sent one form to three offices", null, 1)],
        };
        if (approved is { } yes) application.Decide(yes, "We have three of your office already.", Answers.Id<MemberId>(50), false, CardSituations.Now);
        return application;
    }

    public static ApplicationView View(AmbassadorApplication application) => new(
        application, Answers.Listed with { OnlySays = true }, new Dictionary<CaseId, string> { [PhoneFirst] = "Phone first, form later" }, 2, IsOwn: false, OnlyOrganiser: false);

    public static RoleOfferView Offer(OfferedRole kind, bool asked, bool? yes = null)
    {
        var offer = new RoleOffer { Id = Answers.Id<RoleOfferId>(2), Kind = kind, FromId = Answers.Id<MemberId>(9), ToId = Answers.Id<MemberId>(8), OfferedAt = CardSituations.Now };
        if (yes is { } answer) offer.Answer(answer, offer.ToId, CardSituations.Now);
        return new RoleOfferView(offer, Answers.Listed, asked);
    }

    private static Member Ambassador()
    {
        var person = new Member { Id = Answers.Id<MemberId>(9), Name = "Ana Kos", State = MemberState.Active, CreatedAt = CardSituations.Now, MonthlyCap = 3 };
        person.BecomeAmbassador(CardSituations.Now.AddDays(-200));
        return person;
    }
}
