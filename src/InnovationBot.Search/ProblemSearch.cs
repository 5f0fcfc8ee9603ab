using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Ranking;
using Lucene.Net.Documents;
using Lucene.Net.Search;

namespace InnovationBot.Search;

/// <summary>The one way to find cases and people for a problem.</summary>
internal sealed class ProblemSearch(IndexKeeper keeper, Lexicon lexicon, Tuning tuning) : ISearch
{
    // Cases that vote for people, and over which the best ones are told apart, however few are asked for.
    private const int Pool = 100;

    public async ValueTask<SearchAnswer> Find(SearchRequest request, CancellationToken stop)
    {
        using var generation = await keeper.Use(stop);
        using var view = generation.Index.Read();
        return Find(request, view.Searcher, stop);
    }

    private SearchAnswer Find(SearchRequest request, IndexSearcher searcher, CancellationToken stop)
    {
        var ask = Ask.Read(request.Text, request.Language, lexicon);
        var plan = AskPlan.Of(ask, searcher.IndexReader, lexicon, tuning, Target.Cases);
        var scored = PostingsScorer.Best(plan, searcher.IndexReader, request.Reader, tuning, Math.Max(Pool, request.Cases));
        var confidence = keeper.Fit.Confidence(scored);
        stop.ThrowIfCancellationRequested();

        var found = scored.Select(hit => new FoundCase(hit.Document, confidence * hit.Score / scored[0].Score)).ToList();
        var people = request.People <= 0 ? [] : new PeopleRanking(keeper, lexicon, tuning).Rank(ask, searcher, found, request.Reader, request.People);
        var fit = FitModel.Of(Math.Max(confidence, people.Count == 0 ? 0 : people[0].Relevance));
        if (fit == Fit.Nothing && !request.EvenIfNothingFits) return SearchAnswer.Nothing;

        var evidence = new Evidence(plan, lexicon);
        return new(fit, [.. found.Take(request.Cases).Select(hit => Hit(hit, searcher.Doc(hit.Document), evidence))], people);
    }

    private static CaseHit Hit(FoundCase found, Document stored, Evidence evidence)
    {
        var language = new Language(stored.Text(IndexFields.CaseLanguage));
        var (shared, passage) = evidence.Of(language, stored.Text(IndexFields.Title), stored.Text(IndexFields.Problem), stored.Text(IndexFields.Rest));
        return new(CaseId.From(Guid.ParseExact(stored.Text(IndexFields.Id).AsSpan(1), "N")), found.Relevance, shared, passage);
    }
}
