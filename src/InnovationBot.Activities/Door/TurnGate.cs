namespace InnovationBot.Activities;

/// <summary>A bound on turns that run at once: beyond it a quick 503, which channels repeat, beats a slow death of all.</summary>
internal sealed class TurnGate(int limit)
{
    private int running;

    public int Limit => limit;

    public bool TryEnter()
    {
        if (Interlocked.Increment(ref running) <= limit) return true;
        Interlocked.Decrement(ref running);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref running);
}
