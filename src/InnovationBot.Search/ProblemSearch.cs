using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Languages;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;
using InnovationBot.Search.Watching;
using Lucene.Net.Search;

namespace InnovationBot.Search;

/// <summary>The one way to find cases and people for a problem.</summary>
internal sealed class ProblemSearch(LanguageDetector detector, IndexKeeper keeper, Lexicon lexicon, PackKeeper pack, EmbeddingKeeper embeddings, AskEmbedder embedder, Tuning tuning, SearchMetrics metrics) : ISearch
{
    // Cases that vote for people, over which the best ones are told apart, and among which words and meaning are weighed, however few are asked for.
    private const int Pool = 200;

    // So many of the first are looked at for one that says enough of what was asked: which of them is first is a matter of a few words.
    private const int Judged = 3;

    // A guessed language must bring more than chance; where both say the same, the ask is in the language it was taken for.
    private const double ClearlyBetter = 0.05;

    public ValueTask<SearchAnswer> Find(SearchRequest request, CancellationToken stop) => metrics.Measure(() => FindNow(request, stop));

    private async ValueTask<SearchAnswer> FindNow(SearchRequest request, CancellationToken stop)
    {
        using var generation = await keeper.Use(stop);
        using var view = generation.Index.Read();
        var table = await embeddings.Table(stop);
        var embedding = table is null ? null : embedder.Of(AskText.Reduce(request.Text), table, stop); // on its way while the words are looked up
        var answer = await Find(request, view.Searcher, table, embedding, stop);
        if (detector.GuessBeside(request.Text, request.Language) is not { } other) return answer;
        var otherwise = await Find(request with { Language = other }, view.Searcher, table, embedding, stop);
        return Best(otherwise) > Best(answer) + ClearlyBetter ? otherwise : answer;

        static double Best(SearchAnswer answer) => Math.Max(answer.Cases is [var @case, ..] ? @case.Relevance : 0, answer.People is [var person, ..] ? person.Relevance : 0);
    }

    private async ValueTask<SearchAnswer> Find(SearchRequest request, IndexSearcher searcher, EmbeddingTable? table, Task<float[]?>? embedding, CancellationToken stop)
    {
        var reader = searcher.IndexReader;
        var ask = Ask.Read(request.Text, request.Language, lexicon, pack.Words);
        var plan = AskPlan.Of(ask, reader, lexicon, pack.Words, tuning, Target.Cases);
        var scored = PostingsScorer.Best(plan, reader, request.Reader, tuning, Math.Max(Pool, request.Cases));
        stop.ThrowIfCancellationRequested();
        var likeness = ask.Direction is { } direction && tuning.Meaning > 0 ? Likeness.Of(reader, request.Reader, direction, Math.Max(Pool, request.Cases)) : null;
        var embedded = embedding is not null && await embedding is { } vector ? Likeness.Of(reader, request.Reader, vector, table!, Math.Max(Pool, request.Cases)) : null;
        var standsOut = embedded is null ? 0 : Fusion.StandsOut(request.Language, scored, embedded, table!, reader);
        var worth = embedded is null ? 0 : Fusion.Worth(request.Language, scored, embedded, table!, standsOut, reader);
        var fused = Fusion.Of(Feedback.Reordered(scored, plan, ask, searcher, tuning), Fusion.Weights(scored, plan.EffectiveWords, likeness, embedded, standsOut, worth, tuning), reader);
        stop.ThrowIfCancellationRequested();

        var words = scored.ToDictionary(hit => hit.Document);
        var evidence = fused.Count == 0 ? double.NegativeInfinity : Speaks(scored.Count == 0 ? default : scored[0], likeness?.Top, standsOut);
        var likely = keeper.Fit.Confidence(evidence);
        var found = fused.Select(hit => new FoundCase(hit.Document, fused[0].Value <= 0 ? 0 : likely * Math.Clamp(hit.Value / fused[0].Value, 0, 1))).ToList();
        var people = request.People <= 0 ? [] : new PeopleRanking(keeper, lexicon, pack.Words, tuning).Rank(ask, searcher, [.. found.Take(Voters)], request.Reader, request.People);
        var fits = keeper.Fit.StandsOut(evidence, standsOut) || fused.Take(Judged).Any(hit => SaysEnough(hit.Document));
        var isNear = likely >= FitModel.LeastNear && fused.Take(Judged).Any(hit => words.GetValueOrDefault(hit.Document).Words >= FitModel.WordForWord);
        var confidence = fits ? Math.Max(likely, FitModel.FitsFrom) : Math.Clamp(likely, isNear ? FitModel.NearestFrom : 0, FitModel.AtMostNearest);
        var fit = FitModel.Of(Math.Max(confidence, ByPeople(people, votes: fits)));
        if (fit == Fit.Nothing && !request.EvenIfNothingFits) return SearchAnswer.Nothing;
        if (!request.EvenIfNothingFits && confidence < FitModel.NearestFrom) found.RemoveAll(hit => hit.Relevance < FitModel.BesidePeopleFrom);

        var told = new Evidence(plan, lexicon);
        var relevance = 1.0; // never above that of a better one, so that order and relevance say the same
        var lowered = Math.Min(1, confidence / Math.Max(likely, double.Epsilon)); // what is at most near stays as far ahead of the others as it was
        return new(fit, [.. found.Take(request.Cases).Select((hit, rank) =>
        {
            relevance = rank == 0 ? confidence : Math.Min(relevance, lowered * keeper.Fit.Confidence(Own(hit.Document)));
            var isTold = rank < AlwaysTold || fit == Fit.Nothing || relevance >= ToldFrom * confidence;
            return Hit(hit with { Relevance = relevance }, searcher, isTold ? told : null, ask) with
            {
                Parts =
                [
                    new(ScorePartKind.Words, words.TryGetValue(hit.Document, out var own) ? Math.Min(1, own.Words) : 0),
                    new(ScorePartKind.Subjects, own.Meant),
                    .. (embedded ?? likeness) is { } alike ? [new ScorePart(ScorePartKind.Meaning, Math.Clamp(alike.Of(hit.Document), 0, 1))] : Array.Empty<ScorePart>(),
                ],
            };
        })], people);

        double Speaks(Scored hit, double? cosine, double standing) => FitModel.Evidence(hit, ask.Terms.Count, cosine, plan.Importance, tuning) + FitModel.ByStandingOut * standing;

        double Own(int document) => Speaks(words.GetValueOrDefault(document), likeness?.Cosine(document), standsOut * Embedded(document));

        bool SaysEnough(int document) => keeper.Fit.SaysEnough(Own(document), words.GetValueOrDefault(document).Words, Said.Of(plan, reader, document));

        double Embedded(int document) => embedded is null ? 0 : Math.Clamp(embedded.Of(document), 0, 1);
    }

    /// <summary>Where no case fits, those who carried it, or several that are less near, make it no surer; what people say of themselves may.</summary>
    private static double ByPeople(IReadOnlyList<PersonHit> people, bool votes) => votes
        ? people.Count == 0 ? 0 : people[0].Relevance
        : people.SelectMany(person => person.Evidence).Where(one => one.Kind != PersonEvidenceKind.CarriedCase).Select(one => one.Relevance).DefaultIfEmpty().Max();

    private const int Voters = 100;

    // A case whose relevance is a smaller share of the best one's is not shown beside it, whatever readers said of either, and reading cases for reasons is most of an
    // ask's time. The first ones may be shown all the same, to somebody who sends away those before them.
    private const int AlwaysTold = 24;
    private const double ToldFrom = 0.4;

    /// <summary>The concepts a text names, and its telling words that no concept names, in its own language.</summary>
    public IReadOnlyCollection<string> About(string text, Language language)
    {
        var ask = Ask.Read(text, language, lexicon, null);
        return [.. ask.Terms.SelectMany(term => term.Concepts.Where(concept => concept.Weight >= Told).Select(concept => lexicon.Concepts[concept.Concept].Id)).Distinct()
            .Concat(ask.Terms.Where(term => term.Concepts.Count == 0 && term.Weight >= Told).Select(term => $"{language.Code}:{term.Stem}")).Take(MostAbout)];
    }

    private const int MostAbout = 40;
    private const float Told = 0.5f;

    /// <param name="evidence"><c>null</c> when nobody will be told why.</param>
    private CaseHit Hit(FoundCase found, IndexSearcher searcher, Evidence? evidence, Ask ask)
    {
        var id = CaseId.From(Label.Of(searcher.IndexReader, found.Document).Id);
        if (evidence is null) return new(id, found.Relevance, [], null);
        var stored = searcher.Doc(found.Document);
        var language = new Language(stored.Text(IndexFields.CaseLanguage));
        var (shared, asked, passage) = evidence.Of(language, stored.Text(IndexFields.Title), stored.Text(IndexFields.Problem), stored.Text(IndexFields.Rest));
        if (passage is null && ask.Direction is { } direction && pack.Words is { } meaning) passage = evidence.MostAlike(language, stored.Text(IndexFields.Problem), direction, meaning);
        return new(id, found.Relevance, shared, passage)
        {
            AskedWords = language == ask.Language ? [] : asked,
        };
    }
}
