using System.Collections.Concurrent;
using InnovationBot.Activities;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.Turns;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>Hears of teams and channels from every activity that comes from one; what it has heard before costs nothing.</summary>
public sealed class ChannelWatch(IServiceScopeFactory scopes, ISenders senders, RetryLostRace retry)
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, KnowChannel.Seen> heard = new();

    public async Task Hear(TurnContext turn, CancellationToken stop)
    {
        if (Seen(turn) is not { } seen || (heard.TryGetValue(seen.Id, out var before) && before == seen)) return;
        NetworkDb? db = null;
        await retry.Run(
            async again =>
            {
                await using var scope = scopes.CreateAsyncScope();
                db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
                await scope.ServiceProvider.GetRequiredService<KnowChannel>().Handle(seen, again);
                return true;
            },
            fault => db?.IsLostRace(fault) == true || StoreFaultException.IsBrokenOff(fault),
            stop);
        if (heard.Count >= Most) heard.Clear();
        heard[seen.Id] = seen;
    }

    private KnowChannel.Seen? Seen(TurnContext turn)
    {
        var activity = turn.Activity;
        var data = TeamsChannelData.Of(activity);
        var id = data?.Channel?.Id ?? activity.Conversation?.Id?.Split(';')[0];
        if (string.IsNullOrEmpty(id) || id.Length > 300 || data?.Team?.Id is not { Length: > 0 and <= 300 } team) return null;

        var isTakenOut = activity.Action is InstallationActions.Remove or InstallationActions.RemoveUpgrade
            || activity.MembersRemoved?.Exists(member => member.Id == activity.Recipient?.Id) == true;
        var isTeamGone = isTakenOut || data.EventType is TeamsEventTypes.TeamDeleted or TeamsEventTypes.TeamHardDeleted or TeamsEventTypes.TeamArchived;
        var isWholeTeam = isTeamGone || data.EventType is TeamsEventTypes.TeamRenamed or TeamsEventTypes.TeamRestored or TeamsEventTypes.TeamUnarchived;
        return new KnowChannel.Seen(
            id, senders.AddressOf(turn, id), Short(data.Channel?.Name), team, Short(data.Team.Name), KindOf(data.Channel?.Type), Language.FromTag(activity.Locale),
            isTeamGone || data.EventType == TeamsEventTypes.ChannelDeleted, isWholeTeam);
    }

    private static ChannelKind? KindOf(string? type) => type?.ToLowerInvariant() switch
    {
        "private" => ChannelKind.Private,
        "shared" => ChannelKind.Shared,
        "standard" => ChannelKind.Standard,
        _ => null,
    };

    private static string? Short(string? name) => name is { Length: > 200 } ? name[..200] : name;
}
