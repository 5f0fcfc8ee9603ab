using System.Collections.Concurrent;

namespace InnovationBot.Search.Analysis;

/// <summary>What was worked out for a key, kept for the first so many; for others it is worked out each time. Thread-safe.</summary>
/// <param name="most">So many, about: threads that come at once may keep one each beyond it.</param>
/// <param name="size">What a value counts of them; <c>null</c>: each counts one.</param>
internal sealed class Remembered<TKey, TValue>(long most, IEqualityComparer<TKey>? comparer = null, Func<TValue, long>? size = null)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> known = new(comparer ?? EqualityComparer<TKey>.Default);
    private long count; // the dictionary's own takes all its locks

    /// <param name="key">The same key gives the same value whenever it is worked out.</param>
    /// <param name="from">What <paramref name="make"/> needs beside the key.</param>
    /// <param name="make">Works it out; may run twice at once.</param>
    public TValue Of<TFrom>(TKey key, TFrom from, Func<TKey, TFrom, TValue> make)
    {
        if (known.TryGetValue(key, out var value)) return value;
        value = make(key, from);
        var counts = size?.Invoke(value) ?? 1;
        if (Volatile.Read(ref count) + counts <= most && known.TryAdd(key, value)) Interlocked.Add(ref count, counts);
        return value;
    }
}
