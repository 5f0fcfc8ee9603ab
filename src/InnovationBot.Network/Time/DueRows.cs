namespace InnovationBot.Network.Time;

/// <summary>Acts on due rows one by one, each in a save of its own, so that one lost race or one broken row holds up nothing else.</summary>
internal static class DueRows
{
    /// <param name="act">Re-checks that the row is still due and saves; false when it was not.</param>
    /// <returns>How many were acted on.</returns>
    public static async Task<int> Each<TId>(this NetworkDb db, IEnumerable<TId> due, Func<TId, Task<bool>> act)
    {
        var acted = 0;
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
        }

        db.ChangeTracker.Clear();
        return acted;
    }
}
