using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Analysis;

/// <summary>
/// How much a word tells in general. In a small library "anyone" is rarer than "permit", so a word's rarity there says
/// little; these weights, from readable files of each language's commonest words, are multiplied with it.
/// </summary>
internal sealed class CommonWords
{
    /// <summary>Words that no file names.</summary>
    public const float Ordinary = 1f;

    // One letter or one digit alone tells little in any language.
    private const float Single = 0.2f;

    private readonly HashSet<string> stops = new(StringComparer.Ordinal);
    private readonly Dictionary<string, float> weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    private CommonWords()
    {
    }

    public bool IsStop(string word) => stops.Contains(word);

    /// <summary>The word stands in the file just so.</summary>
    public bool IsWritten(string word) => written.Contains(word);

    public float Weight(string stem) => weights.TryGetValue(stem, out var weight) ? weight : stem.Length == 1 ? Single : Ordinary;

    /// <summary>Lines of <c>weight: word word …</c>; weight 0 leaves a word out. A line that cannot be read is skipped.</summary>
    public static CommonWords Of(Language language, Func<string, string> stem)
    {
        var common = new CommonWords();
        foreach (var line in LexiconFiles.Lines($"common-words/{language.Code}.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line.StartsWith('#') || !float.TryParse(line.AsSpan(0, colon), CultureInfo.InvariantCulture, out var weight)) continue;
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                common.written.Add(word);
                if (weight <= 0) common.stops.Add(word);
                else common.weights.TryAdd(stem(word), weight); // the first, lowest line that names it wins
            }
        }

        return common;
    }
}
