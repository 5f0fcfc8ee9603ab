using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.People.Invitations;

/// <summary>"invitations", for organisers.</summary>
public sealed class InvitationsCommand(ListInvitations list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope != Scope.Personal
            ? Reply.Text(turn.Say["Routing.OnlyInOwnChat"])
            : (await list.Handle(turn.By, stop)).Match(found => Reply.Card(InvitationsCard.For(found, turn.Reading)), Reply.Refused);
}

[Verb("invitation/list")]
public sealed class ListInvitationsRoute(InvitationsCommand command) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => command.Run("", turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => await command.Run("", turn, stop) is Reply.CardReply card ? card : Reply.Nothing;
}

/// <summary>The file for a mail program; whoever is in it counts as invited.</summary>
[Verb("invitation/file")]
public sealed class InvitationFileRoute(InvitePeople invite, SettingsInForce settings, IInvitationFiles files, IOneTimeLinks links, ListInvitationsRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var invited = await invite.Handle(new InvitePeople.Request(turn.By, Again: data.Flag("again")), stop);
        if (invited.Refusal is { } refusal) return Reply.Refused(refusal);
        if (invited.Value.Count == 0) return await list.Run(data, turn, stop);

        var now = await settings.Now(stop);
        var csv = files.Csv(invited.Value.Select(person => InvitationRow.Of(person, now, files.AppLink, turn.Zone)));
        return Reply.Card(InvitationFileCard.For(invited.Value.Count, await links.Offer(turn.By, "invitations.csv", "text/csv", csv, stop), turn.Reading));
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Show(data, turn, stop);
}

[Verb("invitation/person")]
public sealed class InvitationPersonRoute(InvitePeople invite, SettingsInForce settings, IInvitationFiles files, ListInvitationsRoute list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var invited = await invite.One(data.Id<MemberId>("person"), turn.By, stop);
        if (invited.Refusal is { } refusal) return Reply.Refused(refusal);
        var person = invited.Value;
        return Reply.Card(InvitationCard.For(person, InvitationText.Of(person, person.Language, await settings.Now(stop), files.AppLink, turn.Zone), turn.Reading));
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => list.Show(data, turn, stop);
}
