using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>A check-in as its person sees it.</summary>
/// <param name="About">The problem that the opening question is about, when it is about one.</param>
/// <param name="Service">What was named as task or service for that problem, else for the one before, to begin with.</param>
public sealed record CheckInView(CheckIn CheckIn, CheckInRhythm? Rhythm, Problem? About, string? Service)
{
    /// <summary>Something pointed to one person and was left out before it was stored.</summary>
    public bool Masked { get; init; }

    /// <summary>What was written was longer than what is kept.</summary>
    public bool IsCut { get; init; }

    /// <summary>The two before were left unanswered in silence, so that this one asks whether to slow down. Whoever pressed "nothing now" was asked then.</summary>
    public bool AsksToSlowDown { get; init; }
}

/// <summary>Reads check-ins for the person they belong to; to everybody else they are not there.</summary>
public sealed class ShowCheckIn(NetworkDb db)
{
    public async Task<Result<CheckInView>> Handle(CheckInId id, MemberId by, CancellationToken stop) =>
        await db.CheckIns.FindAsync([id], stop) is { } checkIn && checkIn.MemberId == by && await db.MemberOf(by, stop) is not null
            ? await Of(checkIn, stop)
            : Refusal.NotFound;

    internal async Task<CheckInView> Of(CheckIn checkIn, CancellationToken stop)
    {
        var about = checkIn.AboutId is { } id ? await db.Problems.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) : null;
        var service = about?.Service ?? await db.Problems.Where(p => p.OwnerId == checkIn.MemberId && p.Service != null)
            .OrderByDescending(p => p.CreatedAt).Select(p => p.Service).FirstOrDefaultAsync(stop);
        var rhythm = await db.CheckInRhythms.FindAsync([checkIn.MemberId], stop);
        return new CheckInView(checkIn, rhythm, about, service) { AsksToSlowDown = await AsksToSlowDown(checkIn, rhythm, stop) };
    }

    private async Task<bool> AsksToSlowDown(CheckIn checkIn, CheckInRhythm? rhythm, CancellationToken stop) =>
        rhythm is { SkippedInRow: CheckInRhythm.SkipsBeforeAsking } && checkIn is { ByPerson: false, State: CheckInState.Scheduled or CheckInState.Sent }
        && await db.CheckIns.Where(c => c.MemberId == checkIn.MemberId && !c.ByPerson && c.CreatedAt < checkIn.CreatedAt).OrderByDescending(c => c.CreatedAt)
            .Select(c => (CheckInState?)c.State).FirstOrDefaultAsync(stop) == CheckInState.Expired;
}
