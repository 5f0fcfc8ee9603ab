using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InnovationBot.Search.Packs;

/// <summary>English words by their stems, how many meanings speak of each, and their directions, a byte a dimension.</summary>
internal sealed class EnglishWords
{
    private readonly StringTable words;
    private readonly ReadOnlyMemory<byte> frequencies;
    private readonly ReadOnlyMemory<byte> vectors;

    public EnglishWords(ReadOnlyMemory<byte> section)
    {
        words = StringTable.Read(section, out var rest);
        Dimensions = MemoryMarshal.Read<int>(rest.Span);
        rest = rest[4..];
        frequencies = rest[..(4 * words.Count)];
        vectors = rest.Slice(4 * words.Count, Dimensions * words.Count);
        MostFrequent = MemoryMarshal.Cast<byte, int>(frequencies.Span).ToArray().DefaultIfEmpty(1).Max();
    }

    public int Dimensions { get; }

    public int Count => words.Count;

    /// <summary>Meanings that speak of the commonest word.</summary>
    public int MostFrequent { get; }

    /// <returns>-1 for a word that WordNet and the lexicon do not have.</returns>
    public int Find(string stem) => words.Find(stem);

    public string this[int word] => words[word];

    /// <summary>Meanings that speak of the word; at least one.</summary>
    public int Frequency(int word) => MemoryMarshal.Cast<byte, int>(frequencies.Span)[word];

    /// <summary>A direction of length 1, times 127.</summary>
    public ReadOnlySpan<sbyte> Vector(int word) => MemoryMarshal.Cast<byte, sbyte>(vectors.Span.Slice(word * Dimensions, Dimensions));

    /// <summary>Those of all words, one after the other.</summary>
    public ReadOnlySpan<sbyte> Vectors => MemoryMarshal.Cast<byte, sbyte>(vectors.Span);

    /// <summary>Adds a multiple of a word's direction.</summary>
    public void Add(int word, float weight, Span<float> into)
    {
        var vector = Vector(word);
        var factor = weight / 127f;
        var at = 0;
        for (; at <= vector.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
        {
            System.Numerics.Vector.Widen(new Vector<sbyte>(vector[at..]), out var low, out var high);
            Add(low, factor, into[at..]);
            Add(high, factor, into[(at + Vector<short>.Count)..]);
        }

        for (; at < vector.Length; at++) into[at] += factor * vector[at];
    }

    private static void Add(Vector<short> numbers, float factor, Span<float> into)
    {
        System.Numerics.Vector.Widen(numbers, out var low, out var high);
        (new Vector<float>(into) + factor * System.Numerics.Vector.ConvertToSingle(low)).CopyTo(into);
        var rest = into[Vector<float>.Count..];
        (new Vector<float>(rest) + factor * System.Numerics.Vector.ConvertToSingle(high)).CopyTo(rest);
    }

    /// <param name="sorted">In the order of <see cref="StringTable.Sorted"/>.</param>
    /// <param name="dense">A row of numbers for each word.</param>
    public static byte[] Write(IReadOnlyList<string> sorted, IReadOnlyList<int> frequencies, float[] dense, int dimensions)
    {
        using var written = new MemoryStream();
        written.Write(StringTable.Write(sorted));
        while (written.Length % 4 != 0) written.WriteByte(0);
        written.Write(BitConverter.GetBytes(dimensions));
        foreach (var frequency in frequencies) written.Write(BitConverter.GetBytes(frequency));
        var row = new byte[dimensions];
        for (var word = 0; word < sorted.Count; word++)
        {
            Directions.Pack(dense.AsSpan(word * dimensions, dimensions), MemoryMarshal.Cast<byte, sbyte>(row.AsSpan()));
            written.Write(row);
        }

        return written.ToArray();
    }
}

/// <summary>Directions as one signed byte a dimension: a quarter of the memory, and cosines that differ in the third digit.</summary>
internal static class Directions
{
    /// <summary>Brings a vector to length 1 and rounds it; a zero vector stays zero.</summary>
    public static void Pack(ReadOnlySpan<float> vector, Span<sbyte> into)
    {
        var squares = 0.0;
        foreach (var number in vector) squares += (double)number * number;
        var factor = squares <= 0 ? 0 : 127 / Math.Sqrt(squares);
        for (var i = 0; i < vector.Length; i++) into[i] = (sbyte)Math.Clamp(Math.Round(vector[i] * factor), -127, 127);
    }

    /// <summary>The product of two packed directions; exact in whole numbers.</summary>
    /// <param name="one">As numbers of two bytes each: it is compared with many.</param>
    public static int Product(ReadOnlySpan<short> one, ReadOnlySpan<sbyte> other)
    {
        var at = 0;
        var product = 0;
        if (Avx2.IsSupported)
        {
            var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero); // an addition need not wait for the one before
            for (; at <= one.Length - 32; at += 32)
            {
                even += Avx2.MultiplyAddAdjacent(Vector256.Create(one[at..]), Avx2.ConvertToVector256Int16(Vector128.Create(other[at..])));
                odd += Avx2.MultiplyAddAdjacent(Vector256.Create(one[(at + 16)..]), Avx2.ConvertToVector256Int16(Vector128.Create(other[(at + 16)..])));
            }

            product = Vector256.Sum(even + odd);
        }
        else
        {
            var sum = Vector<int>.Zero;
            for (; at <= one.Length - Vector<sbyte>.Count; at += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(other[at..]), out var low, out var high);
                // Two products of numbers up to 127 just fit into a short together; more are widened first.
                Vector.Widen(low * new Vector<short>(one[at..]) + high * new Vector<short>(one[(at + Vector<short>.Count)..]), out var a, out var b);
                sum += a + b;
            }

            product = Vector.Sum(sum);
        }

        for (; at < one.Length; at++) product += one[at] * other[at];
        return product;
    }

    /// <summary>A packed direction as <see cref="Product"/> takes the one that is compared with many.</summary>
    public static short[] Widened(ReadOnlySpan<sbyte> packed)
    {
        var wide = new short[packed.Length];
        for (var i = 0; i < wide.Length; i++) wide[i] = packed[i];
        return wide;
    }
}
