using System.IO.Compression;
using System.Xml;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Service.Files;

/// <summary>
/// The parts of a workbook, unpacked only as far as they are read. What unpacks to more than a workbook of records could
/// hold is refused, whatever its own directory says of its sizes: a few kilobytes can unpack to any amount.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    /// <summary>Bytes of all parts together, unpacked.</summary>
    private const long MostUnpacked = 400L * 1024 * 1024;

    /// <summary>Bytes unpacked for each packed one; text of people packs to a tenth, XML of empty cells to a fiftieth.</summary>
    private const int MostRatio = 300;

    private const int MostParts = 2000;

    private readonly ZipArchive archive;
    private long unpacked;

    private XlsxPackage(ZipArchive archive) => this.archive = archive;

    /// <exception cref="InvalidDataException">No ZIP archive.</exception>
    public static XlsxPackage Open(Stream file)
    {
        file.Position = 0;
        var package = new XlsxPackage(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        if (package.archive.Entries.Count > MostParts) throw new TooLargeException(Mend.ManyParts(MostParts));
        return package;
    }

    /// <exception cref="InvalidDataException">There is no such part.</exception>
    /// <exception cref="TooLargeException">While reading: it unpacks to too much.</exception>
    public XmlReader Read(string part)
    {
        var entry = archive.GetEntry(part.TrimStart('/')) ?? throw new InvalidDataException();
        return XmlReader.Create(
            new Bounded(entry.Open(), Math.Max(entry.CompressedLength, 1024) * MostRatio, this),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });
    }

    public bool Has(string part) => archive.GetEntry(part) is not null;

    /// <summary>The part that holds the first sheet of the workbook, as its tabs stand.</summary>
    public string FirstSheet()
    {
        var id = Attributes("xl/workbook.xml", "sheet", "id").FirstOrDefault().Value ?? throw new InvalidDataException();
        var target = Attributes("xl/_rels/workbook.xml.rels", "Relationship", "Target", "Id").FirstOrDefault(one => one.Other == id).Value ?? throw new InvalidDataException();
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    public void Dispose() => archive.Dispose();

    private List<(string? Value, string? Other)> Attributes(string part, string element, string attribute, string? other = null)
    {
        List<(string?, string?)> found = [];
        using var reader = Read(part);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element) found.Add((Attribute(reader, attribute), other is null ? null : Attribute(reader, other)));
        return found;
    }

    /// <summary>By its local name: a sheet's <c>r:id</c> stands in a namespace, in two editions of the standard.</summary>
    private static string? Attribute(XmlReader reader, string name)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName != name || (name == "id" && reader.Prefix.Length == 0)) continue;
            var value = reader.Value;
            reader.MoveToElement();
            return value;
        }

        reader.MoveToElement();
        return null;
    }

    /// <summary>Told to whoever sent the file.</summary>
    public sealed class TooLargeException(Mend mend) : Exception
    {
        public Mend Mend { get; } = mend;
    }

    private sealed class Bounded(Stream part, long most, XlsxPackage package) : Stream
    {
        private long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var length = part.Read(buffer);
            read += length;
            package.unpacked += length;
            if (read > most) throw new TooLargeException(Mend.Bomb);
            if (package.unpacked > MostUnpacked) throw new TooLargeException(Mend.Unpacked(MostUnpacked / (1024 * 1024)));
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) part.Dispose();
            base.Dispose(disposing);
        }
    }
}
