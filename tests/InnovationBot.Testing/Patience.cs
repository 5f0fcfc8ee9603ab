namespace InnovationBot.Testing;

/// <summary>How long a test waits for what must come: it says that something hangs, never how fast it is.</summary>
public static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>Ends <see cref="Limit"/> from now.</summary>
    public static CancellationToken Token => new CancellationTokenSource(Limit, TimeProvider.System).Token;
}
