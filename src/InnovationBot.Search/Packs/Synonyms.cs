using System.Runtime.InteropServices;

namespace InnovationBot.Search.Packs;

/// <summary>For a word of one language those that a thesaurus of that language says instead.</summary>
internal sealed class Synonyms
{
    private readonly StringTable stems;
    private readonly ReadOnlyMemory<byte> starts;
    private readonly ReadOnlyMemory<byte> entries;

    public Synonyms(ReadOnlyMemory<byte> section)
    {
        stems = StringTable.Read(section, out var rest);
        starts = rest[..(4 * (stems.Count + 1))];
        entries = rest[starts.Length..];
    }

    /// <summary>Usual ones first; none for an unknown word.</summary>
    /// <param name="stem">As it stands in the index, and so are they.</param>
    public IEnumerable<string> Of(string stem)
    {
        if (stems.Find(stem) is not (>= 0 and var number)) yield break;
        var (start, end) = (Number(starts, number), Number(starts, number + 1));
        for (var at = start; at < end; at++) yield return stems[Number(entries, at)];
    }

    private static int Number(ReadOnlyMemory<byte> numbers, int at) => MemoryMarshal.Cast<byte, int>(numbers.Span)[at];

    /// <param name="found">For each stem others.</param>
    public static byte[] Write(IReadOnlyDictionary<string, List<string>> found)
    {
        var sorted = StringTable.Sorted(found.Keys.Concat(found.Values.SelectMany(static words => words)).Distinct());
        var numbers = sorted.Index().ToDictionary(static word => word.Item, static word => word.Index, StringComparer.Ordinal);
        using var written = new MemoryStream();
        written.Write(StringTable.Write(sorted));
        while (written.Length % 4 != 0) written.WriteByte(0);
        var entries = new List<int>();
        foreach (var stem in sorted)
        {
            written.Write(BitConverter.GetBytes(entries.Count));
            if (found.TryGetValue(stem, out var words)) entries.AddRange(words.Select(word => numbers[word]));
        }

        written.Write(BitConverter.GetBytes(entries.Count));
        foreach (var entry in entries) written.Write(BitConverter.GetBytes(entry));
        return written.ToArray();
    }
}
