using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Counting;

namespace InnovationBot.Conversation.Problems;

/// <summary>What the cases that fit say together: a row for each figure, which opens the cases it counts.</summary>
public static class CountedCard
{
    public static AdaptiveCard For(ProblemId problem, CaseCounts counts, Say say)
    {
        var rows = new List<ColumnSet>
        {
            Row(say.Count("Problems.CountedAll", counts.Total), "", "all", problem, say),
        };
        rows.AddRange(counts.Outcomes.Select(outcome => Row(say.Word(outcome.Outcome), Cases(outcome.Cases, say), $"outcome.{Vocabulary.Write(outcome.Outcome)}", problem, say)));
        if (counts.Barrier is { } barrier)
            rows.Add(Row(say["Problems.CountedBarrier", ("barrier", say.Word(barrier.Barrier))], Cases(barrier.Cases, say), $"barrier.{Vocabulary.Write(barrier.Barrier)}", problem, say));
        if (counts.Cost is { } cost)
            rows.Add(Row(say["Problems.CountedCost", ("range", Range(say.Word(cost.From), say.Word(cost.To), say))], Cases(cost.Cases, say), "cost", problem, say));
        if (counts.Effort is { } effort)
            rows.Add(Row(say["Problems.CountedEffort", ("range", Range(say.Word(effort.From), say.Word(effort.To), say))], Cases(effort.Cases, say), "effort", problem, say));
        return HouseStyle.Card(say.Language.Code, say.Count("Problems.CountedHeading", counts.Total),
            [HouseStyle.Subtle(say["Problems.CountedHow"]), HouseStyle.Rows([.. rows]), Back(problem, say)]);
    }

    public static AdaptiveCard For(ListedFigure listed, Say say) => HouseStyle.Card(
        say.Language.Code, say.Count("Problems.CountedList", listed.All, ("what", What(listed.Figure, say))),
        [
            HouseStyle.Rows([.. listed.Cases.Select(one => HouseStyle.RowLink(
                say.Title(one.Case),
                say.Line(one.Case, one.Organisation, one.Kind, one.Confirmation),
                new ExecuteAction
                {
                    Title = say["Problems.OpenNamed", ("title", say.Title(one.Case))],
                    Verb = "case/open",
                    Data = CardData.Of(("case", one.Case.Id.ToString()), ("problem", listed.Problem.Id.ToString())),
                    AssociatedInputs = AssociatedInputs.None,
                },
                HouseStyle.BadgeLine(say.OutcomeBadge(one.Case.Outcome), Beside(listed.Figure, one.Case, say))))]),
            HouseStyle.Back(say["Words.Back"], "problem/counted", ("problem", listed.Problem.Id.ToString())),
        ]);

    /// <summary>"7 cases say: it worked 4, it worked in part 2 …", the line on the answer.</summary>
    public static string Line(CaseCounts counts, Say say) => Showing.Join(
        say,
        string.Join(", ", counts.Outcomes.Select(outcome => $"{say.Word(outcome.Outcome)} {outcome.Cases}")),
        counts.Barrier is { } barrier ? say["Problems.CountedBarrier", ("barrier", say.Word(barrier.Barrier))] : null,
        counts.Cost is { } cost ? say["Problems.CountedCost", ("range", Range(say.Word(cost.From), say.Word(cost.To), say))] : null,
        counts.Effort is { } effort ? say["Problems.CountedEffort", ("range", Range(say.Word(effort.From), say.Word(effort.To), say))] : null);

    private static string What(CountedFigure figure, Say say) => figure switch
    {
        { Outcome: { } outcome } => say.Word(outcome),
        { Barrier: { } barrier } => say.Word(barrier),
        { WithCost: true } => say["Problems.CountedCostTold"],
        { WithEffort: true } => say["Problems.CountedEffortTold"],
        _ => say["Problems.CountedFit"],
    };

    private static string Beside(CountedFigure figure, Network.Cases.Case @case, Say say) => figure switch
    {
        { WithCost: true } when @case.Cost is { } cost => say.Word(cost),
        { WithEffort: true } when @case.Effort is { } effort => say.Word(effort),
        _ => "",
    };

    private static string Range(string from, string to, Say say) => from == to ? from : say["Problems.CountedRange", ("from", from), ("to", to)];

    private static string Cases(int count, Say say) => say.Count("Problems.CountedCases", count);

    private static ColumnSet Row(string what, string line, string figure, ProblemId problem, Say say) => HouseStyle.RowLink(
        what, line.Length > 0 ? line : say["Problems.CountedOpenAll"],
        new ExecuteAction
        {
            Title = say["Problems.CountedOpen", ("what", what)],
            Verb = "problem/figure",
            Data = CardData.Of(("problem", problem.ToString()), ("figure", figure)),
            AssociatedInputs = AssociatedInputs.None,
        });

    private static ActionSet Back(ProblemId problem, Say say) => HouseStyle.Back(say["Words.Back"], "problem/show", ("problem", problem.ToString()));
}
