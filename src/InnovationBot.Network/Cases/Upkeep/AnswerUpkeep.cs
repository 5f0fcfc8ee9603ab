using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>Whoever was asked about a case answers: still true, no longer, changed, or with what was missing.</summary>
public sealed class AnswerUpkeep(NetworkDb db, CaseWriters writers, TimeProvider clock)
{
    /// <returns>The question as it is, for whoever was asked or is the deputy.</returns>
    public async Task<Result<UpkeepAsked>> Show(CaseQuestionId id, MemberId by, CancellationToken stop) =>
        await Find(id, by, stop) is var (question, @case) ? new UpkeepAsked(question, @case) : Refusal.NotFound;

    public async Task<Result<UpkeepAsked>> Say(CaseQuestionId id, MemberId by, CaseAnswer answer, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (question, @case) || answer == CaseAnswer.Completed) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (question.Say(by, answer, now) is { } refusal) return refusal;

        if (answer == CaseAnswer.StillTrue) @case.ConfirmedAt = now;
        if (answer == CaseAnswer.NoLonger && @case.State == CaseState.Published) @case.State = CaseState.Archived;
        return await Saved(question, @case, now, stop);
    }

    /// <summary>Adds what was missing: only what is empty is filled, as a new version.</summary>
    public async Task<Result<UpkeepAsked>> Complete(CaseQuestionId id, MemberId by, string lesson, string result, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (question, @case)) return Refusal.NotFound;
        if (Markup.IsIn(lesson) || Markup.IsIn(result)) return EventRefusals.HtmlInText;
        var now = clock.GetUtcNow();
        var before = await writers.ContentOf(@case, stop);
        if (string.IsNullOrWhiteSpace(@case.Lesson) && lesson.Length > 0) @case.Lesson = lesson;
        if (string.IsNullOrWhiteSpace(@case.Result) && result.Length > 0) @case.Result = result;
        if (@case.IsIncomplete) return Problems.ProblemRefusals.TextMissing;
        if (question.Say(by, CaseAnswer.Completed, now) is { } refusal) return refusal;

        if (!await db.CaseVersions.AnyAsync(v => v.CaseId == @case.Id, stop))
            db.CaseVersions.Add(new CaseVersion { CaseId = @case.Id, Number = @case.Edition, At = @case.PublishedAt ?? @case.CreatedAt, Content = before });
        @case.Edition++;
        (@case.EditedAt, @case.ConfirmedAt) = (now, now);
        db.CaseVersions.Add(new CaseVersion { CaseId = @case.Id, Number = @case.Edition, EditorId = by, At = now, Content = await writers.ContentOf(@case, stop) });
        return await Saved(question, @case, now, stop);
    }

    private async Task<(CaseQuestion, Case)?> Find(CaseQuestionId id, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is not null && await db.CaseQuestions.FindAsync([id], stop) is { } question && (question.AskedId == by || question.DeputyId == by)
        && await db.Cases.Include(c => c.NamedPartners).Include(c => c.Contacts).SingleOrDefaultAsync(c => c.Id == question.CaseId, stop) is { } @case && (await db.ReaderOf(by, stop)).MayRead(@case)
            ? (question, @case)
            : null;

    private async Task<Result<UpkeepAsked>> Saved(CaseQuestion question, Case @case, DateTimeOffset now, CancellationToken stop)
    {
        db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        await db.SaveChangesAsync(stop);
        return new UpkeepAsked(question, @case);
    }
}

public sealed record UpkeepAsked(CaseQuestion Question, Case Case);
