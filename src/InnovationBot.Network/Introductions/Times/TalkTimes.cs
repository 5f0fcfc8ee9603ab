using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.Times;

/// <summary>The rules of times for a talk: what may be offered, what is still free, what both see.</summary>
public sealed class TalkTimes(NetworkDb db, ICalendarAddresses addresses, TimeProvider clock)
{
    /// <summary>From what the giver filled in by the clock of their zone to instants.</summary>
    /// <param name="rows">Each a date and a time; both empty is no row.</param>
    /// <returns>In order and each once; <see cref="TimeRefusals.Half"/>, <see cref="TimeRefusals.Skipped"/>. Of an hour that comes twice the first is meant.</returns>
    public static Result<IReadOnlyList<DateTimeOffset>> Read(IEnumerable<(DateOnly? Date, TimeOnly? Time)> rows, TimeZoneInfo zone)
    {
        List<DateTimeOffset> starts = [];
        foreach (var (date, time) in rows)
        {
            if (date is null && time is null) continue;
            if (date is not { } day || time is not { } at) return TimeRefusals.Half;
            var local = day.ToDateTime(at);
            if (zone.IsInvalidTime(local)) return TimeRefusals.Skipped.With("when", local.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
            starts.Add(new DateTimeOffset(local, offset).ToUniversalTime());
        }

        return starts.Distinct().Order().ToList();
    }

    /// <summary>Whether a giver may offer these, within the caller's transaction that holds the introduction; changes nothing.</summary>
    public async Task<Refusal?> Check(Introduction introduction, IReadOnlyList<DateTimeOffset> starts, CancellationToken stop)
    {
        if (starts.Count == 0) return null;
        var now = clock.GetUtcNow();
        if (starts.Count > TalkTime.Most) return TimeRefusals.TooMany;
        if (starts.Any(start => start <= now)) return TimeRefusals.NotAhead;
        if (starts.Any(start => start > now + TalkTime.Furthest)) return TimeRefusals.TooFar;

        await db.Lock<People.Member>(introduction.GiverId, stop);
        var taken = await Taken(introduction.GiverId, stop);
        if (starts.Any(start => taken.Any(other => Overlap(start, other)))) return TimeRefusals.Busy;
        return await db.TalkTimes.AnyAsync(t => t.IntroductionId == introduction.Id && t.ChosenAt != null, stop) ? TimeRefusals.ChosenAlready : null;
    }

    /// <summary>In place of what was offered before; only after <see cref="Check"/>. None changes nothing.</summary>
    public async Task Offer(Introduction introduction, IReadOnlyList<DateTimeOffset> starts, CancellationToken stop)
    {
        if (starts.Count == 0) return;
        var now = clock.GetUtcNow();
        db.TalkTimes.RemoveRange(await db.TalkTimes.Where(t => t.IntroductionId == introduction.Id).ToListAsync(stop));
        foreach (var start in starts)
            db.TalkTimes.Add(new TalkTime { Id = EntityId.New<TalkTimeId>(now), IntroductionId = introduction.Id, GiverId = introduction.GiverId, StartAt = start, CreatedAt = now });
    }

    /// <summary>The one chosen, else those that can still be: neither passed nor taken by somebody else meanwhile.</summary>
    public async Task<IReadOnlyList<TalkTimeShown>> Of(Introduction introduction, CancellationToken stop)
    {
        if (!introduction.BothSaidYes) return [];
        var all = await db.TalkTimes.AsNoTracking().Where(t => t.IntroductionId == introduction.Id).OrderBy(t => t.StartAt).ToListAsync(stop);
        if (all.Find(t => t.ChosenAt is not null) is { } chosen) return [new(chosen.Id, chosen.StartAt, true, addresses.Of(chosen.Id))];
        if (all.Count == 0) return [];
        var (now, taken) = (clock.GetUtcNow(), await Taken(introduction.GiverId, stop));
        return [.. all.Where(t => t.StartAt > now && !taken.Any(other => Overlap(t.StartAt, other))).Select(t => new TalkTimeShown(t.Id, t.StartAt, false, null))];
    }

    /// <summary>Times at which the giver talks with somebody.</summary>
    internal async Task<IReadOnlyList<DateTimeOffset>> Taken(MemberId giver, CancellationToken stop) =>
        await db.TalkTimes.Where(t => t.GiverId == giver && t.ChosenAt != null).Select(t => t.StartAt).ToListAsync(stop);

    internal static bool Overlap(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() < TalkTime.Length;
}
