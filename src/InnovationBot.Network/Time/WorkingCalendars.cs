using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InnovationBot.Network.Time;

/// <summary>Whose working time is when: by the person's zone and country, else their organisation's, else the network's default zone.</summary>
public sealed class WorkingCalendars(NetworkDb db, IOptions<NetworkOptions> options)
{
    /// <summary>For an unknown person the network's default.</summary>
    public async Task<WorkingDays> Of(MemberId id, CancellationToken stop) =>
        await db.Members.FindAsync([id], stop) is { } member ? await Of(member, stop) : Of(zone: null, country: null, awayUntil: null, hours: null);

    public async Task<WorkingDays> Of(Member member, CancellationToken stop)
    {
        var country = member.Country ?? member.SaysKind?.Country;
        if (country is null && member.OrganisationId is { } organisation)
        {
            country = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Country).FirstOrDefaultAsync(stop);
        }

        return Of(member.Zone, country, member.AwayUntil, member.WorkingHours);
    }

    /// <param name="zone">IANA; one this machine does not know counts as none.</param>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="awayUntil">Nothing before this instant is working time.</param>
    /// <param name="hours">None = the usual ones.</param>
    public WorkingDays Of(string? zone, string? country, DateTimeOffset? awayUntil, WorkingHours? hours)
    {
        var holidays = PublicHolidays.Of(country);
        return new WorkingDays(Find(zone) ?? Find(holidays.Zone) ?? Find(options.Value.DefaultZone) ?? TimeZoneInfo.Utc, holidays, awayUntil, hours);
    }

    private static TimeZoneInfo? Find(string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
}
