using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Ranking;
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

        var documents = scored.Take(Math.Max(Pool, request.Cases)).Select(hit => new Found(searcher.Doc(hit.Document), confidence * hit.Score / scored[0].Score)).ToList();
        var people = request.People <= 0 ? [] : new PeopleRanking(keeper, lexicon, tuning).Rank(ask, searcher, [.. documents.Select(found => found.Carried)], request.Reader, request.People);
        var fit = FitModel.Of(Math.Max(confidence, people.Count == 0 ? 0 : people[0].Relevance));
        if (fit == Fit.Nothing && !request.EvenIfNothingFits) return SearchAnswer.Nothing;

        var evidence = new Evidence(plan, lexicon);
        return new(fit, [.. documents.Take(request.Cases).Select(found => found.Hit(evidence))], people);
    }

    private readonly record struct Found(Lucene.Net.Documents.Document Document, double Relevance)
    {
        private CaseId Id => CaseId.From(Guid.ParseExact(Document.Text(IndexFields.Id).AsSpan(1), "N"));

        public CarriedCase Carried => new(Id, Document.Text(IndexFields.Title), Relevance, [.. Document.Texts(IndexFields.Contact).Select(text => MemberId.From(Guid.ParseExact(text, "N")))]);

        public CaseHit Hit(Evidence evidence)
        {
            var language = new Language(Document.Text(IndexFields.CaseLanguage));
            var (shared, passage) = evidence.Of(language, Document.Text(IndexFields.Title), Document.Text(IndexFields.Problem), Document.Text(IndexFields.Rest));
            return new(Id, Relevance, shared, passage);
        }
    }
}
