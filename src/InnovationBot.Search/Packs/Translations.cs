using System.Runtime.InteropServices;

namespace InnovationBot.Search.Packs;

/// <summary>The English words that the words of one language may stand for.</summary>
internal sealed class Translations
{
    private const int WeightBits = 8;

    private readonly StringTable stems;
    private readonly ReadOnlyMemory<byte> lists;
    private readonly ReadOnlyMemory<byte> starts;
    private readonly ReadOnlyMemory<byte> entries;
    private readonly Lazy<Dictionary<int, List<(int Stem, float Weight)>>> back;

    public Translations(ReadOnlyMemory<byte> section)
    {
        stems = StringTable.Read(section, out var rest);
        lists = rest[..(4 * stems.Count)];
        rest = rest[(4 * stems.Count)..];
        var count = MemoryMarshal.Read<int>(rest.Span);
        starts = rest.Slice(4, 4 * (count + 1));
        entries = rest[(4 + starts.Length)..];
        back = new(Back);
    }

    public int Count => stems.Count;

    public bool Knows(string stem) => stems.Find(stem) >= 0;

    /// <summary>Most usual first; none for an unknown word.</summary>
    public int Of(string stem, Span<(int English, float Weight)> into)
    {
        if (stems.Find(stem) is not (>= 0 and var number)) return 0;
        var list = Math.Abs(Ints(lists)[number]) - 1;
        var count = 0;
        for (var at = Ints(starts)[list]; at < Ints(starts)[list + 1] && count < into.Length; at++) into[count++] = Read(Ints(entries)[at]);
        return count;
    }

    /// <summary>The words of this language that an English word may stand for, surest first.</summary>
    public IEnumerable<(string Stem, float Weight)> From(int english, int most) =>
        back.Value.TryGetValue(english, out var words) ? words.Take(most).Select(word => (stems[word.Stem], word.Weight)) : [];

    private Dictionary<int, List<(int, float)>> Back()
    {
        var made = new Dictionary<int, List<(int Stem, float Weight)>>();
        for (var stem = 0; stem < stems.Count; stem++)
        {
            if (Ints(lists)[stem] is not (> 0 and var list)) continue; // a form of another word
            for (var at = Ints(starts)[list - 1]; at < Ints(starts)[list]; at++)
            {
                var (english, weight) = Read(Ints(entries)[at]);
                (CollectionsMarshal.GetValueRefOrAddDefault(made, english, out _) ??= []).Add((stem, weight));
            }
        }

        foreach (var words in made.Values) words.Sort(static (one, other) => other.Weight.CompareTo(one.Weight));
        return made;
    }

    private static (int English, float Weight) Read(int entry) => (entry >> WeightBits, (entry & ((1 << WeightBits) - 1)) / 255f);

    private static ReadOnlySpan<int> Ints(ReadOnlyMemory<byte> bytes) => MemoryMarshal.Cast<byte, int>(bytes.Span);

    /// <param name="found">For each stem its English words.</param>
    /// <param name="aliases">Stems of forms, and the stem whose list they share.</param>
    public static byte[] Write(IReadOnlyDictionary<string, (int English, float Weight)[]> found, IReadOnlyDictionary<string, string> aliases)
    {
        var sorted = StringTable.Sorted(found.Keys.Concat(aliases.Keys));
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        List<int> starts = [0], entries = [];
        foreach (var (stem, words) in found)
        {
            numbers[stem] = starts.Count;
            entries.AddRange(words.Select(word => (word.English << WeightBits) | (int)Math.Round(word.Weight * 255)));
            starts.Add(entries.Count);
        }

        using var written = new MemoryStream();
        written.Write(StringTable.Write(sorted));
        while (written.Length % 4 != 0) written.WriteByte(0);
        // A list's number counts from 1; negative for whoever only shares it.
        foreach (var stem in sorted) written.Write(BitConverter.GetBytes(numbers.TryGetValue(stem, out var number) ? number : -numbers[aliases[stem]]));
        written.Write(BitConverter.GetBytes(starts.Count - 1));
        foreach (var start in starts) written.Write(BitConverter.GetBytes(start));
        foreach (var entry in entries) written.Write(BitConverter.GetBytes(entry));
        return written.ToArray();
    }
}
