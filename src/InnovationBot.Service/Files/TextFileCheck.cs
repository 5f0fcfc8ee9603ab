using System.Text.Unicode;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>Looks through a text file before it is read: UTF-8 with LF or CRLF, no line that is too long to be a record.</summary>
internal static class TextFileCheck
{
    /// <summary>Bytes between two line ends. The longest record that could be valid is far below; beyond this the file is no text of records.</summary>
    private const int LongestLine = 16 * 1024 * 1024;

    private const int Block = 256 * 1024;

    /// <param name="file">From its beginning; left where it stands when a fault is found.</param>
    /// <param name="faults">Told of the first fault: what follows one of these would make no sense.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="fieldOf">Names the field in which a line stops being UTF-8.</param>
    /// <returns>Whether the file can be read on.</returns>
    public static async Task<bool> Passes(Stream file, FileFaults faults, CancellationToken stop, Func<int, Task<string>>? fieldOf = null)
    {
        var buffer = new byte[Block];
        var (held, line, length, isFirst) = (0, 1, 0L, true);
        while (true)
        {
            var read = await file.ReadAtLeastAsync(buffer.AsMemory(held), 1, throwOnEndOfStream: false, stop);
            var (known, isEnd) = (held + read, read == 0);
            if (isFirst && buffer.AsSpan(0, known) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Fault(faults, 1, Mend.Utf16);
            isFirst = false;

            // a letter or CR that the block cuts is looked at with the next one
            var whole = isEnd ? known : known - Cut(buffer.AsSpan(0, known));
            var found = Look(buffer.AsSpan(0, whole), isEnd, ref line, ref length);
            if (found is { } mend) return Fault(faults, line, mend, mend == Mend.NotUtf8 && fieldOf is not null ? await fieldOf(line) : "");
            if (isEnd) return true;
            buffer.AsSpan(whole, known - whole).CopyTo(buffer);
            held = known - whole;
        }
    }

    private static bool Fault(FileFaults faults, int line, Mend mend, string field = "")
    {
        faults.Add(line, field, mend);
        return false;
    }

    private static Mend? Look(ReadOnlySpan<byte> block, bool isEnd, ref int line, ref long length)
    {
        while (!block.IsEmpty)
        {
            var end = block.IndexOf((byte)'\n');
            var text = end < 0 ? block : block[..end];
            length += text.Length;
            if (length > LongestLine) return Mend.LongLine(LongestLine / (1024 * 1024));
            if (!Utf8.IsValid(text)) return Mend.NotUtf8;
            if (text.Contains((byte)0)) return Mend.ZeroByte;
            var inner = end >= 0 || !isEnd ? text : text.TrimEnd((byte)'\r');
            if (inner.IndexOf((byte)'\r') is >= 0 and var cr && cr < inner.Length - (end >= 0 ? 1 : 0)) return Mend.CrAlone;
            if (end < 0) return null;
            block = block[(end + 1)..];
            (line, length) = (line + 1, 0);
        }

        return null;
    }

    /// <summary>Bytes at the end that only make sense with what follows.</summary>
    private static int Cut(ReadOnlySpan<byte> block)
    {
        if (block is [.., (byte)'\r']) return 1;
        for (var back = 1; back <= 3 && back <= block.Length; back++)
        {
            var one = block[^back];
            if (one < 0x80) return 0;
            if (one >= 0xC0) return back < (one >= 0xF0 ? 4 : one >= 0xE0 ? 3 : 2) ? back : 0;
        }

        return 0;
    }
}
