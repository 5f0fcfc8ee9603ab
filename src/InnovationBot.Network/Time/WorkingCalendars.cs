using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Time;

/// <summary>Whose working time is when: by the person's zone and country, else their organisation's, else the network's default zone.</summary>
public sealed class WorkingCalendars(NetworkDb db, SettingsInForce settings)
{
    /// <summary>For an unknown person the network's default.</summary>
    public async Task<WorkingDays> Of(MemberId id, CancellationToken stop) =>
        await db.Members.FindAsync([id], stop) is { } member ? await Of(member, stop) : await Of(zone: null, country: null, awayUntil: null, hours: null, stop);

    public async Task<WorkingDays> Of(Member member, CancellationToken stop)
    {
        var country = member.Country ?? member.SaysKind?.Country;
        if (country is null && member.OrganisationId is { } organisation)
        {
            country = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Country).FirstOrDefaultAsync(stop);
        }

        return await Of(member.Zone, country, member.AwayUntil, member.WorkingHours, stop);
    }

    /// <param name="zone">IANA; one this machine does not know counts as none.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="awayUntil">Nothing before this instant is working time.</param>
    /// <param name="hours">None = the usual ones.</param>
    public async ValueTask<WorkingDays> Of(string? zone, string? country, DateTimeOffset? awayUntil, WorkingHours? hours, CancellationToken stop)
    {
        var now = await settings.Now(stop);
        var holidays = now.HolidaysOf(country);
        return new WorkingDays(Find(zone) ?? Find(holidays.Zone) ?? Find(now.DefaultZone) ?? TimeZoneInfo.Utc, holidays, awayUntil, hours);
    }

    private static TimeZoneInfo? Find(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
}
