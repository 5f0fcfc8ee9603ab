using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>The person's yes to what was understood: it becomes a problem of theirs, kept open, and is searched for in the same turn.</summary>
public sealed class ConfirmCheckIn(NetworkDb db, Answers answers, TimeProvider clock)
{
    /// <param name="service">The task or service it belongs to.</param>
    /// <param name="isNoService">Whether a text names none, as "innovation" does.</param>
    /// <returns><see cref="CheckInRefusals.ServiceMissing"/>; <see cref="Refusal.NoLongerOpen"/> when it is stored already.</returns>
    public async Task<Result<Answer>> Handle(CheckInId id, MemberId by, string service, Func<string, bool> isNoService, CancellationToken stop)
    {
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || checkIn.MemberId != by || await db.MemberOf(by, stop) is not { } owner) return Refusal.NotFound;
        if (checkIn.State != CheckInState.Open) return Refusal.NoLongerOpen;
        if (string.IsNullOrWhiteSpace(service) || isNoService(service)) return CheckInRefusals.ServiceMissing;

        var now = clock.GetUtcNow();
        var problem = new Problem
        {
            Id = EntityId.New<ProblemId>(now), OwnerId = by, Text = Problem.Trim(checkIn.Whole), Language = checkIn.Language, Service = Problem.Cut(service.Trim(), Problem.LongestService),
            CreatedAt = now, QuestionsAsked = CheckIn.MostQuestions,
        };
        if (checkIn.Confirm(by, problem.Id, now) is { } refusal) return refusal;

        db.Problems.Add(problem);
        problem.Keep(by, now, await db.Changes.MaxAsync(c => (long?)c.Sequence, stop) ?? 0);
        await db.Answered(by, id.Value, stop);
        db.HandledAbout(problem.Id.Value);
        var answer = await answers.Find(problem, owner, stop);
        await db.SaveChangesAsync(stop);
        return answer;
    }
}
