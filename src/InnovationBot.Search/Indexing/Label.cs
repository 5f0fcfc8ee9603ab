using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace InnovationBot.Search.Indexing;

/// <summary>
/// What a document is and is called, kept beside the stored texts: stored fields lie compressed in blocks, and opening the hundreds that
/// speak for people took half of an ask.
/// </summary>
/// <param name="Id">Of the case, or of the member whose line it is.</param>
/// <param name="Kind">Of a line; nothing for a case, <see cref="OfAnswer"/> for a short answer.</param>
/// <param name="Text">The case's title, or the line as it was written.</param>
internal readonly record struct Label(Guid Id, PersonEvidenceKind Kind, Language Language, string Text)
{
    /// <summary>The id, the kind, and how long the language's code is.</summary>
    private const int Head = 16 + 1 + 1;

    /// <summary>Neither a case nor a line of a profile.</summary>
    public const PersonEvidenceKind OfAnswer = (PersonEvidenceKind)byte.MaxValue;

    /// <summary>Characters; Lucene takes no more than 32,766 bytes, and nobody reads a title this long.</summary>
    private const int LongestText = 8_000;

    public Field ToField()
    {
        var text = Text.AsSpan(0, Math.Min(Text.Length, LongestText));
        var code = Encoding.UTF8.GetBytes(Language.Code ?? "");
        var bytes = new byte[Head + code.Length + Encoding.UTF8.GetByteCount(text)];
        Id.TryWriteBytes(bytes);
        bytes[16] = (byte)Kind;
        bytes[17] = (byte)code.Length;
        code.CopyTo(bytes, Head);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(Head + code.Length));
        return new BinaryDocValuesField(IndexFields.Label, new BytesRef(bytes));
    }

    /// <summary>A case, not a line of a profile.</summary>
    public static bool IsCase(BinaryDocValues labels, int document)
    {
        var written = new BytesRef();
        labels.Get(document, written);
        return written.Length > 16 && written.Bytes[written.Offset + 16] == 0;
    }

    /// <summary>A number for the language, the same for the same language.</summary>
    public static int LanguageNumber(BinaryDocValues labels, int document)
    {
        var written = new BytesRef();
        labels.Get(document, written);
        return written.Length < Head ? 0 : Number(written.Bytes.AsSpan(written.Offset + Head, written.Bytes[written.Offset + Head - 1]));
    }

    /// <summary>The same number.</summary>
    public static int LanguageNumber(Language language) => Number(Encoding.UTF8.GetBytes(language.Code ?? ""));

    private static int Number(ReadOnlySpan<byte> code) => code.Length < 2 ? 0 : (code[0] << 8) | code[1];

    public static Label Of(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return Of(leaf.AtomicReader.GetBinaryDocValues(IndexFields.Label), document - leaf.DocBase);
    }

    /// <param name="labels">Those of a segment.</param>
    /// <param name="document">Its number in the segment.</param>
    public static Label Of(BinaryDocValues labels, int document)
    {
        var written = new BytesRef();
        labels.Get(document, written);
        var bytes = written.Bytes.AsSpan(written.Offset, written.Length);
        var textAt = Head + bytes[17];
        var language = new Language(Encoding.UTF8.GetString(bytes[Head..textAt]));
        return new Label(new Guid(bytes[..16]), (PersonEvidenceKind)bytes[16], language, Encoding.UTF8.GetString(bytes[textAt..]));
    }
}
