using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>A sign-up card that several people read: in a channel or a group chat. Its seats are kept up to date by edits, never faster than every half minute.</summary>
public sealed class EventCard
{
    /// <summary>Each edit makes every client that shows the card ask again, so that changing numbers wait.</summary>
    public static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(30);

    public required string ConversationId { get; init; }
    public required string ActivityId { get; init; }
    public EventId EventId { get; init; }

    /// <summary>Where it stands, as the host writes it; no person is in it.</summary>
    public Address Place { get; set; }

    public Language Language { get; init; }

    /// <summary>When it is to be drawn again; none while it is up to date.</summary>
    public DateTimeOffset? EditDue { get; set; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Edits in a row that failed.</summary>
    public int Failures { get; set; }

    /// <param name="atOnce">Full, changed or called off: what one should not have to wait for.</param>
    public void IsOld(DateTimeOffset now, bool atOnce)
    {
        if (atOnce) EditDue = now;
        else EditDue ??= EditedAt + BetweenEdits > now ? EditedAt + BetweenEdits : now;
    }
}

/// <summary>Knows where sign-up cards stand that several people read.</summary>
public sealed class EventCards(NetworkDb db)
{
    /// <summary>Where a card stands; the same one named twice is one.</summary>
    /// <param name="Conversation">Of a channel the thread.</param>
    public sealed record Posted(EventId Event, string Conversation, string Activity, Language Language);

    /// <summary>Saves by itself.</summary>
    public async Task Remember(Posted posted, Address? place, CancellationToken stop)
    {
        if (posted.Conversation.Length is 0 or > 300 || posted.Activity.Length is 0 or > 300 || place is not { } address) return;
        if (await db.EventCards.AsNoTracking().AnyAsync(c => c.ConversationId == posted.Conversation && c.ActivityId == posted.Activity, stop)) return;
        if (!await db.Events.AnyAsync(e => e.Id == posted.Event && e.Stage != EventStage.Draft, stop)) return;
        var handling = db.Handling;
        db.Handling = null; // where a card stands is no effect of the press: that may still be refused, and be tried again
        var card = db.EventCards.Add(new EventCard { ConversationId = posted.Conversation, ActivityId = posted.Activity, EventId = posted.Event, Language = posted.Language, Place = address });
        await db.SaveChangesAsync(stop);
        card.State = EntityState.Detached;
        db.Handling = handling;
    }

    /// <summary>Within the event's lock: seats or words changed. Saved by the caller.</summary>
    public async Task Redraw(EventId id, DateTimeOffset now, bool atOnce, CancellationToken stop)
    {
        foreach (var card in await db.EventCards.Where(c => c.EventId == id).ToListAsync(stop)) card.IsOld(now, atOnce);
    }

    /// <summary>Takes cards that are to be drawn again; somebody else takes none of them.</summary>
    public async Task<IReadOnlyList<EventCard>> Take(int most, DateTimeOffset now, CancellationToken stop)
    {
        var due = await db.EventCards.AsNoTracking().Where(c => c.EditDue <= now).OrderBy(c => c.EditDue).Take(most).ToListAsync(stop);
        List<EventCard> taken = [];
        foreach (var card in due)
        {
            if (await db.EventCards.Where(c => c.ConversationId == card.ConversationId && c.ActivityId == card.ActivityId && c.EditDue == card.EditDue)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.EditDue, (DateTimeOffset?)null).SetProperty(c => c.EditedAt, now), stop) == 1) taken.Add(card);
        }

        return taken;
    }

    /// <summary>An edit ended: one that failed is tried again a few times, one that cannot be any more is forgotten.</summary>
    public async Task Edited(EventCard card, CardEdit end, DateTimeOffset now, CancellationToken stop)
    {
        var it = db.EventCards.Where(c => c.ConversationId == card.ConversationId && c.ActivityId == card.ActivityId);
        if (end == CardEdit.Done) await it.ExecuteUpdateAsync(set => set.SetProperty(c => c.Failures, 0), stop);
        else if (end == CardEdit.Gone || card.Failures >= MostFailures) await it.ExecuteDeleteAsync(stop);
        else
        {
            var again = now + EventCard.BetweenEdits * (1 << card.Failures);
            await it.ExecuteUpdateAsync(set => set.SetProperty(c => c.Failures, c => c.Failures + 1).SetProperty(c => c.EditDue, (DateTimeOffset?)again), stop);
        }
    }

    private const int MostFailures = 6;
}

/// <summary>What came of an edit.</summary>
public enum CardEdit
{
    Done,

    /// <summary>Perhaps later.</summary>
    Failed,

    /// <summary>The message or the place is no longer there.</summary>
    Gone,
}
