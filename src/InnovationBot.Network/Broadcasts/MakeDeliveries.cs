using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>
/// Carries a published broadcast on: begins it when its time has come, makes its deliveries and the edits of its cards a
/// thousand at a time, each with where it got to in one transaction, keeps the organiser's card up to date, and ends it.
/// </summary>
public sealed class MakeDeliveries(NetworkDb db, FindAudience find, WorkingCalendars calendars, CountBroadcast count, EventCards cards, TimeProvider clock) : IDueWork
{
    /// <summary>Chunks of one broadcast before others get their turn.</summary>
    private const int MostChunks = 20;

    private const int EditsInChunk = 1000;

    /// <summary>How soon it is seen that the last delivery has ended.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>Edits of one card come no closer; refreshing clients would ask again after each.</summary>
    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(30);

    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Broadcasts.Where(b => b.WorkDue <= now).OrderBy(b => b.WorkDue).Take(most).Select(b => b.Id).ToListAsync(stop);
        var isMoreDue = false;
        var acted = await db.Each(due, async id =>
        {
            for (var chunk = 0; ; chunk++)
            {
                db.ChangeTracker.Clear();
                if (!await Step(id, now, stop)) return true;
                if (chunk < MostChunks) continue;
                isMoreDue = true;
                return true;
            }
        });
        return isMoreDue ? most : Math.Min(acted, most - 1);
    }

    /// <returns>Whether more is to be done at once.</returns>
    private async Task<bool> Step(BroadcastId id, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Broadcast>(id, stop) is not { } broadcast || !(broadcast.WorkDue <= now)) return false;

        var more = await Act(broadcast, now, stop);
        if (broadcast.ProgressDue <= now && broadcast.StartedAt is not null) await ShowProgress(broadcast, now, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return more;
    }

    private async Task<bool> Act(Broadcast broadcast, DateTimeOffset now, CancellationToken stop)
    {
        if (broadcast.State == BroadcastState.Approved)
        {
            if (broadcast.At is { } at && at.Begins > now)
            {
                broadcast.WorkDue = at.Begins;
                return false;
            }

            broadcast.Begin(now);
            return true;
        }

        if (broadcast is { State: BroadcastState.Sending, IsMade: false })
        {
            await Make(broadcast, now, stop);
            return true;
        }

        if (broadcast.EditedUpTo is { } editedUpTo)
        {
            await Edit(broadcast, editedUpTo, now, stop);
            return true;
        }

        var isSending = await db.Notices.AnyAsync(
            n => n.Subject == broadcast.Id.Value && (n.Kind == BroadcastNotices.Card || n.Kind == BroadcastNotices.Edit)
                && (n.State == NoticeState.Queued || n.State == NoticeState.Sending) && n.Due < SteerBroadcast.Paused, stop);
        if (isSending) broadcast.WorkDue = clock.GetUtcNow() + Look;
        else if (broadcast.State == BroadcastState.Sending)
        {
            broadcast.Finish(now);
            await KeepPosts(broadcast, stop);
        }
        else broadcast.WorkDue = null;
        if (broadcast.WorkDue is null) broadcast.ProgressDue = now; // how it ended is told at once
        return false;
    }

    /// <summary>An event's card in a channel has its seats kept up to date like one that was posted there by a press.</summary>
    private async Task KeepPosts(Broadcast broadcast, CancellationToken stop)
    {
        if (broadcast is not { Kind: BroadcastKind.Event, About: { } about, Channels.Count: > 0 }) return;
        var posts = await db.Notices.AsNoTracking()
            .Where(n => n.Subject == broadcast.Id.Value && n.Kind == BroadcastNotices.Card && n.ChannelId != null && n.State == NoticeState.Sent).ToListAsync(stop);
        foreach (var post in posts)
            if (post is { ConversationId: { } conversation, ActivityId: { } activity } && await db.Channels.FindAsync([post.ChannelId], stop) is { } channel)
                await cards.Remember(new(new EventId(about), conversation, activity, channel.Language), channel.Address, stop);
    }

    private async Task Make(Broadcast broadcast, DateTimeOffset now, CancellationToken stop)
    {
        if (broadcast.MadeUpTo is null)
        {
            var at = broadcast.At?.In((await calendars.Of(null, null, null, null, stop)).Zone) is { } moment && moment > now ? moment : now;
            foreach (var channel in broadcast.Channels) db.Notices.Add(broadcast.Post(channel, at, now));
        }

        if (broadcast.Audience is not { } audience)
        {
            broadcast.Made();
            return;
        }

        var after = broadcast.MadeUpTo is { } last ? new MemberId(last) : (MemberId?)null;
        var page = await find.Page(await find.Of(audience, broadcast.Kind, broadcast.About, stop), broadcast.Kind, after, stop);
        foreach (var person in page.People) db.Notices.Add(broadcast.Delivery(person, await DueFor(broadcast, person, now, stop), now));
        if (page.Next is { } next) broadcast.MadeUpTo = next.Value;
        else broadcast.Made();
    }

    private async ValueTask<DateTimeOffset> DueFor(Broadcast broadcast, AudienceMember person, DateTimeOffset now, CancellationToken stop)
    {
        if (person.Unreachable is not null) return now;
        var days = await calendars.Of(person.Zone, person.Country, person.AwayUntil, person.Hours, stop);
        var at = broadcast.At?.In(days.Zone) is { } moment && moment > now ? moment : now;
        return broadcast.Urgent ? at : days.NextWorkingTime(at);
    }

    private async Task Edit(Broadcast broadcast, string after, DateTimeOffset now, CancellationToken stop)
    {
        var keys = BroadcastNotices.Keys(broadcast.Id);
        var (from, to) = (after.Length > 0 ? after : keys, keys + "g"); // ids are hexadecimal digits
#pragma warning disable CA1309 // the store's own comparison, by which the index is sorted
        var sent = await db.Notices.AsNoTracking()
            .Where(n => n.Key != null && string.Compare(n.Key, from) > 0 && string.Compare(n.Key, to) < 0)
            .OrderBy(n => n.Key).Take(EditsInChunk).ToListAsync(stop);
#pragma warning restore CA1309
        db.Notices.AddRange(sent.Where(n => n.State == NoticeState.Sent || n is { State: NoticeState.Sending, SendingAt: not null }).Select(n => broadcast.EditOf(n, now)));
        broadcast.EditedUpTo = sent.Count < EditsInChunk ? null : sent[^1].Key;
    }

    private async Task ShowProgress(Broadcast broadcast, DateTimeOffset now, CancellationToken stop)
    {
        broadcast.ProgressDue = broadcast.WorkDue is null ? null : now + BetweenEdits;
        var shown = broadcast.HidesNumbers ? $"{broadcast.ShownState} {broadcast.Revision}" : Shown(broadcast.State, await count.Handle(broadcast, stop));
        if (shown == broadcast.ProgressShown) return;
        broadcast.ProgressShown = shown;

        var key = $"broadcast-progress:{broadcast.Id}";
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(n => n.Key == key, stop) is not { } card) return;
        if (card.State is NoticeState.Queued or NoticeState.Sending) // it may be drawn already: how it ended is told once it has arrived
        {
            (broadcast.ProgressShown, broadcast.ProgressDue) = (null, now + Look);
            broadcast.WorkDue ??= now + Look;
        }

        if (card.State != NoticeState.Sent) return;
        var waits = await db.Notices.AnyAsync(n => n.Subject == broadcast.Id.Value && n.Kind == BroadcastNotices.Progress && n.Edits != null && n.State == NoticeState.Queued, stop);
        if (!waits) db.Notices.Add(card.Edit(now)); // what waits is drawn as things stand when it leaves
    }

    private static string Shown(BroadcastState state, BroadcastNumbers numbers) =>
        $"{state} {numbers.Queued} {numbers.Sent} {numbers.Unknown} {numbers.AllFailed} {numbers.EditsDone} {numbers.EditsLeft}";
}
