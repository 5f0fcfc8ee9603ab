using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;
using Lucene.Net.Documents;
using Lucene.Net.Search;

namespace InnovationBot.Search;

/// <summary>The one way to find cases and people for a problem.</summary>
internal sealed class ProblemSearch(IndexKeeper keeper, Lexicon lexicon, PackKeeper pack, Tuning tuning) : ISearch
{
    // Cases that vote for people, over which the best ones are told apart, and among which words and meaning are weighed, however few are asked for.
    private const int Pool = 200;

    public async ValueTask<SearchAnswer> Find(SearchRequest request, CancellationToken stop)
    {
        using var generation = await keeper.Use(stop);
        using var view = generation.Index.Read();
        return Find(request, view.Searcher, stop);
    }

    private SearchAnswer Find(SearchRequest request, IndexSearcher searcher, CancellationToken stop)
    {
        var reader = searcher.IndexReader;
        var ask = Ask.Read(request.Text, request.Language, lexicon, pack.Words);
        var plan = AskPlan.Of(ask, reader, lexicon, pack.Words, tuning, Target.Cases);
        var scored = PostingsScorer.Best(plan, reader, request.Reader, tuning, Math.Max(Pool, request.Cases));
        stop.ThrowIfCancellationRequested();
        var likeness = ask.Direction is { } direction && tuning.Meaning > 0 ? Likeness.Of(reader, request.Reader, direction, Math.Max(Pool, request.Cases)) : null;
        var fused = Fusion.Of(scored, likeness, Fusion.Weight(scored, tuning));
        stop.ThrowIfCancellationRequested();

        var confidence = fused.Count == 0 ? 0 : keeper.Fit.Confidence(FitModel.Evidence(scored.Count == 0 ? 0 : scored[0].Score, likeness?.Top, tuning));
        var found = fused.Select(hit => new FoundCase(hit.Document, confidence * Math.Clamp(hit.Value / fused[0].Value, 0, 1))).ToList();
        var people = request.People <= 0 ? [] : new PeopleRanking(keeper, lexicon, pack.Words, tuning).Rank(ask, searcher, [.. found.Take(Voters)], request.Reader, request.People);
        var fit = FitModel.Of(Math.Max(confidence, people.Count == 0 ? 0 : people[0].Relevance));
        if (fit == Fit.Nothing && !request.EvenIfNothingFits) return SearchAnswer.Nothing;

        var evidence = new Evidence(plan, lexicon);
        return new(fit, [.. found.Take(request.Cases).Select(hit => Hit(hit, searcher.Doc(hit.Document), evidence))], people);
    }

    private const int Voters = 100;

    private static CaseHit Hit(FoundCase found, Document stored, Evidence evidence)
    {
        var language = new Language(stored.Text(IndexFields.CaseLanguage));
        var (shared, passage) = evidence.Of(language, stored.Text(IndexFields.Title), stored.Text(IndexFields.Problem), stored.Text(IndexFields.Rest));
        return new(CaseId.From(Guid.ParseExact(stored.Text(IndexFields.Id).AsSpan(1), "N")), found.Relevance, shared, passage);
    }
}
