namespace InnovationBot.Network.Outbox;

/// <summary>
/// Reads the change sequence. A line says that something is to be read again, not what it was: reading a line twice does no
/// harm, missing one would. So a batch ends before the first change that could still be overtaken by an open transaction.
/// </summary>
public interface IChangeFeed
{
    /// <summary>
    /// The place after all changes that every reader of the store sees by now. Whoever builds a copy takes it first, then
    /// reads the store, then follows from it.
    /// </summary>
    Task<ChangePosition> End(CancellationToken stop);

    /// <summary>Reads at most <paramref name="most"/> changes after a place, in order.</summary>
    Task<ChangeBatch> Read(ChangePosition after, int most, CancellationToken stop);

    /// <summary>Deletes changes older than <see cref="Change.Lifetime"/>, but never the last one.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> Prune(DateTimeOffset now, int most, CancellationToken stop);
}

/// <summary>A place in the change sequence of one store, to be kept by whoever follows. Opaque; the default is the place before the first change.</summary>
public readonly record struct ChangePosition(string? Value)
{
    public override string ToString() => Value ?? "";
}

/// <param name="Changes">Empty when there is nothing new.</param>
/// <param name="Next">Where to read on.</param>
/// <param name="Lost">
/// This store does not know the place that was asked for: it was restored from a backup, replaced, or the changes behind it
/// were deleted. Build anew.
/// </param>
public sealed record ChangeBatch(IReadOnlyList<Change> Changes, ChangePosition Next, bool Lost = false);
