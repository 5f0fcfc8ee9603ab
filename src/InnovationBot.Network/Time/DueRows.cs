using System.Runtime.ExceptionServices;

namespace InnovationBot.Network.Time;

/// <summary>Acts on due rows one by one, each in a save of its own, so that a lost race or a row that fails holds up none of the others.</summary>
internal static class DueRows
{
    /// <param name="act">Re-checks that the row is still due and saves; false when it was not.</param>
    /// <returns>How many were acted on. What failed is thrown after the last row had its turn, the first of it.</returns>
    public static async Task<int> Each<TId>(this NetworkDb db, IEnumerable<TId> due, Func<TId, Task<bool>> act)
    {
        var acted = 0;
        ExceptionDispatchInfo? failure = null;
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                if (await act(id)) acted++;
            }
            catch (Exception lost) when (db.IsLostRace(lost))
            {
                // Somebody else acted on it, or will: whatever is still due stays due.
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                failure ??= ExceptionDispatchInfo.Capture(failed);
            }
        }

        db.ChangeTracker.Clear();
        failure?.Throw();
        return acted;
    }
}
