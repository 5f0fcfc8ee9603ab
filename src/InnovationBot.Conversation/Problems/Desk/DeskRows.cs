using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Problems.Desk;

namespace InnovationBot.Conversation.Problems.Desk;

/// <summary>Problems that nobody answered and whose owner asked organisers, and what else lies at the desk.</summary>
public sealed class DeskRows(ListDesk list) : IOrganiseRows
{
    public int Order => 5;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop) => For(await list.Open(turn.By, stop), turn.Reading);

    internal static IReadOnlyList<OrganiseSection> For(IReadOnlyList<DeskItemShown> items, Reading reading)
    {
        var (unanswered, desk) = (items.Where(item => item.OrganisersAsked).ToList(), items.Where(item => !item.OrganisersAsked).ToList());
        OrganiseSection[] all =
        [
            new(reading.Say["Desk.OrganiseUnanswered", ("count", unanswered.Count)], [.. unanswered.Select(item => DeskListCard.Row(item, reading))]),
            new(reading.Say["Desk.OrganiseItems", ("count", desk.Count)], [.. desk.Select(item => DeskListCard.Row(item, reading))]),
        ];
        return [.. all.Where(section => section.Rows.Count > 0)];
    }
}
