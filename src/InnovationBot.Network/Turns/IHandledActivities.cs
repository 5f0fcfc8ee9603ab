namespace InnovationBot.Network.Turns;

/// <summary>The keys of activities whose effects are stored, asked for at the door of every turn and so without the cost of the object mapper.</summary>
public interface IHandledActivities
{
    /// <returns><c>null</c> when the activity is new, or was without effect.</returns>
    ValueTask<HandledActivity?> Find(string key, CancellationToken stop);

    /// <summary>Deletes keys older than <see cref="HandledActivity.Lifetime"/>.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> Prune(DateTimeOffset now, int most, CancellationToken stop);
}
