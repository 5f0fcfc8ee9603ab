using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts.Channels;

/// <summary>Keeps what the channel tells of teams and channels: new, renamed, gone.</summary>
public sealed class KnowChannel(NetworkDb db, TimeProvider clock)
{
    /// <param name="Id">Conversation id without a thread.</param>
    /// <param name="Name">None = not told.</param>
    /// <param name="Kind">None = not told.</param>
    /// <param name="IsGone">Deleted, or the bot was taken out.</param>
    /// <param name="IsWholeTeam">It holds of all channels of the team.</param>
    public sealed record Seen(string Id, Address Address, string? Name, string? TeamId, string? TeamName, ChannelKind? Kind, Language? Language, bool IsGone, bool IsWholeTeam);

    public async Task Handle(Seen seen, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (seen is { IsWholeTeam: true, TeamId: { } team })
        {
            foreach (var one in await db.Channels.Where(c => c.TeamId == team).ToListAsync(stop))
            {
                one.TeamName = seen.TeamName ?? one.TeamName;
                one.GoneAt = seen.IsGone ? one.GoneAt ?? now : null;
            }
        }

        var channel = await db.Channels.FindAsync([seen.Id], stop);
        if (channel is null)
        {
            if (!seen.IsGone) channel = db.Channels.Add(new Channel { Id = seen.Id, Address = seen.Address }).Entity;
        }

        if (channel is not null)
        {
            (channel.TeamId, channel.TeamName) = (seen.TeamId ?? channel.TeamId, seen.TeamName ?? channel.TeamName);
            (channel.Name, channel.Kind, channel.Language) = (seen.Name ?? channel.Name, seen.Kind ?? channel.Kind, seen.Language ?? channel.Language);
            if (!seen.IsGone) channel.Address = seen.Address;
            channel.GoneAt = seen.IsGone ? channel.GoneAt ?? now : null;
        }

        await db.SaveChangesAsync(stop);
    }
}
