using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;

namespace InnovationBot.Search;

/// <summary>
/// Finds short answers by how much of the ask they speak of. Their number is small, so that what a score means cannot be
/// learned from the store as with cases; the share of the ask that a text has can.
/// </summary>
internal sealed class ShortAnswerSearch(IndexKeeper keeper, Lexicon lexicon, PackKeeper pack, Tuning tuning) : IShortAnswerSearch
{
    /// <summary>Of what an ask's words weigh together, so much must be meant by the text.</summary>
    private const float Near = 0.4f;

    public async ValueTask<IReadOnlyList<ShortAnswerId>> Find(string text, Language language, int most, CancellationToken stop)
    {
        using var generation = await keeper.Use(stop);
        using var view = generation.Index.Read();
        var reader = view.Searcher.IndexReader;
        var plan = AskPlan.Of(Ask.Read(text, language, lexicon, pack.Words), reader, lexicon, pack.Words, tuning, Target.Answers);
        return
        [
            .. PostingsScorer.Best(plan, reader, Reader.Anybody, tuning, most)
                .Where(hit => hit.Meant >= Near)
                .Select(hit => ShortAnswerId.From(Label.Of(reader, hit.Document).Id)),
        ];
    }
}
