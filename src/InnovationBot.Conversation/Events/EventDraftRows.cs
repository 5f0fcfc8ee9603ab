using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>Events that somebody began and has not published.</summary>
public sealed class EventDraftRows(ListEvents list) : IOrganiseRows
{
    public int Order => 51;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop) => For(await list.Drafts(turn.By, stop), turn.Reading);

    internal static IReadOnlyList<OrganiseSection> For(IReadOnlyList<Event> drafts, Reading reading) => drafts.Count == 0 ? [] :
    [
        new(reading.Say["Events.Drafts", ("count", drafts.Count)], [.. drafts.Select(draft => HouseStyle.RowLink(
            draft.Title,
            reading.Say.Line(draft),
            new ExecuteAction
            {
                Title = reading.Say["Problems.OpenNamed", ("title", draft.Title)], Verb = "event/manage", Data = SignUpCard.Data(draft), AssociatedInputs = AssociatedInputs.None,
            }))]),
    ];
}
