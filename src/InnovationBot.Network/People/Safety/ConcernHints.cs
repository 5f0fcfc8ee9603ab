using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace InnovationBot.Network.People.Safety;

/// <summary>
/// Judges a sentence by the hints in it and what each, and each two together, weigh: "a boss" and "me" and "a touch" tell of harassment, "a waiting list" and "patients" of a service. The
/// weights were learnt once from the judged sentences of all languages (a test learns them again); here they are only added up, the same for everybody.
/// Finds what <see cref="SafetyWords"/> does not: reports in words that nobody listed as a phrase.
/// </summary>
internal static class ConcernHints
{
    /// <summary>Shorter sentences tell too little, of longer ones parts are judged.</summary>
    private const int Shortest = 5;
    private const int Longest = 40;

    /// <summary>From this share of the four concerns on it is taken for one.</summary>
    public const double Least = 0.6;

    public static readonly IReadOnlyList<SafetyConcern> Concerns = Enum.GetValues<SafetyConcern>();

    private static readonly Weights Learnt = Weights.Read();

    /// <summary>Who is spoken of, and that something will be: in "I want to join" nothing happens to anybody. Alone they tell of no concern, whatever they weigh.</summary>
    private static readonly HashSet<int> Colourless =
        [.. new[] { "me", "we", "one", "they", "boss", "mate", "official", "client", "partner", "kin", "child", "others", "service", "wait", "future", "says", "think", "point" }.Select(name => Names.ToList().IndexOf(name))];

    private static readonly HintWords[] Languages = [.. Language.Spoken.Select(language => HintWords.Read(language, Learnt.Names)).OfType<HintWords>()];

    public static IReadOnlyList<string> Names => Learnt.Names;

    /// <param name="tokens">Of a whole text.</param>
    /// <returns>The gravest concern that a sentence of it tells.</returns>
    public static SafetyConcern? Find(List<string> tokens)
    {
        SafetyConcern? found = null;
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var at = 0; at < all.Length;)
        {
            var length = all[at..].IndexOf(SafetyTokens.Stop) is >= 0 and var end ? end : all.Length - at;
            for (var from = at; from < at + length; from += Longest / 2)
            {
                var part = all[from..Math.Min(at + length, from + Longest)];
                if (part.Length >= Shortest && Judge(part) is { } concern && (found is null || concern > found)) found = concern;
                if (from + Longest >= at + length) break;
            }

            at += length + 1;
        }

        return found;
    }

    /// <summary>The hints of a sentence by the words of the language it is in, and of each when the small words do not tell.</summary>
    internal static IEnumerable<SortedSet<int>> HintsIn(string[] sentence)
    {
        var counts = Array.ConvertAll(Languages, language => language.CommonIn(sentence));
        for (var i = 0; i < Languages.Length; i++)
        {
            if (counts[i] < counts.Max()) continue;
            SortedSet<int> hints = [];
            Languages[i].Find(sentence, hints);
            yield return hints;
        }
    }

    private static SafetyConcern? Judge(ReadOnlySpan<string> sentence)
    {
        SafetyConcern? found = null;
        foreach (var hints in HintsIn(sentence.ToArray()))
            if (!Colourless.IsSupersetOf(hints) && Learnt.Judge(hints) is { } concern && (found is null || concern > found)) found = concern;
        return found;
    }

    /// <summary>What a hint, and two hints together, weigh for each concern.</summary>
    internal sealed class Weights(IReadOnlyList<string> names, double[] bias, IReadOnlyDictionary<(int, int), double[]> weights)
    {
        /// <summary>In the order of their numbers.</summary>
        public IReadOnlyList<string> Names => names;

        public static Weights Read()
        {
            using var lines = new StreamReader(typeof(Weights).Assembly.GetManifestResourceStream("safety.weights.txt")!, Encoding.UTF8);
            return Read(lines);
        }

        /// <summary>The names on the first line; then a line for each feature: its one or two hints, and a weight for each concern in the order of <see cref="SafetyConcern"/>.</summary>
        internal static Weights Read(TextReader lines)
        {
            var names = lines.ReadLine()!.Split(' ');
            var (bias, weights) = (new double[Concerns.Count], new Dictionary<(int, int), double[]>());
            while (lines.ReadLine() is { } line)
            {
                var parts = line.Split(' ');
                var numbers = Array.ConvertAll(parts[1..], number => double.Parse(number, CultureInfo.InvariantCulture));
                if (parts[0] == "bias") bias = numbers;
                else weights[Feature(parts[0], names)] = numbers;
            }

            return new Weights(names, bias, weights);
        }

        private static (int, int) Feature(string name, string[] names)
        {
            var hints = Array.ConvertAll(name.Split('+'), one => Array.IndexOf(names, one));
            return (hints[0], hints[^1]);
        }

        /// <summary>Each hint, and each two.</summary>
        public static IEnumerable<(int, int)> Features(IReadOnlyCollection<int> hints) => hints.SelectMany(one => hints.Where(other => other >= one).Select(other => (one, other)));

        public SafetyConcern? Judge(IReadOnlyCollection<int> hints)
        {
            var shares = Shares(hints);
            return shares.Sum() < Least ? null : Concerns[Array.IndexOf(shares, shares.Max())];
        }

        /// <summary>How likely each concern is; the rest to one is a service's problem.</summary>
        public double[] Shares(IReadOnlyCollection<int> hints)
        {
            var sums = (double[])bias.Clone();
            foreach (var feature in Features(hints))
                if (weights.TryGetValue(feature, out var of))
                    for (var i = 0; i < sums.Length; i++) sums[i] += of[i];
            var whole = 1 + sums.Sum(Math.Exp);
            return Array.ConvertAll(sums, sum => Math.Exp(sum) / whole);
        }
    }
}
