using InnovationBot.Activities;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Demo.Acting;

/// <summary>
/// What was sent to members whom nobody played at that moment. It is the outbox itself: notices recorded as sent, to
/// <see cref="Detour.Tray"/>; so it outlives a restart, and each is drawn as things stand when somebody looks.
/// </summary>
public sealed class Tray(IServiceScopeFactory scopes, NoticeKinds kinds, MemberDirectory members, TimeProvider clock)
{
    private readonly Lock looking = new();
    private DateTimeOffset? told;

    /// <summary>Draws what waits for a member, oldest first, and takes it out of the tray.</summary>
    /// <param name="addressed">Whether each says to whom it was sent.</param>
    /// <param name="chat">What it does not take stays in the tray.</param>
    /// <returns>How many new messages were shown.</returns>
    public async Task<int> Show(NamedMember member, bool addressed, TrayChat chat, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var person = await db.Members.AsNoTracking().FirstAsync(one => one.Id == member.Id, stop);
        var zone = (await scope.ServiceProvider.GetRequiredService<WorkingCalendars>().Of(person, stop)).Zone;
        var shown = 0;
        foreach (var notice in await Waiting(db).Where(notice => notice.RecipientId == member.Id).OrderBy(notice => notice.SentAt).ThenBy(notice => notice.Id).ToListAsync(stop))
        {
            var reading = new Reading(Say.In(person.Language), zone, clock.GetUtcNow());
            if (await Render(notice, reading, scope.ServiceProvider, stop) is not { } message)
            {
                notice.ConversationId = null; // no longer worth saying
                continue;
            }

            if (addressed) message = message with { Card = PlayedMembers.AddressedTo(member.Name, message.Card) };
            if (!await Put(notice, message.ToActivity(), db, chat, stop)) break;
            if (notice.Edits is null) shown++;
        }

        await db.SaveChangesAsync(stop);
        return shown;
    }

    /// <summary>Who has something in the tray, and how much.</summary>
    public async Task<IReadOnlyList<(NamedMember Member, int Count)>> Waiting(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Count(Waiting(scope.ServiceProvider.GetRequiredService<NetworkDb>()), stop);
    }

    /// <summary>Who got something into the tray since the last time this was asked; nobody, the first time.</summary>
    public async Task<IReadOnlyList<(NamedMember Member, int Count)>> News(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = Waiting(scope.ServiceProvider.GetRequiredService<NetworkDb>());
        var newest = await waiting.Where(notice => notice.SentAt != null).OrderByDescending(notice => notice.SentAt).Select(notice => notice.SentAt).FirstOrDefaultAsync(stop)
            ?? DateTimeOffset.MinValue;
        DateTimeOffset? since;
        lock (looking)
        {
            since = told;
            told = newest > told ? newest : told ?? newest;
        }

        return since is null || newest <= since ? [] : await Count(waiting.Where(notice => notice.SentAt > since && notice.SentAt <= newest), stop);
    }

    /// <summary>What is no longer news since it counts as sent is drawn as an edit of itself: as things stand.</summary>
    private async ValueTask<NoticeMessage?> Render(Notice notice, Reading reading, IServiceProvider services, CancellationToken stop)
    {
        if (kinds.Renderer(notice.Kind) is not { } type) return null;
        var renderer = (INoticeRenderer)services.GetRequiredService(type);
        var message = await renderer.Render(notice, reading, stop) ?? (notice.Edits is null ? await renderer.Render(notice.Edit(reading.Now), reading, stop) : null);
        return message?.Footed(reading.Say);
    }

    private static async Task<bool> Put(Notice notice, Activity activity, NetworkDb db, TrayChat chat, CancellationToken stop)
    {
        if (notice.Edits is { } edited)
        {
            // The card it edits was drawn as things stand, or stands in the chat from an earlier look.
            activity.Id = await db.Notices.Where(one => one.Id == edited && one.ConversationId == chat.ConversationId).Select(one => one.ActivityId).FirstOrDefaultAsync(stop);
            if (activity.Id is not null && chat.Update is { } update) await update(activity, stop);
            notice.ConversationId = null;
            return true;
        }

        var sent = await chat.Send(activity, stop);
        if (!sent.IsSent) return false;
        notice.ConversationId = chat.ConversationId;
        notice.ActivityId = sent.Id;
        return true;
    }

    private static IQueryable<Notice> Waiting(NetworkDb db) => db.Notices.Where(notice => notice.State == NoticeState.Sent && notice.ConversationId == Detour.Tray);

    private async Task<IReadOnlyList<(NamedMember Member, int Count)>> Count(IQueryable<Notice> notices, CancellationToken stop)
    {
        var counts = await notices.Where(notice => notice.Edits == null).GroupBy(notice => notice.RecipientId)
            .Select(group => new { Recipient = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Recipient, group => group.Count, stop);
        if (counts.Count == 0) return [];
        var named = await members.All(stop);
        return [.. named.Where(member => counts.ContainsKey(member.Id)).Select(member => (member, counts[member.Id]))];
    }
}

/// <summary>Where a tray is shown.</summary>
/// <param name="Update">Replaces an earlier message; <c>null</c> where that cannot be done.</param>
public sealed record TrayChat(
    string ConversationId,
    Func<Activity, CancellationToken, ValueTask<ConnectorResult>> Send,
    Func<Activity, CancellationToken, ValueTask<ConnectorResult>>? Update)
{
    public static TrayChat Of(TurnContext turn) => new(turn.Reference.ConversationId, turn.Send, turn.ExpectsReplies ? null : turn.Update);
}
