using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>Messages that somebody began and nobody sent, and corrections; those that wait for a second organiser first.</summary>
public sealed class DraftRows(ListBroadcasts list) : IOrganiseRows
{
    public int Order => 50;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop) => For(await list.Drafts(turn.By, stop), turn.Reading);

    internal static IReadOnlyList<OrganiseSection> For(IReadOnlyList<Broadcast> drafts, Reading reading) => drafts.Count == 0 ? [] :
        [new(reading.Say["Broadcasts.Drafts", ("count", drafts.Count)], [.. drafts.Select(draft => Row(draft, reading))])];

    private static ColumnSet Row(Broadcast draft, Reading reading)
    {
        var say = reading.Say;
        var kind = say[$"Broadcasts.Kind_{Vocabulary.Write(draft.Kind)}"];
        var title = draft.Content.TitleFor(say.Language) ?? kind;
        return HouseStyle.RowLink(
            title,
            Showing.Join(say, kind, say[$"Broadcasts.State_{(draft.Correction is null ? OrganiserCard.State(draft) : "waits")}"], say.Date(draft.CreatedAt, reading.Zone)),
            new ExecuteAction { Title = say["Problems.OpenNamed", ("title", title)], Verb = "broadcast/open", Data = OrganiserCard.Of(draft), AssociatedInputs = AssociatedInputs.None });
    }
}
