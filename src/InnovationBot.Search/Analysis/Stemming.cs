using System.Collections.Concurrent;
using InnovationBot.Network;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace InnovationBot.Search.Analysis;

/// <summary>Brings the forms of a word together, a language each. Remembers what it has seen: most words of a text are old acquaintances.</summary>
internal sealed class Stemming
{
    // About 20 MB when full, for all languages together; beyond it words are stemmed anew each time.
    private const int MostRemembered = 60_000;

    private readonly ConcurrentDictionary<string, string> remembered = new(StringComparer.Ordinal);
    private readonly Func<string, string> stem;

    public Stemming(Language language) => stem = language.Code switch
    {
        "en" => Snowball(() => new EnglishStemmer(), word => word),
        "da" => Snowball(() => new DanishStemmer(), DanishLetters),
        "nl" => Snowball(() => new DutchStemmer(), word => word),
        "fr" => Snowball(() => new FrenchStemmer(), word => word),
        "de" => Snowball(() => new German2Stemmer(), word => word),
        "sl" => word => SloveneStemmer.Stem(Folding.Plain(word)),
        _ => Folding.Plain,
    };

    /// <param name="word">Lower case, accents as written.</param>
    public string Stem(string word)
    {
        if (remembered.TryGetValue(word, out var known)) return known;
        var stemmed = char.IsDigit(word[0]) ? word : stem(word);
        if (remembered.Count < MostRemembered) remembered.TryAdd(word, stemmed);
        return stemmed;
    }

    private static Func<string, string> Snowball(Func<SnowballProgram> make, Func<string, string> prepare)
    {
        var programs = new ThreadLocal<SnowballProgram>(make);
        return word =>
        {
            var program = programs.Value!;
            program.SetCurrent(prepare(word));
            program.Stem();
            return Folding.Plain(program.Current);
        };
    }

    /// <summary>"aa", "ae", "oe" are how å, æ, ø are typed on other keyboards.</summary>
    private static string DanishLetters(string word) =>
        word.Replace("aa", "å", StringComparison.Ordinal).Replace("ae", "æ", StringComparison.Ordinal).Replace("oe", "ø", StringComparison.Ordinal);
}
