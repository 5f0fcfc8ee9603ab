using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;
using Lucene.Net.Index;

namespace InnovationBot.Search.Embeddings;

/// <summary>
/// Tries a model on the library itself, since nobody here knows what an endpoint's model is worth for these texts. Cases' titles are asked for: how high each case stands, and how far right and wrong finds
/// stand out. Then the rest of each case, without its title, is to be found by the title among all other cases, by the model and by the words: an inverse cloze task
/// (Lee, Chang and Toutanova 2019, Latent Retrieval for Weakly Supervised Open Domain Question Answering). Who does that better finds cases better.
/// </summary>
internal sealed class ModelTrial(Documents documents, Lexicon lexicon, PackKeeper pack, Tuning tuning)
{
    /// <summary>So many titles are asked for at most, evenly out of the whole library.</summary>
    public const int MostTitles = 96;

    /// <summary>Fewer tell nothing.</summary>
    public const int FewestTitles = 8;

    // For a case without a title its first words serve.
    private const int WordsOfATitle = 12;

    // A rest of fewer words is hardly a text, and of fewer cases nothing is said about the words.
    private const int FewestWords = 8;
    private const int FewestRests = 16;

    // Further down a reciprocal rank is as good as nothing.
    private const int Deep = 200;

    /// <summary>A case that is tried: what is asked for, and what is left of it.</summary>
    /// <param name="Place">Of its embedding in the table.</param>
    /// <param name="Rest">The case without its title.</param>
    internal readonly record struct Tried(int Place, string Title, Case Rest)
    {
        /// <returns><c>null</c> when it has too little text.</returns>
        public static Tried? Of(Case @case, int place)
        {
            var title = @case.Title.Trim();
            if (title.Length == 0)
            {
                var words = @case.Problem.Split(' ', WordsOfATitle + 1, StringSplitOptions.RemoveEmptyEntries);
                title = string.Join(' ', words.Take(WordsOfATitle));
                @case.Problem = words.Length > WordsOfATitle ? words[WordsOfATitle] : "";
            }
            else
            {
                @case.Title = "";
                @case.Problem = @case.Problem.Replace(title, "", StringComparison.OrdinalIgnoreCase); // some write it there again
            }

            return title.Length == 0 ? null : new(place, title, @case);
        }

        /// <summary>What the model is given of the rest; <c>null</c> when it is too little, or a case that not everybody may find.</summary>
        public string? RestText => Access.Of(Rest).Contains(Access.Everybody) && EmbeddedText.Of(Rest).Single().Text is var text && text.Split(' ', FewestWords + 1).Length > FewestWords ? text : null;
    }

    /// <param name="tried">At least <see cref="FewestTitles"/>.</param>
    /// <param name="titles">The model's vectors of their titles, of length 1.</param>
    /// <param name="rests">Those of their rests; <c>null</c> where there is none.</param>
    /// <param name="library">Where the embedding of each case of the library stands, and a number for its language.</param>
    public ModelWorth Of(IReadOnlyList<Tried> tried, IReadOnlyList<float[]> titles, IReadOnlyList<float[]?> rests, IReadOnlyList<(int Place, int Language)> library, EmbeddingTable table, IndexReader reader)
    {
        var (ranks, hits, misses) = (0.0, new List<double>(), new List<double>());
        var (byModel, byWords, compared) = (0.0, 0.0, 0);
        using var index = SearchIndex.InMemory();
        foreach (var (one, rest) in tried.Zip(rests))
        {
            if (rest is not null && documents.Of(one.Rest) is { } document) index.Add(document);
        }

        index.Refresh();
        using var restsAlone = index.Read();
        var cosines = new float[library.Count];
        for (var at = 0; at < tried.Count; at++)
        {
            var (own, best, spread) = (-1, -1, new Spread());
            for (var other = 0; other < cosines.Length; other++)
            {
                cosines[other] = EmbeddingTable.Cosine(titles[at], table[library[other].Place]);
                spread.Add(cosines[other], library[other].Language);
                if (library[other].Place == tried[at].Place) own = other;
                else if (best < 0 || cosines[other] > cosines[best]) best = other;
            }

            if (own < 0 || best < 0) continue;
            ranks += ReciprocalRank(cosines[own]);
            if (spread.Further(Of(own)) is { } hit && spread.Further(Of(best), beside: Of(own)) is { } miss)
            {
                hits.Add(hit);
                misses.Add(miss);
            }

            if (rests[at] is not { } rest) continue;
            compared++;
            byModel += ReciprocalRank(EmbeddingTable.Cosine(titles[at], rest));
            byWords += ByWords(tried[at], restsAlone.Reader, reader);

            double ReciprocalRank(float cosine)
            {
                var before = 0;
                for (var other = 0; other < cosines.Length; other++)
                {
                    if (other != own && cosines[other] >= cosine) before++;
                }

                return 1.0 / (1 + before);
            }

            (float Cosine, int Language) Of(int other) => (cosines[other], library[other].Language);
        }

        return ModelWorth.Of(ranks / tried.Count, compared < FewestRests ? null : ModelWorth.OddsAgainst(byModel, byWords, compared), hits, misses);
    }

    /// <summary>At which place the rest of a case would stand among all other cases; its words count as they do in the whole library.</summary>
    private double ByWords(in Tried one, IndexReader rests, IndexReader library)
    {
        var id = one.Rest.Id.Value;
        var plan = AskPlan.Of(Ask.Read(one.Title, one.Rest.Language, lexicon, pack.Words), library, lexicon, pack.Words, tuning, Target.Cases);
        var own = PostingsScorer.Best(plan, rests, Reader.Anybody, tuning, MostTitles).FirstOrDefault(hit => Label.Of(rests, hit.Document).Id == id).Score;
        return own <= 0 ? 0 : 1.0 / (1 + PostingsScorer.Best(plan, library, Reader.Anybody, tuning, Deep).Count(hit => hit.Score >= own && Label.Of(library, hit.Document).Id != id));
    }
}
