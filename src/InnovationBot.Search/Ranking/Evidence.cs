using System.Runtime.InteropServices;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;

namespace InnovationBot.Search.Ranking;

/// <param name="OfAsk">The share of the ask, 0 to 1.</param>
/// <param name="OfLine">The share of the line, 0 to 1.</param>
/// <param name="Words">How many things both say, without those that are only near: two words for one thing are one.</param>
/// <param name="Said">How much of the ask the line says, by what that tells about the problem.</param>
internal readonly record struct Overlap(float OfAsk, float OfLine, int Words, Said Said);

/// <summary>What texts share with an ask, in the texts' own words. For one thread.</summary>
internal sealed class Evidence
{
    private const int MostShared = 8;

    // A word that tells less in general is no reason to show.
    private const float Telling = 0.5f;

    // A text is read so far for its evidence; problems are far shorter.
    private const int MostWords = 2_000;

    private readonly record struct Claim(int Group, float Weight, float Sure, bool IsNear);

    /// <param name="Sure">How surely both mean the same, 0 to 1.</param>
    /// <param name="IsNear">Only a neighbour of what was asked for: it ranks, but nobody is told that the texts share it.</param>
    private readonly record struct Found(int Group, float Weight, float Sure, bool IsNear, int First, int Last);

    private readonly AskPlan plan;
    private readonly Lexicon lexicon;
    private readonly Dictionary<string, Dictionary<string, List<Claim>>> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Claim>> concepts = new(StringComparer.Ordinal);

    private readonly List<Word> read = [];
    private readonly List<Mention> mentions = [];
    private readonly List<Found> matches = [];

    public Evidence(AskPlan plan, Lexicon lexicon)
    {
        (this.plan, this.lexicon) = (plan, lexicon);
        for (var group = 0; group < plan.Groups.Count; group++)
        {
            foreach (var clause in plan.Groups[group].Clauses)
            {
                var term = clause.Term;
                var claims = clause.Kind is ClauseKind.Concept or ClauseKind.NearConcept
                    ? CollectionsMarshal.GetValueRefOrAddDefault(concepts, term, out _) ??= []
                    : CollectionsMarshal.GetValueRefOrAddDefault(Words(clause.Field.Terms), term, out _) ??= [];
                claims.Add(new(group, clause.Weight, Sure(clause.Kind, plan.Groups[group].Term, term), clause.Kind is ClauseKind.NearConcept or ClauseKind.Neighbour));
            }
        }
    }

    private Dictionary<string, List<Claim>> Words(string field) => CollectionsMarshal.GetValueRefOrAddDefault(fields, field, out _) ??= new(StringComparer.Ordinal);

    /// <summary>What is the same word, or the same concept, is surely meant; what a dictionary or a neighbour gives is a guess.</summary>
    private float Sure(ClauseKind kind, AskTerm asked, string term) => kind switch
    {
        ClauseKind.Translated => 0.5f,
        ClauseKind.Misspelt => 0.7f,
        ClauseKind.Neighbour => 0.35f,
        ClauseKind.NearConcept => 0.3f,
        ClauseKind.Concept => asked.Concepts.Where(concept => lexicon.Concepts[concept.Concept].Id == term).Select(concept => concept.Weight).DefaultIfEmpty(0.7f).Max(),
        _ => 1,
    };

    /// <summary>What a case shares: words and wordings, most telling first, what the ask calls each, and the sentence of the case's problem that shares most.</summary>
    public (IReadOnlyList<string> Shared, IReadOnlyList<string> Asked, string? Passage) Of(Language language, string title, string problem, string rest)
    {
        var found = new Dictionary<int, (float Weight, string Text)>();
        var field = IndexFields.CaseWords(language).Terms;
        Find(language, field, title);
        Note(title, found);
        Find(language, field, problem);
        Note(problem, found);
        var passage = Passage(problem);
        if (found.Count < MostShared)
        {
            Find(language, field, rest);
            Note(rest, found);
        }

        // One wording may stand for several words of the ask: "building permit".
        var shared = found.OrderByDescending(one => one.Value.Weight).GroupBy(one => one.Value.Text, StringComparer.OrdinalIgnoreCase).Take(MostShared).ToList();
        return ([.. shared.Select(one => one.Key)], [.. shared.Select(one => string.Join(' ', one.Select(group => group.Key).Order().Select(group => plan.Groups[group].Term.Typed)))], passage);
    }

    /// <summary>What the ask and a line of a profile have in common.</summary>
    public Overlap With(ProfileLine line)
    {
        read.Clear();
        read.AddRange(line.Words);
        mentions.Clear();
        mentions.AddRange(line.Mentions);
        Match(IndexFields.LineWords(line.Label.Language).Terms);
        var (groups, covered) = (new Dictionary<int, float>(), new Dictionary<int, float>());
        foreach (var match in matches)
        {
            More(groups, match.Group, match.Sure);
            for (var i = match.First; i <= match.Last; i++)
            {
                if (!read[i].IsStop) More(covered, i, match.Sure);
            }
        }

        var all = read.Sum(word => word.Weight);
        return new(
            Math.Min(1, groups.Sum(group => group.Value * plan.Groups[group.Key].Importance) / Math.Max(plan.Importance, 1e-6f)),
            all <= 0 ? 0 : covered.Sum(word => word.Value * read[word.Key].Weight) / all,
            Math.Min(
                groups.Count(group => group.Value >= RatherSure && plan.Groups[group.Key].Term.Weight >= Telling),
                covered.Count(word => word.Value >= RatherSure && read[word.Key].Weight >= Telling)),
            Said.Of(plan, number => groups.GetValueOrDefault(number)));

        static void More(Dictionary<int, float> sure, int key, float its)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(sure, key, out _);
            known = Math.Max(known, its);
        }
    }

    private const float RatherSure = 0.5f;

    /// <summary>Everything in a text that a word of the ask asks for.</summary>
    private void Find(Language language, string field, string text)
    {
        read.Clear();
        mentions.Clear();
        TextAnalysis.Of(language).Words(text, read, MostWords);
        lexicon.Find(language, read, text, mentions);
        Match(field);
    }

    private void Match(string field)
    {
        matches.Clear();
        var words = Words(field);
        for (var i = 0; words.Count > 0 && i < read.Count; i++)
        {
            if (!read[i].IsStop && words.TryGetValue(read[i].Stem, out var claims)) Add(claims, 1, i, i);
        }

        foreach (var mention in mentions)
        {
            if (concepts.TryGetValue(lexicon.Concepts[mention.Concept].Id, out var claims)) Add(claims, Math.Min(1, mention.Weight), mention.First, mention.Last);
        }
    }

    private void Add(List<Claim> claims, float named, int first, int last)
    {
        foreach (var (group, weight, sure, isNear) in claims) matches.Add(new(group, weight, sure * named, isNear, first, last));
    }

    /// <summary>Keeps one wording for each word of the ask: its forms are not told one after the other.</summary>
    private void Note(string text, Dictionary<int, (float Weight, string Text)> found)
    {
        foreach (var match in matches)
        {
            if (match.IsNear) continue;
            var term = plan.Groups[match.Group].Term;
            if ((term.Weight < Telling && term.Concepts.Count == 0) || term.Written.All(char.IsDigit)) continue; // the same number is no reason
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(found, match.Group, out var seen);
            if (!seen || match.Weight > known.Weight) known = (match.Weight, text[read[match.First].Place.Start..read[match.Last].Place.End]);
        }
    }

    /// <summary>The sentence that points most where an ask does, for texts that share no word with it.</summary>
    public string? MostAlike(Language language, string text, float[] direction, TextMeaning meaning)
    {
        string? best = null;
        var most = LeastAlike;
        foreach (var sentence in Sentences.Of(text).Take(MostSentences))
        {
            var own = text.Substring(sentence.Start, sentence.Length);
            var (its, named) = (TextAnalysis.Of(language).Words(own, MostWords), new List<Mention>());
            lexicon.Find(language, its, own, named);
            var sum = meaning.Begin(language);
            sum.Add(own, its, named, 1);
            if (sum.Direction() is not { } points) continue;
            var cosine = EmbeddingTable.Cosine(points, direction);
            if (cosine > most) (most, best) = (cosine, own);
        }

        return best;
    }

    private const float LeastAlike = 0.35f;
    private const int MostSentences = 20;

    private string? Passage(string text)
    {
        if (matches.Count == 0) return null;
        Span? best = null;
        var most = 0f;
        var weights = new Dictionary<int, float>();
        foreach (var sentence in Sentences.Of(text))
        {
            weights.Clear();
            foreach (var match in matches)
            {
                if (read[match.First].Place.Start < sentence.Start || read[match.Last].Place.End > sentence.End) continue;
                ref var weight = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, match.Group, out _);
                weight = Math.Max(weight, match.Weight);
            }

            var sum = weights.Values.Sum();
            if (sum > most) (most, best) = (sum, sentence);
        }

        return best is { } place ? text.Substring(place.Start, place.Length) : null;
    }
}
