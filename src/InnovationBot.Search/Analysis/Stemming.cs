using InnovationBot.Network;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace InnovationBot.Search.Analysis;

/// <summary>Brings the forms of a word together, a language each. Thread-safe.</summary>
internal sealed class Stemming
{
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
    public string Stem(string word) => char.IsDigit(word[0]) ? word : stem(word);

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

    /// <summary>
    /// "aa", "ae", "oe" are how å, æ, ø are typed on other keyboards. The courts keep their name ("ret"), which else is taken for an ending: "skifteret" (probate
    /// court) would be "skifter" (changes).
    /// </summary>
    private static string DanishLetters(string word)
    {
        word = word.Replace("aa", "å", StringComparison.Ordinal).Replace("ae", "æ", StringComparison.Ordinal).Replace("oe", "ø", StringComparison.Ordinal);
        return word is "skifteret" or "skifterets" or "højesteret" or "højesterets" ? word.TrimEnd('s') + "ten" : word;
    }
}
