using InnovationBot.Network.Settings;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>One kind of data that ends when its time is over. Kinds with a due time on every row (drafts, check-in texts, registrations) have a due work of their own.</summary>
public interface IRetention
{
    Kept Kind { get; }

    /// <summary>How much would go now if it were kept since <paramref name="before"/> only.</summary>
    Task<int> Count(DateTimeOffset before, CancellationToken stop);

    /// <summary>Deletes at most so much, each in a transaction that checks again.</summary>
    Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop);
}
