using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Overview;

namespace InnovationBot.Conversation.Problems.Overview;

/// <summary>The ways in which organisers look at what people ask about.</summary>
public sealed class OverviewRows : IOrganiseRows
{
    public int Order => 35;

    public Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<OrganiseSection>>(turn.Sender.Has(Role.Organiser) ? [For(turn.Say)] : []);

    internal static OrganiseSection For(Say say) => new(say["Overview.Section"], [.. Enum.GetValues<ProblemGrouping>().Select(one => Row(one, say))]);

    private static ColumnSet Row(ProblemGrouping grouping, Say say)
    {
        var word = Vocabulary.Write(grouping);
        return HouseStyle.RowLink(
            say[$"Overview.By_{word}"], say[$"Overview.Hint_{word}"],
            new ExecuteAction { Title = say[$"Overview.By_{word}"], Verb = "problems/by", Data = ("by", word), AssociatedInputs = AssociatedInputs.None });
    }
}

/// <summary>How many people asked about what, and how many of them found nothing.</summary>
public static class OverviewCard
{
    private const int Most = 15;

    public static AdaptiveCard For(ProblemGrouping grouping, IReadOnlyList<CountedProblems> counted, ITasks tasks, Say say)
    {
        var body = new List<CardElement>();
        if (counted.Count == 0) body.Add(HouseStyle.Paragraph(say["Overview.None"]));
        foreach (var one in counted.Take(Most))
        {
            body.Add(say.Labelled(Name(grouping, one.Key, tasks, say), Showing.Join(
                say, say["Overview.People", ("people", say.Figure(one.People))],
                one.AllAnswered ? say["Overview.AllAnswered"] : say["Overview.Unanswered", ("people", say.Figure(one.Unanswered))])));
        }

        body.Add(HouseStyle.Subtle(say["Overview.Rule"]));
        body.Add(HouseStyle.Back(say["Words.Back"], "organise/show"));
        return HouseStyle.Card(say.Language.Code, say[$"Overview.Heading_{Vocabulary.Write(grouping)}"], body);
    }

    private static string Name(ProblemGrouping grouping, string key, ITasks tasks, Say say) => grouping switch
    {
        ProblemGrouping.Task => tasks.Name(key, say.Language),
        ProblemGrouping.Tier when Vocabulary.TryRead<Tier>(key, out var tier) => say.Word(tier),
        ProblemGrouping.Time when Quarter.Read(key) is { } quarter => say["Overview.Quarter", ("quarter", quarter.Number), ("year", quarter.Year)],
        _ => key,
    };
}

[Verb("problems/by")]
public sealed class OverviewRoute(CountProblems count, ITasks tasks, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var grouping = data.Word<ProblemGrouping>("by") ?? ProblemGrouping.Task;
        return (await count.Handle(grouping, turn.By, stop)).Match(counted => Reply.Card(OverviewCard.For(grouping, counted, tasks, turn.Say)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}
