using System.Runtime.InteropServices;
using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Ranking;

/// <summary>What texts share with an ask, in the texts' own words. For one thread.</summary>
internal sealed class Evidence
{
    private const int MostShared = 8;

    // A word that tells less in general is no reason to show.
    private const float Telling = 0.5f;

    // A text is read so far for its evidence; problems are far shorter.
    private const int MostWords = 2_000;

    private readonly record struct Claim(int Group, float Weight);

    private readonly record struct Match(int Group, float Weight, int First, int Last);

    private readonly AskPlan plan;
    private readonly Lexicon lexicon;
    private readonly Dictionary<(string Field, string Term), List<Claim>> words = [];
    private readonly Dictionary<string, List<Claim>> concepts = new(StringComparer.Ordinal);

    private readonly List<Word> read = [];
    private readonly List<Mention> mentions = [];
    private readonly List<Match> matches = [];

    public Evidence(AskPlan plan, Lexicon lexicon)
    {
        (this.plan, this.lexicon) = (plan, lexicon);
        for (var group = 0; group < plan.Groups.Count; group++)
        {
            foreach (var clause in plan.Groups[group].Clauses)
            {
                var term = clause.Term.Utf8ToString();
                var claims = clause.Kind is ClauseKind.Concept or ClauseKind.NearConcept
                    ? CollectionsMarshal.GetValueRefOrAddDefault(concepts, term, out _) ??= []
                    : CollectionsMarshal.GetValueRefOrAddDefault(words, (clause.Field.Terms, term), out _) ??= [];
                claims.Add(new(group, clause.Weight));
            }
        }
    }

    /// <summary>What a case shares: words and wordings, most telling first, and the sentence of its problem that shares most.</summary>
    public (IReadOnlyList<string> Shared, string? Passage) Of(Language language, string title, string problem, string rest)
    {
        var found = new Dictionary<string, (float Weight, string Text)>(StringComparer.OrdinalIgnoreCase);
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

        return ([.. found.Values.OrderByDescending(shared => shared.Weight).Take(MostShared).Select(shared => shared.Text)], passage);
    }

    /// <summary>The shares of the ask and of a line of a profile that they have in common, each 0 to 1.</summary>
    public (float OfAsk, float OfLine) Overlap(Language language, string line)
    {
        Find(language, IndexFields.LineWords(language).Terms, line);
        var groups = new HashSet<int>();
        var covered = new HashSet<int>();
        var ofAsk = 0f;
        foreach (var match in matches)
        {
            if (groups.Add(match.Group)) ofAsk += plan.Groups[match.Group].Importance;
            for (var i = match.First; i <= match.Last; i++) covered.Add(i);
        }

        var all = read.Sum(word => word.Weight);
        return (Math.Min(1, ofAsk / Math.Max(plan.Importance, 1e-6f)), all <= 0 ? 0 : covered.Sum(i => read[i].Weight) / all);
    }

    /// <summary>Everything in a text that a word of the ask asks for.</summary>
    private void Find(Language language, string field, string text)
    {
        read.Clear();
        mentions.Clear();
        matches.Clear();
        TextAnalysis.Of(language).Words(text, read, MostWords);
        lexicon.Find(language, read, text, mentions);
        for (var i = 0; i < read.Count; i++)
        {
            if (!read[i].IsStop && words.TryGetValue((field, read[i].Stem), out var claims)) Add(claims, i, i);
        }

        foreach (var mention in mentions)
        {
            if (concepts.TryGetValue(lexicon.Concepts[mention.Concept].Id, out var claims)) Add(claims, mention.First, mention.Last);
        }
    }

    private void Add(List<Claim> claims, int first, int last)
    {
        foreach (var (group, weight) in claims) matches.Add(new(group, weight, first, last));
    }

    private void Note(string text, Dictionary<string, (float Weight, string Text)> found)
    {
        foreach (var match in matches)
        {
            var term = plan.Groups[match.Group].Term;
            if (term.Weight < Telling && term.Concepts.Count == 0) continue;
            var shown = text[read[match.First].Place.Start..read[match.Last].Place.End];
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(found, shown, out var seen);
            known = (Math.Max(known.Weight, match.Weight), seen ? known.Text : shown);
        }
    }

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
