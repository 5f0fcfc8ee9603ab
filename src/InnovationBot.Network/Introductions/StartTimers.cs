using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Introductions;

/// <summary>The request reached the giver: only now do the reminder and the lapse begin to run.</summary>
public sealed class StartTimers(NetworkDb db, WorkingCalendars calendars) : IDelivered
{
    public string Kind => IntroductionNotices.Asked;

    public async Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop)
    {
        if (notice.Edits is not null) return;
        if (await db.Introductions.FindAsync([EntityId.From<IntroductionId>(notice.Subject)], stop) is not { } introduction) return;

        if (introduction.Delivered(at, await calendars.Of(introduction.GiverId, stop))) await db.SaveChangesAsync(stop);
    }
}
