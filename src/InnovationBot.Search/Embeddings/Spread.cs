using System.Runtime.InteropServices;

namespace InnovationBot.Search.Embeddings;

/// <summary>How a model's cosines lie apart, over all texts and within each language.</summary>
internal sealed class Spread
{
    private readonly Dictionary<int, Moments> byLanguage = [];
    private Moments all;

    public int Count => all.Count;

    public double Mean => all.Mean;

    public void Add(float cosine) => all.Add(cosine);

    /// <param name="language">The number of its language.</param>
    public void Add(float cosine, int language)
    {
        all.Add(cosine);
        CollectionsMarshal.GetValueRefOrAddDefault(byLanguage, language, out _).Add(cosine);
    }

    /// <summary>By how many deviations one stands out from the others further than chance would have it; see <see cref="Standout.Further"/>.</summary>
    /// <param name="one">One of those that were added with a language.</param>
    /// <param name="beside">Another of them that is none of the others either.</param>
    public double? Further((float Cosine, int Language) one, (float Cosine, int Language)? beside = null)
    {
        var (same, others) = (byLanguage.GetValueOrDefault(one.Language).Without(one.Cosine), all.Without(one.Cosine));
        if (beside is { } left)
        {
            others = others.Without(left.Cosine);
            if (left.Language == one.Language) same = same.Without(left.Cosine);
        }

        return Standout.Further(one.Cosine, same, others);
    }
}
