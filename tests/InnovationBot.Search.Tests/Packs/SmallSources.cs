using System.Globalization;
using System.Text;

namespace InnovationBot.Search.Tests.Packs;

/// <summary>Dictionaries of a few words, laid out as the operating system lays out the real ones.</summary>
internal sealed class SmallSources : IDisposable
{
    private static readonly (string Lemma, string Gloss, string? KindOf)[] Nouns =
    [
        ("kennel", "a shelter for a dog or other animals", null),
        ("dog", "an animal that barks and lives in a kennel", null),
        ("hound", "a hunting dog that barks", "dog"),
        ("puppy", "a young dog", "dog"),
        ("river", "a large stream of flowing water", null),
        ("creek", "a small stream of flowing water", "river"),
        ("bank", "sloping land beside a stream of water", null),
        ("lamp", "a device that gives light in a street", null),
        ("lantern", "a portable lamp that gives light", "lamp"),
        ("bulb", "the glass part of a lamp that gives light", "lamp"),
    ];

    public SmallSources()
    {
        Folder = Directory.CreateTempSubdirectory("pack-sources-").FullName;
        WriteWordNet(Directory.CreateDirectory(Path.Combine(Folder, "usr/share/wordnet")).FullName);
        WriteDictionary(Directory.CreateDirectory(Path.Combine(Folder, "usr/share/dictd")).FullName,
            ("vodnjak", "well"), ("svetilka", "1. lamp\n2. lantern"), ("reka", "river"), ("pes", "dog, hound"));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "usr/share/mythes")).FullName, "th_sl_SI_v2.dat"), "UTF-8\nšotor|1\n(sam.)|paviljon|zasilno bivališče\n");
        var spelling = Directory.CreateDirectory(Path.Combine(Folder, "usr/share/hunspell")).FullName;
        File.WriteAllText(Path.Combine(spelling, "sl_SI.aff"), "SET UTF-8\nSFX A Y 2\nSFX A es sovega es\nSFX A 0 om [^aeiou]\n");
        File.WriteAllText(Path.Combine(spelling, "sl_SI.dic"), "1\npes/A\n");
    }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void WriteWordNet(string folder)
    {
        string Offset(string lemma) => (Array.FindIndex(Nouns, noun => noun.Lemma == lemma) + 1).ToString("00000000", CultureInfo.InvariantCulture);
        File.WriteAllLines(Path.Combine(folder, "data.noun"), Nouns.Select(noun =>
            $"{Offset(noun.Lemma)} 03 n 01 {noun.Lemma} 0 {(noun.KindOf is { } kind ? $"001 @ {Offset(kind)} n 0000" : "000")} | {noun.Gloss}"));
        File.WriteAllLines(Path.Combine(folder, "index.noun"), Nouns.Select(noun => $"{noun.Lemma} n 1 0 1 0 {Offset(noun.Lemma)}"));
        foreach (var part in (string[])["verb", "adj", "adv"])
        {
            File.WriteAllText(Path.Combine(folder, "data." + part), "");
            File.WriteAllText(Path.Combine(folder, "index." + part), "");
        }
    }

    private static void WriteDictionary(string folder, params (string Word, string Translations)[] entries)
    {
        var (texts, index) = (new StringBuilder(), new StringBuilder());
        foreach (var (word, translations) in entries)
        {
            var text = $"{word} /x/ <n, f, sg>\n{translations}\n";
            index.Append(CultureInfo.InvariantCulture, $"{word}\t{Number(texts.Length)}\t{Number(text.Length)}\n");
            texts.Append(text);
        }

        File.WriteAllText(Path.Combine(folder, "freedict-slv-eng.dict"), texts.ToString());
        File.WriteAllText(Path.Combine(folder, "freedict-slv-eng.index"), index.ToString());
    }

    private static string Number(int value)
    {
        const string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return value < 64 ? digits[value].ToString() : Number(value / 64) + digits[value % 64];
    }
}
