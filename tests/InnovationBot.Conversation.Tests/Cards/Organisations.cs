using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>What organisers see of organisations, of people on their way in, and of each other.</summary>
internal static class Organisations
{
    public static OrganisationChoice Choice { get; } = new(Answers.Id<OrganisationId>(2), "Ministry of Public Services");

    public static OrganisationLine Line { get; } = new(Answers.Id<OrganisationId>(1), "Občina Lipovec", "SI", 3, 0);

    public static OrganisationView View { get; } = new(
        new Organisation
        {
            Id = Answers.Id<OrganisationId>(1), Key = "lipovec", Name = "Občina Lipovec", Country = "SI", Parent = Answers.Id<OrganisationId>(2), Domains = ["lipovec.si", "obcina-lipovec.si"],
            Website = "https://lipovec.example", FormerKeys = ["obcina-lipovec"],
        },
        "Ministry of Public Services", "Ana Kos", "ana.kos@example.org", 3, 0);

    public static ClaimView Claim { get; } = new(
        Answers.Id<MemberId>(9), Answers.Id<OrganisationId>(1), Answers.Listed with { OnlySays = true }, "ana.kos@example.org", "Občina Lipovec", null, false);

    public static ProposalView Proposed { get; } = new(
        new OrganisationProposal { Id = Answers.Id<OrganisationProposalId>(1), MemberId = Answers.Id<MemberId>(9), Name = "Acme Ltd", ProposedAt = CardSituations.Now }, Answers.Listed, "SI", null);

    public static OrganisationsWaiting Waiting { get; } = new([Claim], 4, [Proposed.Proposal], 1, [Line], 1);

    public static InvitedPerson Invited { get; } = new(
        Answers.Id<MemberId>(20), "Ida Sejersen", "ida.sejersen@example.org", new Language("da"), "Region Østbælt", CardSituations.Now.AddDays(-3), CardSituations.Now.AddDays(90));

    public static InvitationList Invitations { get; } = new(
        [
            new InvitationLine(Answers.Id<MemberId>(20), "Ida Sejersen", "Region Østbælt", Wanted: true, null),
            new InvitationLine(Answers.Id<MemberId>(21), "Jan Peeters", null, Wanted: false, CardSituations.Now),
        ],
        12, 3, CardSituations.Now.AddDays(60), 90);

    public static RolesView Roles { get; } = new(
        [
            new HeldRole(Answers.Id<MemberId>(9), "Ana Kos", "ana.kos@example.org", Role.Organiser, null),
            new HeldRole(Answers.Id<MemberId>(8), "Jan Peeters", "jan.peeters@example.org", Role.OrganisationOrganiser, "Občina Lipovec"),
            new HeldRole(Answers.Id<MemberId>(9), "Ana Kos", "ana.kos@example.org", Role.Administrator, null),
        ],
        IsAdministrator: true, IsOrganiser: true, OneOrganiser: true);
}
