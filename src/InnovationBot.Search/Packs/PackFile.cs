using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Search.Packs;

/// <summary>What a language pack is on disk: named sections behind a mark, each with a checksum.</summary>
internal static class PackFile
{
    /// <summary>Raised whenever a section's content changes its form; an older pack is told and not read.</summary>
    public const int Format = 1;

    private const string Mark = "innovationbot language pack";

    /// <summary>Written beside, then moved, so that nobody opens half a pack.</summary>
    public static void Write(string path, IReadOnlyList<(string Name, byte[] Content)> sections)
    {
        var beside = path + ".new";
        using (var file = new BinaryWriter(File.Create(beside), Encoding.UTF8))
        {
            file.Write(Mark);
            file.Write(Format);
            file.Write(sections.Count);
            foreach (var (name, content) in sections)
            {
                file.Write(name);
                file.Write(content.Length);
                file.Write(SHA256.HashData(content));
            }

            foreach (var (_, content) in sections) file.Write(content);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <exception cref="PackException">It is of another format, or damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Dictionary<string, byte[]> Read(string path)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            if (file.ReadString() != Mark) throw new PackException("it is no language pack");
            if (file.ReadInt32() is not Format) throw new PackException("it was made for another version of the program");
            var heads = new (string Name, int Length, byte[] Hash)[Math.Clamp(file.ReadInt32(), 0, 100)];
            for (var i = 0; i < heads.Length; i++) heads[i] = (file.ReadString(), file.ReadInt32(), file.ReadBytes(SHA256.HashSizeInBytes));

            var sections = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var (name, length, hash) in heads)
            {
                if (length < 0 || length > file.BaseStream.Length - file.BaseStream.Position) throw new PackException("it is cut off");
                var content = file.ReadBytes(length);
                if (!SHA256.HashData(content).AsSpan().SequenceEqual(hash)) throw new PackException($"its part '{name}' is damaged");
                sections[name] = content;
            }

            return sections;
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new PackException("it is cut off or no language pack");
        }
    }
}

/// <summary>Why a pack is not used, as the end of a sentence.</summary>
public sealed class PackException(string why) : Exception(why);
