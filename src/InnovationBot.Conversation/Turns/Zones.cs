using InnovationBot.Network.People;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Turns;

/// <summary>The zone a person reads dates in: their own, else the network's.</summary>
public static class Zones
{
    public static TimeZoneInfo Of(Member member, NetworkSettings settings) =>
        Find(member.Zone) ?? Find(settings.DefaultZone) ?? TimeZoneInfo.Utc;

    private static TimeZoneInfo? Find(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
}
