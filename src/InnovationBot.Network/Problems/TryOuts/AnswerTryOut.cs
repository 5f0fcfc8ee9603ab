using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Problems.TryOuts;

/// <summary>What came of a step, good or bad; or not yet; or it was let go.</summary>
public sealed class AnswerTryOut(NetworkDb db, WorkingCalendars calendars, TimeProvider clock)
{
    /// <summary>How much later "not yet" asks again.</summary>
    public const int LaterDays = 7;

    /// <param name="happened">May be empty; personal data is masked.</param>
    public async Task<Result<TryOutShown>> Handle(TryOutId id, MemberId by, TryOutResult result, string happened, CancellationToken stop) =>
        await Change(id, by, (plan, now) => plan.Answer(
            by, result, string.IsNullOrWhiteSpace(happened) ? null : Problem.Cut(PersonalDataFinder.Mask(happened.Trim()), TryOut.LongestText), now), stop);

    public async Task<Result<TryOutShown>> Drop(TryOutId id, MemberId by, CancellationToken stop) => await Change(id, by, (plan, now) => plan.Drop(by, now), stop);

    /// <summary>Not yet: a week from today.</summary>
    public async Task<Result<TryOutShown>> Later(TryOutId id, MemberId by, CancellationToken stop)
    {
        var zone = (await calendars.Of(by, stop)).Zone;
        return await Change(id, by, (plan, now) =>
        {
            if (!plan.IsOpen) return Refusal.NoLongerOpen;
            var on = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).AddDays(LaterDays);
            plan.Plan(plan.Step, on, PlanTryOut.EndOf(on, zone));
            return null;
        }, stop);
    }

    private async Task<Result<TryOutShown>> Change(TryOutId id, MemberId by, Func<TryOut, DateTimeOffset, Refusal?> change, CancellationToken stop)
    {
        if (await db.TryOuts.FindAsync([id], stop) is not { } plan || await db.ProblemOf(plan.ProblemId, by, stop) is not var (problem, _)) return Refusal.NotFound;
        if (change(plan, clock.GetUtcNow()) is { } refusal) return refusal;
        db.HandledAbout(id.Value);
        await db.SaveChangesAsync(stop);
        return new TryOutShown(plan, problem);
    }
}

/// <summary>What came of a step becomes the beginning of a case; its author goes through all of it and publishes it, or does not.</summary>
public sealed class BeginCaseFromTryOut(ShowTryOut show, StartCaseDraft start)
{
    /// <returns>The draft; <see cref="Refusal.NotFound"/> for everybody but the owner, and before anything was told.</returns>
    public async Task<Result<CaseDraft>> Handle(TryOutId id, MemberId by, CancellationToken stop)
    {
        var shown = await show.Handle(id, by, stop);
        if (shown.Refusal is not null || shown.Value is not { Plan: { Result: { } result } plan, Problem: { } problem }) return Refusal.NotFound;

        var beginning = new CaseBeginning(id.Value)
        {
            Problem = problem.Text, Service = problem.Service, Language = problem.Language, ProblemId = problem.Id, WhatWasDone = plan.Step,
            Outcome = result switch { TryOutResult.Worked => Outcome.Succeeded, TryOutResult.Partly => Outcome.Partly, _ => Outcome.Failed },
        };
        return await start.From(result == TryOutResult.Worked ? beginning with { WhatWasDone = $"{plan.Step}\n{plan.Happened}".Trim() } : beginning with { Lesson = plan.Happened }, by, stop);
    }
}
