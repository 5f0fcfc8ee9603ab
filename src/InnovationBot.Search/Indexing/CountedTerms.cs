using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace InnovationBot.Search.Indexing;

/// <summary>Terms with how often they count, handed to Lucene as so many tokens.</summary>
internal sealed class CountedTerms : TokenStream
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly ICharTermAttribute term;
    private Dictionary<string, int>.Enumerator next;
    private int left;

    public CountedTerms() => term = AddAttribute<ICharTermAttribute>();

    /// <summary>All tokens.</summary>
    public int Length { get; private set; }

    public void Add(string text, int times)
    {
        counts[text] = counts.GetValueOrDefault(text) + times;
        Length += times;
    }

    public override void Reset()
    {
        next = counts.GetEnumerator();
        left = 0;
    }

    public override bool IncrementToken()
    {
        if (left == 0)
        {
            if (!next.MoveNext()) return false;
            left = next.Current.Value;
        }

        left--;
        ClearAttributes();
        term.SetEmpty().Append(next.Current.Key);
        return true;
    }
}
