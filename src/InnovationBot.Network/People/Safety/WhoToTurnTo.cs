using InnovationBot.Network.Settings;

namespace InnovationBot.Network.People.Safety;

/// <summary>Where somebody can turn to instead: their organisation's own channel as administrators entered it, and their country.</summary>
public sealed class WhoToTurnTo(NetworkDb db, SettingsInForce settings)
{
    public async Task<SafetyHelp> Handle(MemberId by, CancellationToken stop)
    {
        var member = await db.MemberOf(by, stop);
        var organisation = await db.OrganisationOf(member?.OrganisationId, stop);
        var now = await settings.Now(stop);
        var channel = organisation is null ? null : now.SafetyChannelOf(organisation.Id);
        return new SafetyHelp(organisation is null || channel is null ? null : organisation.Name, channel ?? now.SafetyChannel, Helplines.Of(organisation?.Country ?? member?.Country));
    }
}

/// <param name="Organisation">Whose channel it is; none for the network's own, and where there is none.</param>
/// <param name="Channel">A link, an address, a sentence; as an administrator wrote it.</param>
/// <param name="Helpline">Somebody to talk to in the country of the organisation or the person; none when none is known.</param>
public sealed record SafetyHelp(string? Organisation, string? Channel, string? Helpline);
