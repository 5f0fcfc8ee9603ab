using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Feedback;

namespace InnovationBot.Conversation.Problems;

/// <summary>Why the newest answer, or the one whose button was pressed, holds what it holds.</summary>
public sealed class WhyCommand(ExplainAnswer explain) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await explain.Handle(null, turn.By, stop)).Match(explained => Reply.Card(WhyCard.For(explained, turn.Say)), _ => Reply.Text(turn.Say["Problems.WhyNone"]));
    }
}

[Verb("problem/why")]
public sealed class WhyRoute(ExplainAnswer explain) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<ProblemId>("problem"), turn, stop);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Of(data.Id<ProblemId>("problem"), turn, stop);

    internal async Task<Reply> Of(ProblemId problem, Turn turn, CancellationToken stop) =>
        (await explain.Handle(problem, turn.By, stop)).Match(explained => Reply.Card(WhyCard.For(explained, turn.Say)), Reply.Refused);
}

[Verb("problem/helped")]
public sealed class ThisHelpedRoute(GiveFeedback give, WhyRoute why) : FeedbackRoute(give, why, helped: true);

[Verb("problem/not-fit")]
public sealed class DidNotFitRoute(GiveFeedback give, WhyRoute why) : FeedbackRoute(give, why, helped: false);

[Verb("problem/feedback-back")]
public sealed class TakeFeedbackBackRoute(GiveFeedback give, WhyRoute why) : FeedbackRoute(give, why, helped: null);

/// <summary>What the owner of a problem says of a suggested case; the card shows it, and how to take it back.</summary>
public abstract class FeedbackRoute(GiveFeedback give, WhyRoute why, bool? helped) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var given = await give.Handle(data.Id<SuggestionId>("suggestion"), turn.By, helped, stop);
        return given.Refusal is { } refusal ? Reply.Refused(refusal) : await why.Of(given.Value, turn, stop);
    }

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Nothing);
}
