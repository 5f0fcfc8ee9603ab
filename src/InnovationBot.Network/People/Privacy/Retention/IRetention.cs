using InnovationBot.Network.Settings;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>
/// One kind of data that ends when its time is over, whatever the time was when it was written: a shorter one holds for what is there
/// already, unless somebody was told a day.
/// </summary>
public interface IRetention
{
    Kept Kind { get; }

    /// <summary>How much would go now if it were kept since <paramref name="before"/> only.</summary>
    Task<int> Count(DateTimeOffset before, CancellationToken stop);

    /// <summary>Ends at most so many, each in a transaction that checks again.</summary>
    /// <returns>How much went, counted as <see cref="Count"/> counts.</returns>
    Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop);
}
