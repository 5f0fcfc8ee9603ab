using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards.Results;

/// <summary>Rounds whose scores are in: they wait for a decision, for the time of objections, or to be announced.</summary>
public sealed class ResultRows(ListAwards awards) : IOrganiseRows
{
    public int Order => 45;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        if ((await awards.Handle(turn.By, stop)) is not { Refusal: null, Value: { Organises: true } page }) return [];
        List<ColumnSet> rows = [.. page.Running.Where(round => round.IsScoringOver(turn.Now)).Take(60).Select(round => HouseStyle.RowLink(round.Name, turn.Say[Waits(round, turn.Now)], AwardWords.Act(round.Name, "award/ranking", AwardWords.Data(round))))];
        return rows.Count == 0 ? [] : [new OrganiseSection(turn.Say["AwardResults.WaitsHeading"], rows)];
    }

    private static string Waits(AwardRound round, DateTimeOffset now) =>
        round.StateAt(now) != AwardState.Decided ? "AwardResults.WaitsDecision" : now < round.ObjectionsEndAt ? "AwardResults.WaitsObjections" : "AwardResults.WaitsAnnounce";
}
