namespace InnovationBot.Network.Turns;

/// <summary>How many turns a person takes at all instances together; there only where the instances share something that is quick enough to be asked.</summary>
public interface ITurnBudget
{
    /// <summary>Takes one turn of a person's budget, which fills evenly and holds half a minute's.</summary>
    /// <param name="person">Names the person to this budget alone.</param>
    /// <param name="perMinute">1 or more.</param>
    /// <returns>Whether there was one; <c>null</c> when nobody can say now.</returns>
    Task<bool?> TryTake(string person, int perMinute);
}
