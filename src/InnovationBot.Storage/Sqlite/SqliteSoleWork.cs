using InnovationBot.Network.Outbox;

namespace InnovationBot.Storage.Sqlite;

/// <summary>A file has one service on it, which does all the work.</summary>
internal sealed class SqliteSoleWork : ISoleWork
{
    public ValueTask<ISoleTurn?> TryTake(string name, CancellationToken stop) => ValueTask.FromResult<ISoleTurn?>(new Turn());

    private sealed class Turn : ISoleTurn
    {
        public ValueTask<bool> IsHeld(CancellationToken stop) => ValueTask.FromResult(true);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
