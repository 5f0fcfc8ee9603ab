using InnovationBot.Activities;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Turns;
using InnovationBot.Service.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.People;

/// <summary>Knows the member behind each authenticated activity, and keeps where that person is reached up to date.</summary>
internal sealed class Senders(
    MemberCache cache, FirstContact firstContact, IConnectorClient connector, IServiceScopeFactory scopes, RetryLostRace retry, SettingsInForce settings, TimeProvider clock,
    IActingAs? acting = null) : ISenders
{
    public async ValueTask<Member> Resolve(TurnContext context, CancellationToken stop) => await retry.Run(again => Find(context, again), StoreFaultException.IsBrokenOff, stop);

    private async Task<Member> Find(TurnContext context, CancellationToken stop)
    {
        var sender = SenderKey.Of(context);
        var address = AddressText.Of(context);
        var member = await cache.Find(sender, stop);
        if (member is null || !IsReachedBy(member, address) || IsNamedNow(member, context)) member = await retry.Run(again => Meet(sender, address, context, again), IsLostRace, stop);
        return acting?.Of(context.Activity) is { } played ? await Played(played, stop) ?? member : member;
    }

    public Address? PlaceOf(TurnContext context) => string.IsNullOrEmpty(context.Activity.ServiceUrl)
        ? null
        : AddressText.Write(context.Reference with { UserId = null, AadObjectId = null, Locale = null });

    public async ValueTask Unreachable(TurnContext context, CancellationToken stop)
    {
        var sender = SenderKey.Of(context);
        await retry.Run(again => Lose(sender, again), fault => IsLostRace(fault) || StoreFaultException.IsBrokenOff(fault), stop);
    }

    public void Forget(MemberId member) => cache.Forget(member);

    public Address AddressOf(TurnContext context, string channel) => AddressText.Write(context.Reference with
    {
        ConversationId = channel, ConversationType = ConversationTypes.Channel, ChannelThreadId = channel, UserId = null, AadObjectId = null, Locale = null,
    });

    public async IAsyncEnumerable<TeamMemberSeen> Members(Address channel, string team, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        if (AddressText.Read(channel) is not { } reference) yield break;
        string? next = null;
        do
        {
            var page = await connector.GetPagedMembers(reference with { ConversationId = team }, MembersAtOnce, next, stop);
            foreach (var member in page.Value?.Members ?? [])
                if (member.AadObjectId is { Length: > 0 } id) yield return new TeamMemberSeen(member.TenantId ?? reference.TenantId ?? "", id);
            next = page.Value?.ContinuationToken;
        }
        while (next is not null);
    }

    /// <summary>The most that a page holds (Teams docs: get paged members).</summary>
    private const int MembersAtOnce = 500;

    /// <summary>Suppressed people wrote or installed the bot again: their address is told anew, which lifts that.</summary>
    private static bool IsReachedBy(Member member, Address? address) =>
        address is null || (member.Address == address && member.Suppressed is null);

    /// <summary>An installation tells no name; the person's first message does.</summary>
    private static bool IsNamedNow(Member member, TurnContext context) => member.Name.Length == 0 && !string.IsNullOrWhiteSpace(context.Activity.From?.Name);

    private async Task<Member> Meet(SenderKey sender, Address? address, TurnContext context, CancellationToken stop)
    {
        var readAt = cache.Version;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var known = await Known(db.Members.AsNoTracking(), sender, stop);
        var email = known is { Email: not null } ? null : acting?.EmailOf(context.Activity) ?? await firstContact.EmailOf(sender, context, stop);
        if (known is not null && email is null && IsReachedBy(known, address) && !IsNamedNow(known, context))
        {
            cache.Keep(sender, known, readAt);
            return known;
        }

        var activity = context.Activity;
        var request = new MeetMember.Request(
            sender.Tenant, sender.Id, activity.From?.Name ?? "", email, address, LanguageOf(activity) ?? (await settings.Now(stop)).DefaultLanguage,
            Country: null, ZoneOf(activity));
        return await Saved(() => scope.ServiceProvider.GetRequiredService<MeetMember>().Handle(request, stop), db); // a change: kept when read next
    }

    private async Task<bool> Lose(SenderKey sender, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        if (await Known(db.Members, sender, stop) is not { Address: not null } member) return false;
        member.Address = null;
        db.Changes.Add(Change.Of(ChangedKind.Member, member.Id.Value, clock.GetUtcNow()));
        await Saved(() => db.SaveChangesAsync(stop), db);
        return true;
    }

    private async ValueTask<Member?> Played(MemberId id, CancellationToken stop)
    {
        if (await cache.Find(id, stop) is { } kept) return kept;
        var readAt = cache.Version;
        await using var scope = scopes.CreateAsyncScope();
        var member = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Members.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (member is not null) cache.Keep(member, readAt);
        return member;
    }

    private static Task<Member?> Known(IQueryable<Member> members, SenderKey sender, CancellationToken stop) =>
        members.FirstOrDefaultAsync(member => member.TenantId == sender.Tenant && member.EntraObjectId == sender.Id, stop);

    private static Language? LanguageOf(Activity activity) =>
        Language.FromTag(activity.Locale) ?? Language.FromTag(ClientInfo(activity)?.Locale);

    private static string? ZoneOf(Activity activity) =>
        new[] { activity.LocalTimezone, ClientInfo(activity)?.Timezone }.FirstOrDefault(zone => zone is { Length: > 0 and <= 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _));

    private static Entity? ClientInfo(Activity activity) => activity.Entities?.Find(entity => entity.Type == EntityTypes.ClientInfo);

    /// <summary>Installation, arrival and first message of one person come at the same moment, perhaps to several instances.</summary>
    private static async Task<T> Saved<T>(Func<Task<T>> save, NetworkDb db)
    {
        try
        {
            return await save();
        }
        catch (Exception fault) when (db.IsLostRace(fault))
        {
            throw new LostRace(fault);
        }
    }

    private static bool IsLostRace(Exception fault) => fault is LostRace;

    private sealed class LostRace(Exception fault) : Exception("Somebody else was faster.", fault);
}
