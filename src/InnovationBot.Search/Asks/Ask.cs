using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;

namespace InnovationBot.Search.Asks;

/// <summary>A problem as the search reads it: its distinct words, most telling first come first kept, and the concepts they name.</summary>
internal sealed class Ask
{
    // Longer texts are read for their concepts and heaviest words; more clauses cost time and say nothing new.
    private const int MostWords = 4_000;
    private const int MostTerms = 40;

    private Ask(Language language, string text, IReadOnlyList<AskTerm> terms, float[]? direction)
    {
        Language = language;
        Text = text;
        Terms = terms;
        Direction = direction;
    }

    public Language Language { get; }

    /// <summary>What was asked, reduced to what it says.</summary>
    public string Text { get; }

    public IReadOnlyList<AskTerm> Terms { get; }

    /// <summary>Where it points in the language pack's space; <c>null</c> without a pack, or when no word of it is known.</summary>
    public float[]? Direction { get; }

    public static Ask Read(string text, Language language, Lexicon lexicon, TextMeaning? meaning)
    {
        text = AskText.Reduce(text);
        var analysis = TextAnalysis.Of(language);
        var words = analysis.Words(text, MostWords);
        var mentions = new List<Mention>();
        lexicon.Find(language, words, text, mentions);

        var terms = new Dictionary<string, AskTerm>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (word.IsStop) continue;
            if (terms.TryGetValue(word.Stem, out var term)) term.Count++;
            else terms[word.Stem] = new AskTerm(word.Stem, text.Substring(word.Place.Start, word.Place.Length), word.Weight);
        }

        foreach (var mention in mentions) Name(mention, words, terms);
        IReadOnlyList<AskTerm> kept = [.. terms.Values];
        if (kept.Count > MostTerms) kept = [.. kept.OrderByDescending(term => term.Weight * (1 + Math.Log(term.Count)) * (term.Concepts.Count > 0 ? 1.5 : 1)).Take(MostTerms)];
        var sum = meaning?.Begin(language);
        sum?.Add(text, words, mentions, 1);
        return new Ask(language, text, kept, sum?.Direction());
    }

    /// <summary>A wording of several words names its concept through each of them, in equal shares.</summary>
    private static void Name(Mention mention, List<Word> words, Dictionary<string, AskTerm> terms)
    {
        var spread = 0;
        for (var i = mention.First; i <= mention.Last; i++) spread += words[i].IsStop ? 0 : 1;
        for (var i = mention.First; i <= mention.Last; i++)
        {
            if (!words[i].IsStop) terms[words[i].Stem].Name(mention.Concept, mention.Weight, 1f / spread);
        }
    }
}

/// <summary>A word of an ask.</summary>
/// <param name="stem">As it stands in the index.</param>
/// <param name="typed">As it was typed, where it stands first.</param>
/// <param name="weight">How much it tells in general, above 0 to 1.</param>
internal sealed class AskTerm(string stem, string typed, float weight)
{
    private readonly List<AskConcept> concepts = [];

    public string Stem { get; } = stem;
    public string Typed { get; } = typed;

    /// <summary>The same in lower case.</summary>
    public string Written { get; } = Folding.Lower(typed);

    public float Weight { get; } = weight;
    public int Count { get; set; } = 1;
    public IReadOnlyList<AskConcept> Concepts => concepts;

    public void Name(int concept, float weight, float share)
    {
        for (var i = 0; i < concepts.Count; i++)
        {
            if (concepts[i].Concept != concept) continue;
            if (concepts[i].Weight * concepts[i].Share < weight * share) concepts[i] = new(concept, weight, share);
            return;
        }

        concepts.Add(new(concept, weight, share));
    }
}

/// <param name="Concept">Its number in the lexicon.</param>
/// <param name="Weight">How surely the word names it.</param>
/// <param name="Share">1, or the word's part of a wording of several.</param>
internal readonly record struct AskConcept(int Concept, float Weight, float Share);
