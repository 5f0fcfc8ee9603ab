using System.Collections.Frozen;
using System.Runtime.InteropServices;
using InnovationBot.Search.Analysis;

namespace InnovationBot.Search.Lexicons;

/// <summary>The wordings of one language, found in a text by the stems of their words.</summary>
internal sealed class WordingTable(TextAnalysis analysis)
{
    // A wording marked with ~, which may well mean something else.
    private const float Doubtful = 0.5f;

    // A single word that tells less than this in general ("will", "été") names its concept that much less surely.
    private const float Common = 0.5f;

    // A wording inside a longer one: "permit" in "building permit".
    private const float Inside = 0.4f;

    // A part of a compound: "Antrag" in "Bauantragsformular".
    private const float Part = 0.7f;

    // Words of a wording may stand apart by so many stop words: "leave of absence".
    private const int MostStopsBetween = 2;

    /// <param name="Exact">Only where it is written just so; <c>null</c> in any form.</param>
    private readonly record struct Wording(string[] Stems, int Concept, float Weight, string? Exact = null);

    private readonly Dictionary<string, List<Wording>> byFirst = new(StringComparer.Ordinal);
    // The same once complete: every word of every text is looked for in it.
    private FrozenDictionary<string, List<Wording>> complete = FrozenDictionary<string, List<Wording>>.Empty;
    private readonly Dictionary<string, List<Wording>> singles = new(StringComparer.Ordinal);
    private readonly CompoundSplitter? splitter = CompoundSplitter.For(analysis.Language);

    public IEnumerable<string> SingleStems => singles.Keys;

    public void Add(string text, int concept)
    {
        var doubtful = text.StartsWith('~');
        var words = analysis.Words(text).Where(word => !word.IsStop).ToList();
        if (words.Count == 0) return;
        string[] stems = [.. words.Select(word => word.Stem)];
        var wording = new Wording(stems, concept, (doubtful ? Doubtful : 1f) * (words.Count == 1 ? Math.Min(1, words[0].Weight / Common) : 1));
        if (words.Count == 1 && IsFormOfAnother(words[0], text))
        {
            Into(byFirst, wording with { Weight = doubtful ? Doubtful : 1, Exact = Written(words[0], text) });
            return;
        }

        Into(byFirst, wording);
        if (stems.Length == 1) Into(singles, wording);
    }

    /// <summary>Its stem is that of a common word which it is no form of: "hav" (sea) of "have", "voirie" of "voir".</summary>
    private bool IsFormOfAnother(Word word, string text) => word.Weight < Common && !analysis.IsCommon(Written(word, text));

    private static string Written(Word word, ReadOnlySpan<char> text) => Folding.Lower(text.Slice(word.Place.Start, word.Place.Length));

    private static void Into(Dictionary<string, List<Wording>> table, Wording wording)
    {
        if (!table.TryGetValue(wording.Stems[0], out var list)) table[wording.Stems[0]] = list = [];
        if (!list.Any(known => known.Concept == wording.Concept && known.Exact == wording.Exact && known.Stems.SequenceEqual(wording.Stems))) list.Add(wording);
    }

    /// <summary>Longest wordings first; none comes afterwards.</summary>
    public void Complete()
    {
        foreach (var list in byFirst.Values) list.Sort((one, other) => other.Stems.Length.CompareTo(one.Stems.Length));
        complete = byFirst.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public void Find(List<Word> read, ReadOnlySpan<char> text, List<Mention> into)
    {
        var words = CollectionsMarshal.AsSpan(read);
        var covered = -1; // the last word of the longest wording so far
        for (var first = 0; first < words.Length; first++)
        {
            if (words[first].IsStop) continue;
            if (complete.TryGetValue(words[first].Stem, out var candidates))
            {
                var longest = first;
                foreach (var wording in candidates)
                {
                    var last = Match(wording.Stems, words, first);
                    if (last < 0 || (wording.Exact is { } exact && (text.IsEmpty || Written(words[first], text) != exact))) continue;
                    var inside = last < longest || last <= covered;
                    into.Add(new(wording.Concept, first, last, inside ? wording.Weight * Inside : wording.Weight));
                    longest = Math.Max(longest, last);
                }

                covered = Math.Max(covered, longest);
            }
            else if (splitter is not null)
            {
                Split(words[first], first, text, into);
            }
        }
    }

    private static int Match(string[] stems, ReadOnlySpan<Word> words, int first)
    {
        var at = first;
        for (var i = 1; i < stems.Length; i++)
        {
            var stops = 0;
            while (++at < words.Length && words[at].IsStop)
            {
                if (++stops > MostStopsBetween) return -1;
            }

            if (at >= words.Length || words[at].Stem != stems[i]) return -1;
        }

        return at;
    }

    private void Split(Word word, int position, ReadOnlySpan<char> text, List<Mention> into)
    {
        foreach (var part in splitter!.Parts(text.Slice(word.Place.Start, word.Place.Length), IsWording))
        {
            foreach (var wording in singles[part]) into.Add(new(wording.Concept, position, position, wording.Weight * Part));
        }
    }

    private string? IsWording(string part)
    {
        var words = analysis.Words(part);
        return words.Count == 1 && !words[0].IsStop && singles.ContainsKey(words[0].Stem) ? words[0].Stem : null;
    }
}
