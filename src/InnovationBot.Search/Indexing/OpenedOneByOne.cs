using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Compressing;
using Lucene.Net.Codecs.Lucene46;

namespace InnovationBot.Search.Indexing;

/// <summary>
/// Lucene's own format, with stored texts packed in small pieces: each case that is shown is opened by itself, and of a piece all that stands before it is
/// unpacked. How large pieces are stands in the file, so that Lucene's reader reads them, and those of an older index too.
/// </summary>
[CodecName("Lucene46")]
internal sealed class OpenedOneByOne() : FilterCodec(new Lucene46Codec())
{
    // About the texts of one case, in bytes; the usual 16,384 hold ten of them.
    private const int Piece = 2_048;

    // The name that Lucene's format writes and expects.
    private readonly CompressingStoredFieldsFormat stored = new("Lucene41StoredFields", CompressionMode.FAST, Piece);

    public override StoredFieldsFormat StoredFieldsFormat => stored;
}
