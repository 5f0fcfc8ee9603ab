using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Counting;
using Barrier = InnovationBot.Network.Barrier;

namespace InnovationBot.Conversation.Problems;

/// <summary>What the cases that fit a problem say together, figure by figure.</summary>
[Verb("problem/counted")]
public sealed class CountedRoute(CountCases count, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await count.Handle(data.Id<ProblemId>("problem"), turn.By, stop)).Match(
            counted => counted.Counts is null ? Reply.Text(turn.Say["Problems.CountedNoMore"]) : Reply.Card(CountedCard.For(counted.Problem.Id, counted.Counts, turn.Say)),
            Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}

/// <summary>The cases behind one figure.</summary>
[Verb("problem/figure")]
public sealed class FigureRoute(CountCases count, ShowAnswerRoute answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var figure = data.Text("figure").Split('.', 2) switch
        {
            ["outcome", var word] when Vocabulary.TryRead<Outcome>(word, out var outcome) => new CountedFigure(Outcome: outcome),
            ["barrier", var word] when Vocabulary.TryRead<Barrier>(word, out var barrier) => new CountedFigure(Barrier: barrier),
            ["cost", ..] => new CountedFigure(WithCost: true),
            ["effort", ..] => new CountedFigure(WithEffort: true),
            _ => new CountedFigure(),
        };
        return (await count.List(data.Id<ProblemId>("problem"), turn.By, figure, stop)).Match(listed => Reply.Card(CountedCard.For(listed, turn.Say)), Reply.Refused);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => answer.Show(data, turn, stop);
}
