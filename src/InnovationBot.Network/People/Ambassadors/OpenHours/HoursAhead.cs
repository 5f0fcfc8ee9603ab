using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors.OpenHours;

/// <summary>Which open hours lie ahead and have places; and what one reader sees of one.</summary>
public sealed class HoursAhead(NetworkDb db, TimeProvider clock)
{
    /// <summary>The next one with a free place, by host; only of hosts who are still ambassadors.</summary>
    public async Task<IReadOnlyDictionary<MemberId, OpenHour>> WithPlaces(IReadOnlyCollection<MemberId> hosts, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var ahead = await db.OpenHours.AsNoTracking()
            .Where(h => hosts.Contains(h.HostId) && h.CancelledAt == null && h.StartAt > now
                && db.OpenHourSeats.Count(s => s.HourId == h.Id) < h.Places && db.Members.Any(m => m.Id == h.HostId && m.Ambassador == AmbassadorState.Confirmed))
            .ToListAsync(stop);
        return ahead.GroupBy(h => h.HostId).ToDictionary(host => host.Key, host => host.MinBy(h => h.StartAt)!);
    }

    public Task<OpenHour?> OwnAhead(MemberId host, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return db.OpenHours.AsNoTracking().Where(h => h.HostId == host && h.CancelledAt == null && h.StartAt > now).OrderBy(h => h.StartAt).FirstOrDefaultAsync(stop);
    }

    /// <summary>Within the caller's transaction: none of this host's takes place, and whoever would have come hears it.</summary>
    public async Task CancelOf(MemberId host, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var hour in await db.OpenHours.Where(h => h.HostId == host && h.CancelledAt == null && h.StartAt > now).ToListAsync(stop))
        {
            hour.Cancel(now);
            foreach (var guest in await db.OpenHourSeats.Where(s => s.HourId == hour.Id).Select(s => s.MemberId).ToListAsync(stop))
                db.Notices.Add(Notice.To(guest, OpenHourNotices.Cancelled, hour.Id.Value, now, NoticeTiming.AtOnce));
        }
    }

    /// <param name="suggestion">From whose answer somebody came who is not signed up.</param>
    internal async Task<Result<OpenHourView>> Of(OpenHour hour, MemberId by, SuggestionId? suggestion, string text, bool mayAskAlone, CancellationToken stop)
    {
        if (await db.MemberOf(hour.HostId, stop) is not { } host) return Refusal.NotFound;
        var seats = await db.OpenHourSeats.AsNoTracking().Where(s => s.HourId == hour.Id).OrderBy(s => s.JoinedAt).ToListAsync(stop);
        var comes = seats.Exists(s => s.MemberId == by);
        var isHost = hour.HostId == by;
        if (!isHost && !comes && suggestion is null) return Refusal.NotFound;

        var organisation = await db.OrganisationOf(host.OrganisationId, stop);
        List<OpenHourGuest> guests = [];
        foreach (var seat in isHost ? seats : [])
        {
            if (await db.MemberOf(seat.MemberId, stop) is { } guest)
                guests.Add(new(PersonAccess.Named(guest, await db.OrganisationOf(guest.OrganisationId, stop), []), seat.Text));
        }

        var shown = comes || isHost ? PersonAccess.Named(host, organisation, []) : (await db.ReaderOf(by, stop)).Show(host, organisation, []);
        return new OpenHourView(hour, shown, isHost, comes, hour.Places - seats.Count, guests, suggestion, text, mayAskAlone);
    }
}

/// <param name="Host">By name for who comes: both said yes, the one by holding it, the other by coming.</param>
/// <param name="Guests">For the host alone.</param>
/// <param name="Suggestion">Where the way back and a talk of one's own lead.</param>
/// <param name="Text">The reader's problem, as a beginning.</param>
/// <param name="MayAskAlone">The host may also be asked for a talk with this reader alone.</param>
public sealed record OpenHourView(
    OpenHour Hour, PersonShown Host, bool IsHost, bool Comes, int PlacesLeft, IReadOnlyList<OpenHourGuest> Guests, SuggestionId? Suggestion, string Text, bool MayAskAlone);

/// <summary>Somebody who comes, as the host sees them.</summary>
public sealed record OpenHourGuest(PersonShown Person, string Text);
