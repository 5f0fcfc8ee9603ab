using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Outbox;

/// <summary>Cards of one kind about one entity: those on their way are called back, those that arrived are brought up to date.</summary>
internal static class SentCards
{
    /// <summary>Within a transaction, and only what no worker has taken to send.</summary>
    public static Task CancelQueued(this NetworkDb db, Guid subject, string kind, CancellationToken stop) => db.Notices
        .Where(n => n.Subject == subject && n.Kind == kind && n.Edits == null && n.State == NoticeState.Queued)
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.State, NoticeState.Failed).SetProperty(n => n.Reason, FailureReason.Cancelled), stop);

    /// <summary>But the one that was pressed just now, which the answer replaces; edits raise no toast.</summary>
    public static async Task RedrawSent(this NetworkDb db, Guid subject, string kind, DateTimeOffset now, CancellationToken stop)
    {
        var pressed = db.PressedActivity;
        var sent = await db.Notices.AsNoTracking()
            .Where(n => n.Subject == subject && n.Kind == kind && n.Edits == null && n.State == NoticeState.Sent && n.ActivityId != null && n.ActivityId != pressed)
            .ToListAsync(stop);
        if (sent.Count == 0) return;

        var waiting = await db.Notices.Where(n => n.Subject == subject && n.Kind == kind && n.Edits != null && n.State == NoticeState.Queued).Select(n => n.Edits).ToListAsync(stop);
        db.Notices.AddRange(sent.Where(n => !waiting.Contains(n.Id)).Select(n => n.Edit(now)));
    }
}
