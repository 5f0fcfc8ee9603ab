using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors.OpenHours;

/// <summary>Somebody whose answer led them to an open hour comes to it, or not after all.</summary>
public sealed class JoinOpenHour(NetworkDb db, HoursAhead hours, Matcher matcher, Loads loads, TimeProvider clock)
{
    /// <summary>Before the yes: what it is, and the words that the host would read.</summary>
    public async Task<Result<OpenHourView>> Show(SuggestionId suggestion, MemberId by, CancellationToken stop) =>
        await Led(suggestion, by, stop) is var (hour, problem) ? await View(hour, problem, suggestion, by, stop) : OpenHourRefusals.Over;

    /// <summary>For the host and for whoever comes.</summary>
    public async Task<Result<OpenHourView>> Show(OpenHourId id, MemberId by, CancellationToken stop) =>
        await db.OpenHours.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, stop) is { } hour ? await hours.Of(hour, by, null, "", false, stop) : OpenHourRefusals.Over;

    /// <param name="text">As the host reads it.</param>
    /// <returns><see cref="OpenHourRefusals.Full"/>, <see cref="OpenHourRefusals.Over"/>; come twice is come once.</returns>
    public async Task<Result<OpenHourView>> Handle(SuggestionId suggestion, MemberId by, string text, CancellationToken stop)
    {
        if (text.Length == 0) return IntroductionRefusals.TextMissing;
        if (text.Length > Introduction.MaxBlurb) return IntroductionRefusals.TextTooLong;
        if (await Led(suggestion, by, stop) is not var (known, problem)) return OpenHourRefusals.Over;

        await using var transaction = await db.BeginWrite(stop);
        var now = clock.GetUtcNow();
        if (await db.Lock<OpenHour>(known.Id, stop) is not { } hour || !hour.IsAhead(now)) return OpenHourRefusals.Over;
        var seats = await db.OpenHourSeats.Where(s => s.HourId == hour.Id).Select(s => s.MemberId).ToListAsync(stop);
        if (!seats.Contains(by))
        {
            if (seats.Count >= hour.Places) return OpenHourRefusals.Full;
            if ((await matcher.Apart(by, stop)).Contains(hour.HostId)) return OpenHourRefusals.Over;
            db.OpenHourSeats.Add(new OpenHourSeat { Id = EntityId.New<OpenHourSeatId>(now), HourId = hour.Id, MemberId = by, ProblemId = problem.Id, Text = text, JoinedAt = now });
            if (hour.RemindDue is null) db.Notices.Add(Notice.To(hour.HostId, OpenHourNotices.Joined, hour.Id.Value, now, NoticeTiming.WorkingHours));
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        return await View(hour, problem, suggestion, by, stop);
    }

    /// <summary>Does not come after all; the place is free again.</summary>
    public async Task<Result<OpenHour>> Leave(OpenHourId id, MemberId by, CancellationToken stop)
    {
        if (await db.OpenHours.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, stop) is not { } hour) return OpenHourRefusals.Over;
        db.OpenHourSeats.RemoveRange(await db.OpenHourSeats.Where(s => s.HourId == id && s.MemberId == by).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        return hour;
    }

    private async Task<Result<OpenHourView>> View(OpenHour hour, Problem problem, SuggestionId suggestion, MemberId by, CancellationToken stop) => await hours.Of(
        hour, by, suggestion, Problem.Cut(problem.Text, Introduction.MaxBlurb),
        await db.MemberOf(hour.HostId, stop) is { } host && host.CanBeSuggested(clock.GetUtcNow()) && PersonGate.Limits(host, await loads.Of(host.Id, clock.GetUtcNow(), stop)) is null, stop);

    /// <summary>The hour that an answer named with somebody, and the problem it was about; for its owner alone.</summary>
    private async Task<(OpenHour, Problem)?> Led(SuggestionId id, MemberId by, CancellationToken stop)
    {
        if (await db.Suggestions.FindAsync([id], stop) is not { OpenHourId: { } hourId } suggestion) return null;
        if (await db.ProblemOf(suggestion.ProblemId, by, stop) is not var (problem, _) || !problem.IsOpen) return null;
        return await db.OpenHours.AsNoTracking().SingleOrDefaultAsync(h => h.Id == hourId, stop) is { } hour && hour.IsAhead(clock.GetUtcNow()) && hour.HostId != by ? (hour, problem) : null;
    }
}
