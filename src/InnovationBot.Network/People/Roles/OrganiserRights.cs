using InnovationBot.Network.Cases.Reports;

namespace InnovationBot.Network.People.Roles;

/// <summary>Who organises the network, and whether there is anybody else who does.</summary>
internal static class OrganiserRights
{
    /// <returns><see cref="ReportRefusals.OrganisersOnly"/> for whoever is neither organiser nor administrator.</returns>
    public static async Task<Refusal?> Check(NetworkDb db, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member && (member.Has(Role.Organiser) || member.Has(Role.Administrator)) ? null : ReportRefusals.OrganisersOnly;

    /// <summary>With one organiser nobody else could decide: the rules of two do not apply yet.</summary>
    public static async Task<bool> IsOnlyOne(NetworkDb db, MemberId by, CancellationToken stop) =>
        (await db.MembersWith(Role.Organiser, stop)).All(organiser => organiser.Id == by);
}
