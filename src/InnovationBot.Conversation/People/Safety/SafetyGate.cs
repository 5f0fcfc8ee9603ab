using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Conversation.People.Safety;

/// <summary>
/// Stands before every route: what tells of harassment, wrongdoing, danger or self-harm reaches no use case, so that nothing of it is stored,
/// and whoever wrote it sees whom to turn to.
/// </summary>
public sealed class SafetyGate(WhoToTurnTo help)
{
    /// <returns><c>null</c> to let the text pass.</returns>
    public async Task<Reply?> Answer(string text, Turn turn, CancellationToken stop)
    {
        if (ConcernFinder.Find(text) is not { } concern) return null;
        // What somebody in need is told is nobody else's to read.
        return turn.Scope == Scope.Personal
            ? Reply.Card(ConcernCard.For(concern, await help.Handle(turn.By, stop), turn.Say), turn.Say["Safety.Title"])
            : Reply.Text(turn.Say["Safety.OnlyAlone"]);
    }
}
