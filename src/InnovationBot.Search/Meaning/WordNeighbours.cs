using InnovationBot.Search.Analysis;
using InnovationBot.Search.Packs;

namespace InnovationBot.Search.Meaning;

/// <summary>
/// For an English word those that lie closest to it: "lorry" for "truck", "nurse" for "ward". A word is compared with all others once, which takes
/// a millisecond or two, and remembered. Thread-safe.
/// </summary>
internal sealed class WordNeighbours(EnglishWords words)
{
    /// <summary>Words less alike than this are related by chance.</summary>
    public const float LeastCosine = 0.4f;

    // More than are ever looked for: most of them stand in no case of a library.
    private const int Most = 48;
    private const int MostRemembered = 20_000;

    private readonly Remembered<int, (int Word, float Cosine)[]> remembered = new(MostRemembered);

    /// <summary>Closest first, without the word itself.</summary>
    public IReadOnlyList<(int Word, float Cosine)> Of(int word) => remembered.Of(word, this, static (word, neighbours) => neighbours.Find(word));

    private (int, float)[] Find(int word)
    {
        const int least = (int)(LeastCosine * 127 * 127);
        var own = Directions.Widened(words.Vector(word));
        var all = words.Vectors;
        var length = words.Dimensions;
        var best = new PriorityQueue<int, int>(Most + 1);
        for (var other = 0; other < words.Count; other++)
        {
            var product = Directions.Product(own, all.Slice(other * length, length));
            if (product < least || other == word || (best.Count == Most && best.TryPeek(out _, out var lowest) && product <= lowest)) continue;
            best.Enqueue(other, product);
            if (best.Count > Most) best.Dequeue();
        }

        var found = new (int, float)[best.Count];
        for (var i = found.Length - 1; i >= 0; i--) found[i] = best.TryDequeue(out var other, out var product) ? (other, product / (127f * 127f)) : default;
        return found;
    }
}
