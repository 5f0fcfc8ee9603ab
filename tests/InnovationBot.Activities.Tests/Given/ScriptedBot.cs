using System.Collections.Concurrent;

namespace InnovationBot.Activities.Tests;

/// <summary>Does what the test says, and remembers its turns.</summary>
internal sealed class ScriptedBot : IBot
{
    public ConcurrentQueue<TurnContext> Turns { get; } = new();

    public Func<TurnContext, CancellationToken, ValueTask<InvokeResponse?>> Does { get; set; } = (_, _) => ValueTask.FromResult<InvokeResponse?>(null);

    /// <summary>Answers every message with its own text.</summary>
    public void Echoes() => Does = async (turn, stop) =>
    {
        if (turn.Activity.Type == ActivityTypes.Message) await turn.Send(Activity.Message(turn.Activity.Text ?? ""), stop);
        return null;
    };

    public ValueTask<InvokeResponse?> OnTurn(TurnContext turn, CancellationToken stop)
    {
        Turns.Enqueue(turn);
        return Does(turn, stop);
    }
}
