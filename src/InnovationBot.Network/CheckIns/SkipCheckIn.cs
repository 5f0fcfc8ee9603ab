using InnovationBot.Network.Time;
using InnovationBot.Network.Turns;

namespace InnovationBot.Network.CheckIns;

/// <summary>Nothing now, forget it, or ask me later.</summary>
public sealed class SkipCheckIn(NetworkDb db, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>Nothing now. Skipped twice in a row the person is asked whether to slow down; four times nothing more is sent.</summary>
    public async Task<Result<SkippedCheckIn>> Handle(CheckInId id, MemberId by, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn) return Refusal.NotFound;
        var began = checkIn.State == CheckInState.Open;
        if (checkIn.Skip(by) is { } refusal) return refusal == Refusal.NotYours ? Refusal.NotFound : refusal;

        var rhythm = await db.CheckInRhythms.FindAsync([by], stop);
        // Whoever began has answered, and whoever asked for it themselves was not asked too often.
        var result = rhythm is null || began || checkIn.ByPerson ? SkipResult.Skipped : rhythm.Skip(clock.GetUtcNow());
        await db.Answered(by, id.Value, stop);
        await db.SaveChangesAsync(stop);
        return new SkippedCheckIn(result, rhythm?.Cadence ?? Cadence.Never, began);
    }

    /// <returns>When it comes again.</returns>
    public async Task<Result<DateTimeOffset>> Later(CheckInId id, MemberId by, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || checkIn.MemberId != by) return Refusal.NotFound;
        var again = (await calendars.Of(by, stop)).Add(clock.GetUtcNow(), CheckIn.LaterWorkingDays);
        if (checkIn.Postpone(by, again) is { } refusal) return refusal;

        await db.Answered(by, id.Value, stop);
        await db.SaveChangesAsync(stop);
        return again;
    }
}

/// <param name="Began">Something had been written, which is gone now.</param>
public sealed record SkippedCheckIn(SkipResult Result, Cadence Cadence, bool Began);
