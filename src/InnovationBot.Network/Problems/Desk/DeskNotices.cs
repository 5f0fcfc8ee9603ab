using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>What is heard of a desk item; its subject is the item.</summary>
public static class DeskNotices
{
    /// <summary>To everybody at the desk: something waits.</summary>
    public const string Waiting = "desk.waiting";

    /// <summary>To organisers: nobody claimed it in time.</summary>
    public const string Escalated = "desk.escalated";

    /// <summary>To one person: somebody handed it to them, or its owner needs more.</summary>
    public const string Given = "desk.given";

    /// <summary>To the owner: answered, or closed.</summary>
    public const string Told = "desk.told";

    internal static readonly string[] ToDesk = [Waiting, Escalated, Given];

    internal static void TellAbout(this NetworkDb db, DeskItem item, MemberId recipient, string kind, DateTimeOffset now) =>
        db.Notices.Add(Notice.To(recipient, kind, item.Id.Value, now, NoticeTiming.WorkingHours, NoticePriority.Match));

    /// <summary>The desk's cards of it show how it now stands; what has not left of them is not sent any more.</summary>
    internal static async Task RedrawAtDesk(this NetworkDb db, DeskItem item, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var kind in ToDesk)
        {
            await db.CancelQueued(item.Id.Value, kind, stop);
            await db.RedrawSent(item.Id.Value, kind, now, stop);
        }
    }
}
