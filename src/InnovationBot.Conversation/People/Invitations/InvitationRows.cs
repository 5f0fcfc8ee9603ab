using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Invitations;

namespace InnovationBot.Conversation.People.Invitations;

/// <summary>Imported people whom nobody has written to.</summary>
public sealed class InvitationRows(ListInvitations list) : IOrganiseRows
{
    public int Order => 30;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await list.Handle(turn.By, stop);
        return found.Refusal is null ? For(found.Value.NotYet, turn.Reading) : [];
    }

    internal static IReadOnlyList<OrganiseSection> For(int count, Reading reading) => count == 0 ? [] :
    [
        new(reading.Say["Invitations.Waiting", ("count", count)], [HouseStyle.RowLink(
            reading.Say["Invitations.WaitingRow"], reading.Say["Invitations.File"],
            new ExecuteAction { Title = reading.Say["Invitations.WaitingRow"], Verb = "invitation/list", AssociatedInputs = AssociatedInputs.None })]),
    ];
}
