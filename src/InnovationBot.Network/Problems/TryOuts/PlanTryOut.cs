using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.TryOuts;

/// <summary>Somebody says which small step they will take about a problem of theirs, and until when. Said again it replaces what was planned.</summary>
public sealed class PlanTryOut(NetworkDb db, WorkingCalendars calendars, TimeProvider clock)
{
    public sealed record Request(ProblemId Problem, MemberId By, string Step, DateOnly? On);

    /// <returns><see cref="TryOutRefusals.StepMissing"/>, <see cref="TryOutRefusals.DayOutOfReach"/>; <see cref="Refusal.NoLongerOpen"/> for a problem that is over.</returns>
    public async Task<Result<TryOutShown>> Handle(Request request, CancellationToken stop)
    {
        if (await db.ProblemOf(request.Problem, request.By, stop) is not var (problem, owner)) return Refusal.NotFound;
        if (string.IsNullOrWhiteSpace(request.Step)) return TryOutRefusals.StepMissing;

        var now = clock.GetUtcNow();
        var zone = (await calendars.Of(owner, stop)).Zone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (request.On is not { } on || on <= today || on > today.AddDays(TryOut.MostDays)) return TryOutRefusals.DayOutOfReach;
        if (problem.Try(request.By) is { } refusal) return refusal;

        var plan = await Open(db, problem.Id, stop)
            ?? db.TryOuts.Add(new TryOut { Id = EntityId.New<TryOutId>(now), ProblemId = problem.Id, OwnerId = owner.Id, CreatedAt = now }).Entity;
        plan.Plan(Problem.Cut(PersonalDataFinder.Mask(request.Step.Trim()), TryOut.LongestStep), on, EndOf(on, zone));
        await db.Answered(owner.Id, problem.Id.Value, stop);
        db.HandledAbout(plan.Id.Value);
        await db.SaveChangesAsync(stop);
        return new TryOutShown(plan, problem);
    }

    /// <summary>The beginning of the day after, which may be later than midnight where summer time begins there.</summary>
    internal static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    internal static Task<TryOut?> Open(NetworkDb db, ProblemId problem, CancellationToken stop) =>
        db.TryOuts.Where(t => t.ProblemId == problem && t.AnsweredAt == null && t.DroppedAt == null).OrderByDescending(t => t.CreatedAt).FirstOrDefaultAsync(stop);
}

/// <summary>A step as its owner sees it.</summary>
public sealed class ShowTryOut(NetworkDb db)
{
    public async Task<Result<TryOutShown>> Handle(TryOutId id, MemberId by, CancellationToken stop) =>
        await db.TryOuts.FindAsync([id], stop) is { } plan && await db.ProblemOf(plan.ProblemId, by, stop) is var (problem, _) ? new TryOutShown(plan, problem) : Refusal.NotFound;

    /// <summary>The step planned for a problem; none when there is none.</summary>
    public async Task<Result<TryOutShown>> For(ProblemId id, MemberId by, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, _)) return Refusal.NotFound;
        return problem.IsOpen ? new TryOutShown(await PlanTryOut.Open(db, id, stop), problem) : Refusal.NoLongerOpen;
    }

    /// <summary>The step that is planned, else the problem asked about last that one could be planned for.</summary>
    /// <returns><c>null</c> for whoever has no open problem.</returns>
    public async Task<TryOutShown?> Newest(MemberId by, CancellationToken stop)
    {
        var planned = await db.TryOuts.Where(t => t.OwnerId == by && t.AnsweredAt == null && t.DroppedAt == null).OrderByDescending(t => t.CreatedAt).FirstOrDefaultAsync(stop);
        if (planned is not null && await db.ProblemOf(planned.ProblemId, by, stop) is var (problem, _)) return new TryOutShown(planned, problem);
        var newest = await db.Problems.Where(p => p.OwnerId == by && p.ClosedAt == null).OrderByDescending(p => p.CreatedAt).FirstOrDefaultAsync(stop);
        return newest is { IsOpen: true } ? new TryOutShown(null, newest) : null;
    }
}

/// <param name="Plan">None: nothing is planned.</param>
public sealed record TryOutShown(TryOut? Plan, Problem Problem);
