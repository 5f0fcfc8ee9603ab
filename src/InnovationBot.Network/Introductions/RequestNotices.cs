using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>What both sides must hear, written beside what made it true.</summary>
public sealed class RequestNotices(NetworkDb db, TimeProvider clock)
{
    /// <summary>Cards of the giver on which a request can be decided.</summary>
    private static readonly string[] Requests = [IntroductionNotices.Asked, IntroductionNotices.Reminder, IntroductionNotices.QuestionAnswered];

    /// <summary>A match request: in the giver's working hours, before all else.</summary>
    public void AskGiver(Introduction introduction) => db.Notices.Add(
        Notice.To(introduction.GiverId, IntroductionNotices.Asked, introduction.Id.Value, clock.GetUtcNow(), NoticeTiming.WorkingHours, NoticePriority.Match));

    public void Remind(Introduction introduction) => db.Notices.Add(
        Notice.To(introduction.GiverId, IntroductionNotices.Reminder, introduction.Id.Value, clock.GetUtcNow(), NoticeTiming.WorkingHours, NoticePriority.Match));

    /// <summary>Something that follows from the recipient's own act and came of it: at once.</summary>
    public void Tell(MemberId recipient, string kind, Introduction about) => db.Notices.Add(
        Notice.To(recipient, kind, about.Id.Value, clock.GetUtcNow(), NoticeTiming.AtOnce));

    /// <summary>Something that can wait for working hours.</summary>
    public void TellLater(MemberId recipient, string kind, Guid about) => db.Notices.Add(
        Notice.To(recipient, kind, about, clock.GetUtcNow(), NoticeTiming.WorkingHours, NoticePriority.Match));

    /// <summary>
    /// The giver has nothing more to decide, or not now: what has not been sent of the request is not sent any more, and
    /// their cards show how it stands. Whoever had it is told when it was not they who ended it.
    /// </summary>
    public async Task EndRequest(Introduction introduction, bool tellGiver, CancellationToken stop)
    {
        await CancelQueued(introduction, stop);
        await Redraw(introduction, introduction.GiverId, stop);
        if (tellGiver && introduction.AskedAt is not null) TellLater(introduction.GiverId, IntroductionNotices.Withdrawn, introduction.Id.Value);
    }

    /// <summary>Brings the cards somebody was sent about this introduction up to date, but the one they pressed just now; edits raise no toast.</summary>
    public async Task Redraw(Introduction introduction, MemberId recipient, CancellationToken stop)
    {
        var pressed = db.PressedActivity;
        var sent = await db.Notices.AsNoTracking()
            .Where(n => n.Subject == introduction.Id.Value && n.RecipientId == recipient && n.Edits == null && n.State == NoticeState.Sent && n.ActivityId != null && n.ActivityId != pressed)
            .ToListAsync(stop);
        if (sent.Count == 0) return;

        var waiting = await db.Notices.Where(n => n.Subject == introduction.Id.Value && n.Edits != null && n.State == NoticeState.Queued).Select(n => n.Edits).ToListAsync(stop);
        db.Notices.AddRange(sent.Where(n => !waiting.Contains(n.Id)).Select(n => n.Edit(clock.GetUtcNow())));
    }

    /// <summary>Nobody is to read the problem by hand any more: the cards that organisers were sent lose its text.</summary>
    public static async Task EndBrokering(NetworkDb db, ProblemId problem, DateTimeOffset now, CancellationToken stop) => db.Notices.AddRange(
        (await db.Notices.AsNoTracking()
            .Where(n => n.Subject == problem.Value && n.Kind == IntroductionNotices.Broker && n.Edits == null && n.State == NoticeState.Sent && n.ActivityId != null)
            .ToListAsync(stop)).Select(n => n.Edit(now)));

    /// <summary>Within a transaction, and only what no worker has taken to send.</summary>
    private async Task CancelQueued(Introduction introduction, CancellationToken stop) => await db.Notices
        .Where(n => n.Subject == introduction.Id.Value && n.Edits == null && n.State == NoticeState.Queued && Requests.Contains(n.Kind))
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Failed).SetProperty(n => n.Reason, FailureReason.Cancelled), stop);
}
