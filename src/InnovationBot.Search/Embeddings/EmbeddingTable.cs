using System.Numerics;
using System.Runtime.InteropServices;

namespace InnovationBot.Search.Embeddings;

/// <summary>All embeddings of one model in memory, of length 1 each. One thread writes, many read.</summary>
internal sealed class EmbeddingTable(string model, int dimensions)
{
    private readonly Lock gate = new();
    private volatile Dictionary<Guid, int> places = [];
    private volatile float[][] vectors = [];
    private volatile string[] hashes = [];
    private volatile int count;

    public string Model { get; } = model;

    public int Dimensions { get; } = dimensions;

    /// <summary>What the model showed itself worth when it was tried.</summary>
    public ModelWorth Worth { get; set; } = ModelWorth.Untried;

    /// <summary>How many texts there were when it was.</summary>
    public int TriedWith { get; set; }

    /// <summary>Counts up with each subject that was not there before.</summary>
    public int Count => count;

    /// <returns>-1 when there is none yet.</returns>
    public int Place(Guid subject)
    {
        lock (gate) return places.TryGetValue(subject, out var place) ? place : -1;
    }

    public bool Has(Guid subject, string hash)
    {
        lock (gate) return places.TryGetValue(subject, out var place) && hashes[place] == hash;
    }

    public float[] this[int place] => vectors[place];

    public void Put(Guid subject, string hash, float[] vector)
    {
        lock (gate)
        {
            if (!places.TryGetValue(subject, out var place))
            {
                place = count;
                if (place == vectors.Length)
                {
                    var (longer, more) = (vectors, hashes);
                    Array.Resize(ref longer, Math.Max(64, 2 * place));
                    Array.Resize(ref more, longer.Length);
                    (vectors, hashes) = (longer, more);
                }

                places[subject] = place;
            }

            (vectors[place], hashes[place]) = (vector, hash);
            count = Math.Max(count, place + 1);
        }
    }

    /// <summary>Brings it to length 1.</summary>
    /// <returns>No for vectors without direction, or with numbers that are none.</returns>
    public static bool Normalise(Span<float> vector)
    {
        var squares = 0.0;
        foreach (var number in vector) squares += (double)number * number;
        if (!double.IsFinite(squares) || squares <= 0) return false;
        var factor = (float)(1 / Math.Sqrt(squares));
        foreach (ref var number in vector) number *= factor;
        return true;
    }

    public static float Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        var at = 0;
        for (; at <= one.Length - Vector<float>.Count; at += Vector<float>.Count) sum += new Vector<float>(one[at..]) * new Vector<float>(other[at..]);
        var product = Vector.Sum(sum);
        for (; at < one.Length; at++) product += one[at] * other[at];
        return product;
    }

    public static byte[] ToBytes(float[] vector) => MemoryMarshal.AsBytes<float>(vector).ToArray();

    public static float[] FromBytes(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
