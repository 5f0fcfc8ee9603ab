using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>
/// The person's yes to what was understood: it becomes a problem of theirs, kept open, and is searched for in the same turn. What has happened since to a problem that is
/// still open is added to that one.
/// </summary>
public sealed class ConfirmCheckIn(NetworkDb db, Answers answers, TimeProvider clock)
{
    /// <param name="Service">The task or service it belongs to.</param>
    public sealed record Request(CheckInId Id, MemberId By, string Service)
    {
        /// <summary>Whether a text names no task, as "innovation" does.</summary>
        public Func<string, bool> IsNoService { get; init; } = _ => false;

        /// <summary>What was said as one text.</summary>
        public Func<CheckIn, string> Told { get; init; } = checkIn => checkIn.Whole;

        /// <summary>Asked what has happened since, the person told of something else.</summary>
        public bool IsNew { get; init; }
    }

    /// <returns><see cref="CheckInRefusals.ServiceMissing"/>; <see cref="Refusal.NoLongerOpen"/> when it is stored already.</returns>
    public async Task<Result<Answer>> Handle(Request request, CancellationToken stop)
    {
        var (id, by, service) = (request.Id, request.By, request.Service);
        if (await db.CheckIns.FindAsync([id], stop) is not { } checkIn || checkIn.MemberId != by || await db.MemberOf(by, stop) is not { } owner) return Refusal.NotFound;
        if (checkIn.State != CheckInState.Open) return Refusal.NoLongerOpen;
        var now = clock.GetUtcNow();
        if (string.IsNullOrWhiteSpace(service) || request.IsNoService(service))
        {
            await db.Ask(by, CheckInQuestions.Service, id.Value, now, stop);
            await db.SaveChangesAsync(stop);
            return CheckInRefusals.ServiceMissing;
        }

        var text = Problem.Trim(request.Told(checkIn));
        var problem = (request.IsNew ? null : await Continued(checkIn, text, stop)) ?? db.Problems.Add(new Problem
        {
            Id = EntityId.New<ProblemId>(now), OwnerId = by, Text = "", Language = checkIn.Language, CreatedAt = now, QuestionsAsked = CheckIn.MostQuestions,
        }).Entity;
        if (checkIn.Confirm(by, problem.Id, now) is { } refusal) return refusal;

        if (problem.Text.Length == 0) problem.Text = text;
        else problem.AddAnswer(text);
        problem.Service = Problem.Cut(service.Trim(), Problem.LongestService);
        problem.Keep(by, now, await db.Changes.MaxAsync(c => (long?)c.Sequence, stop) ?? 0);
        await db.Answered(by, id.Value, stop);
        db.HandledAbout(problem.Id.Value);
        var answer = await answers.Find(problem, owner, stop);
        await db.SaveChangesAsync(stop);
        return answer;
    }

    /// <summary>The problem that was asked about, when it is still open and has room for more.</summary>
    private async Task<Problem?> Continued(CheckIn checkIn, string text, CancellationToken stop) =>
        checkIn.AboutId is { } about && await db.Problems.FindAsync([about], stop) is { IsOpen: true } problem && problem.OwnerId == checkIn.MemberId
            && problem.Text.Length + 1 + text.Length <= Problem.MaxLength ? problem : null;
}
