namespace InnovationBot.Testing.Connector;

/// <summary>What arrived and what was taken, in order, for many writers and waiting readers.</summary>
internal sealed class CallRecord
{
    private readonly Lock gate = new();
    private readonly List<ConnectorCall> arrived = [];
    private readonly List<ConnectorCall> taken = [];
    private readonly HashSet<(string Conversation, string Activity)> known = [];
    private readonly List<(Func<ConnectorCall, bool> Fits, TaskCompletionSource<ConnectorCall> Found)> waiting = [];

    public IReadOnlyList<ConnectorCall> Arrived
    {
        get
        {
            lock (gate) return [.. arrived];
        }
    }

    public IReadOnlyList<ConnectorCall> Taken
    {
        get
        {
            lock (gate) return [.. taken];
        }
    }

    public bool Knows(string conversationId, string activityId)
    {
        lock (gate) return known.Contains((conversationId, activityId));
    }

    public void Arrive(ConnectorCall call)
    {
        lock (gate) arrived.Add(call);
    }

    public void Take(ConnectorCall call)
    {
        lock (gate)
        {
            taken.Add(call);
            known.Add((call.ConversationId, call.ActivityId));
            for (var i = waiting.Count - 1; i >= 0; i--)
            {
                if (!waiting[i].Fits(call)) continue;
                waiting[i].Found.TrySetResult(call);
                waiting.RemoveAt(i);
            }
        }
    }

    public Task<ConnectorCall> WaitFor(Func<ConnectorCall, bool> fits, CancellationToken stop)
    {
        lock (gate)
        {
            if (taken.Find(call => fits(call)) is { } already) return Task.FromResult(already);
            var found = new TaskCompletionSource<ConnectorCall>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((fits, found));
            return found.Task.WaitAsync(stop);
        }
    }
}
