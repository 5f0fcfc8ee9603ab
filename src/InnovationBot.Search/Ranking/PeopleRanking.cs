using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace InnovationBot.Search.Ranking;

/// <summary>A case found, as a document of the index.</summary>
internal readonly record struct FoundCase(int Document, double Relevance);

/// <summary>
/// Ranks people by what speaks for them: cases they carried vote with their relevance (an expert-search voting model:
/// the best vote whole, further ones less), and what they wrote about themselves counts by how much of it the problem is.
/// </summary>
internal sealed class PeopleRanking(IndexKeeper keeper, Lexicon lexicon, TextMeaning? meaning, Tuning tuning)
{
    // Votes after the first; so many weak ones never outweigh a strong one.
    private static readonly double[] Votes = [1, 0.25, 0.1];

    // What somebody did says more than what somebody says; a topic more than an offer.
    private const double SecondContact = 0.95;
    private const double Topic = 0.9;
    private const double Offer = 0.8;

    // A topic of three words can only hold a part of a problem of twelve.
    private const double Scale = 1.6;

    private const int MostLines = 300;

    // A line that says it otherwise counts from the first cosine on, and as much as it can from the second.
    private const double UnlikeCosine = 0.3;
    private const double LikeCosine = 0.8;
    private const int MostAlike = 30;
    private const double LeastRelevance = 0.1;

    public IReadOnlyList<PersonHit> Rank(Ask ask, IndexSearcher searcher, IReadOnlyList<FoundCase> cases, Reader who, int most)
    {
        var evidence = new Dictionary<MemberId, List<PersonEvidence>>();
        foreach (var found in cases) AddCarried(found, searcher, evidence);
        AddLines(ask, searcher, who, evidence);
        return [.. evidence
            .Select(person => Hit(person.Key, person.Value))
            .OrderByDescending(hit => hit.Relevance).ThenBy(hit => keeper.Person(hit.Id)?.Order)
            .Take(most)];
    }

    private void AddCarried(FoundCase found, IndexSearcher searcher, Dictionary<MemberId, List<PersonEvidence>> evidence)
    {
        var contacts = Contacts.Of(searcher.IndexReader, found.Document);
        if (contacts.Count == 0) return;
        Label? named = null;
        for (var position = 0; position < contacts.Count; position++)
        {
            if (keeper.Person(contacts[position]) is not { CaseContact: true } person) continue;
            named ??= Label.Of(searcher.IndexReader, found.Document);
            var relevance = position == 0 ? found.Relevance : found.Relevance * SecondContact;
            Of(evidence, person.Id).Add(new(PersonEvidenceKind.CarriedCase, relevance, CaseId.From(named.Value.Id), named.Value.Text));
        }
    }

    private void AddLines(Ask ask, IndexSearcher searcher, Reader who, Dictionary<MemberId, List<PersonEvidence>> evidence)
    {
        var plan = AskPlan.Of(ask, searcher.IndexReader, lexicon, meaning, tuning, Target.Lines);
        var overlap = new Evidence(plan, lexicon);
        var alike = ask.Direction is { } direction && tuning.LineMeaning > 0 ? Likeness.Of(searcher.IndexReader, who, direction, MostAlike, lines: true) : null;
        var documents = PostingsScorer.Best(plan, searcher.IndexReader, who, tuning, MostLines).Select(hit => hit.Document).Concat(alike?.Best ?? []).Distinct();
        foreach (var document in documents)
        {
            var line = SegmentFacts.Line(searcher.IndexReader, document, lexicon);
            var id = MemberId.From(line.Label.Id);
            if (keeper.Person(id) is null) continue;
            var (kind, shared) = (line.Label.Kind, overlap.With(line));
            var meant = alike is null ? 0 : tuning.LineMeaning * Math.Clamp((alike.Cosine(document) - UnlikeCosine) / (LikeCosine - UnlikeCosine), 0, 1);
            var relevance = Math.Max(Counts(shared), meant) * (kind == PersonEvidenceKind.Topic ? Topic : Offer);
            if (shared.Said.Counts < MostOfAsk) relevance = Math.Min(relevance, FitModel.AtMostNearest);
            if (relevance >= LeastRelevance) Of(evidence, id).Add(new(kind, relevance, null, line.Label.Text));
        }
    }

    /// <summary>One word that an ask and a line share is a coincidence, unless it is what the ask is about.</summary>
    private static double Counts(Overlap shared) =>
        Math.Min(1, Scale * Math.Sqrt(shared.OfAsk * shared.OfLine))
        * (shared.Words > 1 ? 1 : OneWord + (1 - OneWord) * Math.Clamp((shared.OfAsk - LittleOfAsk) / (MuchOfAsk - LittleOfAsk), 0, 1));

    // A line of a few words may all be in the ask, and leave out what it is about: who wrote it is near, and no more.
    private const double MostOfAsk = 0.6;

    private const double OneWord = 0.45;
    private const double LittleOfAsk = 0.35;
    private const double MuchOfAsk = 0.6;

    private static List<PersonEvidence> Of(Dictionary<MemberId, List<PersonEvidence>> evidence, MemberId id)
    {
        if (!evidence.TryGetValue(id, out var list)) evidence[id] = list = [];
        return list;
    }

    private static PersonHit Hit(MemberId id, List<PersonEvidence> evidence)
    {
        evidence.Sort(static (one, other) => other.Relevance != one.Relevance ? other.Relevance.CompareTo(one.Relevance) : string.CompareOrdinal(one.Text, other.Text));
        var relevance = 0.0;
        for (var i = 0; i < Math.Min(evidence.Count, Votes.Length); i++) relevance += Votes[i] * evidence[i].Relevance * (i == 0 ? 1 : 1 - relevance);
        return new(id, Math.Min(1, relevance), evidence);
    }
}
