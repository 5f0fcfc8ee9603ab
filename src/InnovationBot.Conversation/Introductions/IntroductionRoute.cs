using InnovationBot.Conversation.Introductions.Times;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>
/// A press about an introduction that exists: reads its id, runs one act, and shows the introduction as it then is. The
/// fresh card of a press that came late or twice is the same.
/// </summary>
public abstract class IntroductionRoute(ShowIntroduction show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        await Act(data.Id<IntroductionId>("introduction"), data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<IntroductionId>("introduction") is { } id
            ? (await show.Handle(id, turn.By, stop)).Match(view => Draw(view, turn), _ => Reply.Nothing)
            : Reply.Nothing;

    protected abstract Task<Reply> Act(IntroductionId id, PressData data, Turn turn, CancellationToken stop);

    /// <summary>The form of times once more, with what was filled in and what is wrong with it.</summary>
    protected async Task<Reply> Mend(IntroductionId id, PressData data, Refusal why, Turn turn, CancellationToken stop) =>
        (await show.Handle(id, turn.By, stop)).Match(view => Reply.Card(TimesForm.For(view, turn.Reading, data, why)), Reply.Refused);

    /// <summary>The introduction as it now is, for the one who pressed.</summary>
    protected static Reply Draw(IntroductionView view, Turn turn) => Reply.Card(IntroductionCard.For(view, turn.Reading));

    protected static Reply Draw(Result<IntroductionView> result, Turn turn) => result.Match(view => Draw(view, turn), Reply.Refused);
}
