using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Languages;

/// <summary>
/// Tells the language of a text by how likely each language is to follow two letters with the third. The statistics are those
/// of the package Lingua (Apache-2.0), read into sorted arrays: 1 MB for six languages instead of the 50 that its own reader takes.
/// </summary>
internal static class LetterStatistics
{
    // The logarithm of the probability of what a language's texts never had; rarer things count no less than this.
    private const float Unseen = -12f;

    // By how much the best language must lead, on average over all threes of letters; of pieces of five words 2 % are then told
    // wrongly and 5 % left open (without it 4 % and none).
    private const double LeastLead = 0.1;

    /// <summary>Of a language without statistics only the common words speak.</summary>
    private static readonly Lazy<Model[]> Models = new(() => [.. Language.Spoken.Where(language => File.Exists(Model.Path(language))).Select(ReadWhole).OfType<Model>()]);

    private static readonly List<string> Damaged = [];

    /// <summary>Files that are damaged.</summary>
    public static IReadOnlyList<string> Unreadable
    {
        get
        {
            _ = Models.Value; // read first
            return Damaged;
        }
    }

    private static Model? ReadWhole(Language language)
    {
        try
        {
            return Model.Read(language);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or InvalidOperationException or JsonException or FormatException or KeyNotFoundException or UnauthorizedAccessException)
        {
            Damaged.Add(Path.GetFileName(Model.Path(language)));
            return null;
        }
    }

    /// <returns><c>null</c> when two languages are about as likely.</returns>
    public static Language? Best(ReadOnlySpan<char> text) => Likeliest(text, LeastLead);

    /// <param name="text">Any text.</param>
    /// <param name="lead">By how much the likeliest must be likelier than each other, on average over all threes of letters.</param>
    public static Language? Likeliest(ReadOnlySpan<char> text, double lead = 0)
    {
        var models = Models.Value;
        Span<double> likely = stackalloc double[models.Length];
        likely.Clear();
        var threes = 0;
        var run = 0; // letters in a row
        ulong key = 0;
        foreach (var letter in text)
        {
            if (!char.IsLetter(letter))
            {
                run = 0;
                continue;
            }

            key = ((key << 16) | char.ToLowerInvariant(letter)) & 0xFFFF_FFFF_FFFF;
            if (++run < 3) continue;
            threes++;
            for (var i = 0; i < models.Length; i++) likely[i] += models[i].Of(key);
        }

        if (threes == 0) return null;
        var best = 0;
        for (var i = 1; i < likely.Length; i++)
        {
            if (likely[i] > likely[best]) best = i;
        }

        for (var i = 0; i < likely.Length; i++)
        {
            if (i != best && likely[best] - likely[i] < lead * threes) return null;
        }

        return models[best].Language;
    }

    /// <summary>One language's threes of letters, sorted, with the logarithms of their probabilities.</summary>
    private sealed record Model(Language Language, ulong[] Keys, float[] Logarithms)
    {
        public static string Path(Language language) => System.IO.Path.Combine(LexiconFiles.Folder, "letters", language.Code + ".json.br");

        public float Of(ulong three)
        {
            var at = Array.BinarySearch(Keys, three);
            return at >= 0 ? Logarithms[at] : Unseen;
        }

        /// <summary>A brotli-packed JSON document: <c>{"ngrams":{"1/234":"abc abd", …}}</c>.</summary>
        public static Model Read(Language language)
        {
            using var packed = File.OpenRead(Path(language));
            using var plain = new BrotliStream(packed, CompressionMode.Decompress);
            using var document = JsonDocument.Parse(plain);
            var read = new SortedDictionary<ulong, float>();
            foreach (var share in document.RootElement.GetProperty("ngrams").EnumerateObject())
            {
                var (part, whole) = share.Name.Split('/') is [var above, var below] ? (Number(above), Number(below)) : (0, 1);
                var logarithm = Math.Max((float)Math.Log(part / whole), Unseen);
                foreach (var three in share.Value.GetString()!.Split(' '))
                {
                    if (three.Length == 3) read[((ulong)three[0] << 32) | ((ulong)three[1] << 16) | three[2]] = logarithm;
                }
            }

            return new(language, [.. read.Keys], [.. read.Values]);
        }

        private static double Number(string digits) => double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
