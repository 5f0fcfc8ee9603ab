using System.Security.Cryptography;
using System.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Broadcasts.Channels;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>Channels to post in, one message each, and teams whose members are written to one by one.</summary>
public static class ChannelForm
{
    /// <param name="broadcast">A draft.</param>
    /// <param name="channels">Those the bot is in.</param>
    /// <param name="chosen">Ids of those chosen.</param>
    /// <param name="reading">For whom.</param>
    public static AdaptiveCard For(Broadcast broadcast, IReadOnlyList<Channel> channels, IReadOnlyCollection<string> chosen, Reading reading)
    {
        var say = reading.Say;
        var of = OrganiserCard.Of(broadcast);
        var teams = Teams(channels);
        return HouseStyle.Card(
            say.Language.Code,
            say["Broadcasts.ChannelsHeading"],
            [
                new ChoiceSetInput
                {
                    Id = "channels", Label = say["Broadcasts.ChannelsLabel"], ErrorMessage = say["Words.ChooseOne"], IsMultiSelect = true,
                    Choices = [.. channels.Select(channel => new Choice(Title(channel, say), Value(channel.Id)))],
                    Chosen = [.. channels.Where(channel => chosen.Contains(channel.Id)).Select(channel => Value(channel.Id))],
                },
                HouseStyle.StrongButton(say["Broadcasts.Save"], "broadcast/channels-save", of),
                new ChoiceSetInput
                {
                    Id = "team", Label = say["Broadcasts.TeamLabel"], ErrorMessage = say["Words.ChooseOne"],
                    Choices = [.. teams.Select(team => new Choice(team.TeamName ?? say["Broadcasts.TeamWithoutName"], Value(team.TeamId!)))],
                },
                HouseStyle.Subtle(say["Broadcasts.TeamHint"]),
                HouseStyle.Button(say["Broadcasts.AddTeam"], "broadcast/team-add", of),
                HouseStyle.Back(say["Words.Back"], "broadcast/open", of),
            ]);
    }

    public static IReadOnlyList<Channel> Teams(IReadOnlyList<Channel> channels) => [.. channels.Where(channel => channel.TeamId is not null).DistinctBy(channel => channel.TeamId)];

    internal static string Title(Channel channel, Say say)
    {
        var team = channel.TeamName ?? say["Broadcasts.TeamWithoutName"];
        var kind = channel.Kind == ChannelKind.Standard ? null : say[$"Broadcasts.Channel_{Vocabulary.Write(channel.Kind)}"];
        return Words.Showing.Join(say, team, channel.Name ?? (channel.Id == channel.TeamId ? say["Broadcasts.GeneralChannel"] : say["Broadcasts.ChannelWithoutName"]), kind);
    }

    /// <summary>Names a channel or a team in a choice: ids hold signs that choices may not, and a place in the list is another's once the bot is added to one more.</summary>
    public static string Value(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 8));
}

[Verb("broadcast/channels")]
public sealed class ChannelsRoute(ListBroadcasts list, ListChannels channels, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var view = await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop);
        if (view.Refusal is { } refusal) return Reply.Refused(refusal);
        var known = await channels.Handle(turn.By, stop);
        return known.Count == 0
            ? Reply.Text(turn.Say["Broadcasts.NoChannels"])
            : Reply.Card(ChannelForm.For(view.Value.Broadcast, known, view.Value.Broadcast.Channels, turn.Reading), turn.Say["Broadcasts.DialogTitle"]);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}

[Verb("broadcast/channels-save")]
public sealed class SaveChannelsRoute(ComposeBroadcast compose, ListBroadcasts list, ListChannels channels, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<BroadcastId>("broadcast");
        var view = await list.Show(id, turn.By, counted: false, stop);
        if (view.Refusal is { } refusal) return Reply.Refused(refusal);
        var chosen = await Chosen(data, turn, stop);
        if (chosen.Count < data.Choices("channels").Distinct().Count()) return Reply.Refused(BroadcastRefusals.ChannelUnknown); // gone since the form was drawn
        var saved = await compose.Post(id, turn.By, chosen, stop);
        return saved.Refusal is { } why ? Reply.Refused(why) : await show.Finished(id, turn, turn.Say["Broadcasts.Saved"], stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Repeats is not null) return await show.One(data, turn, stop);
        var view = await list.Show(data.Id<BroadcastId>("broadcast"), turn.By, counted: false, stop);
        if (view.Refusal is not null || !view.Value.Broadcast.IsDraft) return Reply.Nothing;
        return Reply.Card(ChannelForm.For(view.Value.Broadcast, await channels.Handle(turn.By, stop), await Chosen(data, turn, stop), turn.Reading));
    }

    private async Task<List<string>> Chosen(PressData data, Turn turn, CancellationToken stop)
    {
        var chosen = data.Choices("channels");
        return [.. (await channels.Handle(turn.By, stop)).Select(channel => channel.Id).Where(id => chosen.Contains(ChannelForm.Value(id)))];
    }
}

/// <summary>Adds a team's members, as they are now, as a group of the audience.</summary>
[Verb("broadcast/team-add")]
public sealed class AddTeamRoute(ComposeBroadcast compose, ListBroadcasts list, ListChannels channels, ISenders senders, ShowBroadcasts show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var id = data.Id<BroadcastId>("broadcast");
        var view = await list.Show(id, turn.By, counted: false, stop);
        if (view.Refusal is { } refusal) return Reply.Refused(refusal);
        if (ChannelForm.Teams(await channels.Handle(turn.By, stop)).FirstOrDefault(one => ChannelForm.Value(one.TeamId!) == data.Text("team", 32)) is not { TeamId: { } teamId } team)
            return Reply.Refused(BroadcastRefusals.ChannelUnknown);

        var accounts = new List<(string, string)>();
        await foreach (var member in senders.Members(team.Address, teamId, stop)) accounts.Add((member.Tenant, member.EntraId));
        var people = await channels.Known(accounts, stop);
        if (people.Count == 0) return Reply.Refused(AudienceRefusals.Nobody);

        var draft = AudienceDraft.Of(view.Value.Broadcast.Audience);
        var saved = await compose.Address(id, turn.By, draft.With($"{draft.Groups.Count}", new Audience { People = [.. people] }).Whole, stop);
        return saved.Refusal is { } why
            ? Reply.Refused(why)
            : await show.Finished(id, turn, turn.Say["Broadcasts.TeamAdded", ("known", people.Count), ("all", accounts.Count)], stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => show.One(data, turn, stop);
}
