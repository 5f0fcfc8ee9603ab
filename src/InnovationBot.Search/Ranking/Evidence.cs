using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Ranking;

/// <summary>What a text shares with an ask, in the text's own words.</summary>
internal sealed class Evidence(AskPlan plan, Lexicon lexicon)
{
    private const int MostShared = 8;

    // A word that tells less in general is no reason to show.
    private const float Telling = 0.5f;

    // A text is read so far for its evidence; problems are far shorter.
    private const int MostWords = 2_000;

    private readonly List<Word> words = [];
    private readonly List<Mention> mentions = [];

    /// <summary>Words and wordings of the texts that the ask shares, most telling first.</summary>
    public IReadOnlyList<string> Shared(Language language, params ReadOnlySpan<string> texts)
    {
        var found = new Dictionary<string, (float Weight, string Text)>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            Read(language, text);
            foreach (var group in plan.Groups)
            {
                if (Match(group, language, text) is not { } shared) continue;
                var key = TextKey(shared.Text);
                if (!found.TryGetValue(key, out var known) || known.Weight < shared.Weight) found[key] = (shared.Weight, known.Text ?? shared.Text);
            }
        }

        return [.. found.Values.OrderByDescending(shared => shared.Weight).Take(MostShared).Select(shared => shared.Text)];
    }

    /// <summary>The sentence that shares most with the ask; <c>null</c> when none shares anything that tells.</summary>
    public string? Passage(Language language, string text)
    {
        Span? best = null;
        var most = 0f;
        foreach (var sentence in Sentences.Of(text))
        {
            var passage = text.Substring(sentence.Start, sentence.Length);
            Read(language, passage);
            var weight = plan.Groups.Sum(group => Match(group, language, passage)?.Weight ?? 0);
            if (weight > most) (most, best) = (weight, sentence);
        }

        return best is { } place ? text.Substring(place.Start, place.Length) : null;
    }

    /// <summary>The shares of the ask and of a short text that they have in common, each 0 to 1.</summary>
    public (float OfAsk, float OfText) Overlap(Language language, string text)
    {
        Read(language, text);
        float ofAsk = 0;
        var covered = new HashSet<int>();
        foreach (var group in plan.Groups)
        {
            if (Place(group, language) is not { } place) continue;
            ofAsk += group.Importance;
            for (var i = place.First; i <= place.Last; i++) covered.Add(i);
        }

        var all = words.Sum(word => word.Weight);
        return (ofAsk / Math.Max(plan.Importance, 1e-6f), all <= 0 ? 0 : covered.Sum(i => words[i].Weight) / all);
    }

    private void Read(Language language, string text)
    {
        words.Clear();
        mentions.Clear();
        TextAnalysis.Of(language).Words(text, words, MostWords);
        lexicon.Find(language, words, text, mentions);
    }

    private (float Weight, string Text)? Match(ClauseGroup group, Language language, string text)
    {
        if (group.Term.Weight < Telling && group.Term.Concepts.Count == 0) return null;
        if (Place(group, language) is not { } place) return null;
        var start = words[place.First].Place.Start;
        var shown = text[start..words[place.Last].Place.End];
        return (place.Weight, shown);
    }

    private (int First, int Last, float Weight)? Place(ClauseGroup group, Language language)
    {
        foreach (var clause in group.Clauses)
        {
            var term = clause.Term.Utf8ToString();
            if (clause.Kind is ClauseKind.Concept or ClauseKind.NearConcept)
            {
                foreach (var mention in mentions)
                {
                    if (lexicon.Concepts[mention.Concept].Id == term) return (mention.First, mention.Last, clause.Weight);
                }
            }
            else if (clause.Field.Terms.EndsWith("." + (language.IsSpoken ? language.Code : "xx"), StringComparison.Ordinal))
            {
                for (var i = 0; i < words.Count; i++)
                {
                    if (!words[i].IsStop && words[i].Stem == term) return (i, i, clause.Weight);
                }
            }
        }

        return null;
    }

    private static string TextKey(string text) => text.ToLowerInvariant();
}
