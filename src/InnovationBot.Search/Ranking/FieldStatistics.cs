using InnovationBot.Search.Indexing;
using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>What BM25 must know of a field in the whole index.</summary>
internal readonly record struct FieldStatistics(int Documents, float AverageLength)
{
    public static FieldStatistics Of(IndexReader reader, FieldPair field)
    {
        long documents = 0, length = 0;
        foreach (var leaf in reader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field.Terms) is not { } terms) continue;
            documents += terms.DocCount;
            length += terms.SumTotalTermFreq;
        }

        return new((int)documents, documents == 0 ? 1 : Math.Max(1, (float)length / documents));
    }

    /// <summary>
    /// How much a term that so many documents have tells, as BM25 has it, but among some documents more that do not have
    /// it: in a library of ten cases a word that two share is still rare.
    /// </summary>
    public float Rarity(int documentsWithIt) => (float)Math.Log(1 + (Documents + AbsentDocuments - documentsWithIt + 0.5) / (documentsWithIt + 0.5));

    private const int AbsentDocuments = 10;

    /// <summary>
    /// What a word counts when it is asked how much of an ask a document covers. Rarity in a library of ten cases says next
    /// to nothing and a word that a large one lacks would drown the rest, so small counts are padded and large ratios capped.
    /// </summary>
    public float Telling(int documentsWithIt) => (float)Math.Log(1 + Math.Min(MostTelling, (Documents + PaddingDocuments) / (documentsWithIt + PaddingHits)));

    private const double PaddingDocuments = 200;
    private const double PaddingHits = 2;
    private const double MostTelling = 500;
}
