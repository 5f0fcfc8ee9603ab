using System.Text;
using InnovationBot.Network.Languages;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>
/// Reads a language's word file (one without is read by the English words): sections named after <see cref="Cue"/>, entries set apart by commas or lines, <c>*</c> for any ending,
/// <c>…</c> for a few words between, <c>#</c> for a remark. The sections <c>past_form</c>, <c>perfect_form</c>, <c>unreal_form</c> and <c>abstract_form</c> hold
/// shapes of words, as <c>ge-t</c> or <c>-ness 8</c> (at least eight letters). A wrong file stops the start.
/// </summary>
internal static class WordFile
{
    private const int ShortestFolded = 4;
    private const int UsualForm = 5;

    public static Wordbook Read(Language language)
    {
        using var data = LanguageFiles.Words($"concreteness.{language.Code}.txt", language)
            ?? LanguageFiles.Words($"concreteness.{Language.English.Code}.txt", Language.English) ?? throw new InvalidOperationException("concreteness.en.txt is not embedded.");
        using var lines = new StreamReader(data, Encoding.UTF8);
        return Read(language, lines);
    }

    public static Wordbook Read(Language language, TextReader file)
    {
        Dictionary<string, Cues> words = [], stems = [];
        Dictionary<string, Phrase> phrases = [];
        Dictionary<string, List<WordForm>> forms = new() { ["past_form"] = [], ["perfect_form"] = [], ["unreal_form"] = [], ["abstract_form"] = [] };
        var section = "";
        while (file.ReadLine() is { } line)
        {
            line = line.Split('#')[0].Trim();
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']');
                continue;
            }

            foreach (var entry in line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (forms.TryGetValue(section, out var shapes)) shapes.Add(Form(entry));
                else if (Vocabulary.TryRead<Cue>(section, out var cue)) Add(entry, Cues.Of(cue));
                else throw new FormatException($"'{section}' in {language}.txt is no section.");
            }
        }

        InheritThemes(words, stems);
        InheritThemes(stems, stems);
        Fold(words);
        Fold(stems);
        return new Wordbook(language, words, stems, [.. phrases.Values], forms["past_form"], forms["perfect_form"], forms["unreal_form"], forms["abstract_form"]);

        void Add(string entry, Cues cue)
        {
            var parts = Parts(entry, splitsApostrophes: language.Code == "fr");
            if (parts[0].IsStem && parts[0].Text.Length < Wordbook.ShortestStem) throw new FormatException($"'{entry}' in {language}.txt is too short a beginning.");
            if (parts is [var only])
            {
                var known = only.IsStem ? stems : words;
                known[only.Text] = known.GetValueOrDefault(only.Text) | cue;
                return;
            }

            foreach (var spelled in Spellings(parts))
            {
                var key = string.Join('\0', spelled);
                phrases[key] = new Phrase(spelled, (phrases.GetValueOrDefault(key)?.Cues ?? Cues.None) | cue);
            }
        }
    }

    private static List<PhrasePart> Parts(string entry, bool splitsApostrophes)
    {
        List<PhrasePart> parts = [];
        var afterGap = false;
        foreach (var written in entry.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (written == "…")
            {
                afterGap = true;
                continue;
            }

            var isStem = written.EndsWith('*');
            var tokens = Tokens.Of(written.AsSpan().TrimEnd('*'), splitsApostrophes);
            for (var at = 0; at < tokens.Count; at++, afterGap = false)
                parts.Add(new PhrasePart(tokens[at].ToString(), isStem && at == tokens.Count - 1, afterGap));
        }

        return parts.Count > 0 ? parts : throw new FormatException($"'{entry}' holds no word.");
    }

    /// <summary>A word with a section of its own keeps the theme of its beginning ("bureaucratic" is no noun, but still about rules), and all of it when it is that beginning.</summary>
    private static void InheritThemes(Dictionary<string, Cues> known, Dictionary<string, Cues> stems)
    {
        foreach (var word in known.Keys.ToList())
        {
            if (!ReferenceEquals(known, stems) && stems.TryGetValue(word, out var same)) known[word] |= same;
            for (var length = word.Length - 1; length >= Wordbook.ShortestStem; length--)
            {
                if (!stems.TryGetValue(word[..length], out var shorter)) continue;
                known[word] |= shorter & Cues.Themes;
                break;
            }
        }
    }

    /// <summary>People drop accents in haste: each word is known without them too, unless that is another word.</summary>
    private static void Fold(Dictionary<string, Cues> known)
    {
        foreach (var (word, cues) in known.ToList())
        {
            if (word.Length < ShortestFolded) continue;
            foreach (var spelling in Spellings(word)) known.TryAdd(spelling, cues);
        }
    }

    private static IEnumerable<IReadOnlyList<PhrasePart>> Spellings(List<PhrasePart> parts) =>
        new[] { parts, [.. parts.Select(part => part with { Text = Unaccented(part.Text, "aou", "o", "a") })], [.. parts.Select(part => part with { Text = Unaccented(part.Text, null, "oe", "aa") })] }
            .DistinctBy(spelled => string.Join(' ', spelled.Select(part => part.Text)));

    private static IEnumerable<string> Spellings(string word) => [Unaccented(word, "aou", "o", "a"), Unaccented(word, null, "oe", "aa")];

    /// <param name="umlauts">What stands for ä, ö, ü; <c>null</c> for ae, oe, ue.</param>
    private static string Unaccented(string word, string? umlauts, string slashedO, string ringedA)
    {
        var plain = new StringBuilder(word.Length + 2);
        foreach (var letter in word)
        {
            _ = letter switch
            {
                'ä' => plain.Append(umlauts is null ? "ae" : umlauts[..1]),
                'ö' => plain.Append(umlauts is null ? "oe" : umlauts[1..2]),
                'ü' => plain.Append(umlauts is null ? "ue" : umlauts[2..]),
                'ø' => plain.Append(slashedO),
                'å' => plain.Append(ringedA),
                'æ' => plain.Append("ae"),
                'œ' => plain.Append("oe"),
                'ß' => plain.Append("ss"),
                _ => plain.Append(letter.ToString().Normalize(NormalizationForm.FormD)[0]),
            };
        }

        return plain.ToString();
    }

    private static WordForm Form(string entry)
    {
        var (shape, shortest) = entry.Split(' ') is [var alone, var letters] ? (alone, int.Parse(letters, null)) : (entry, UsualForm);
        return shape.Split('-') is [var beginning, var ending] ? new WordForm(beginning, ending, shortest) : throw new FormatException($"'{entry}' is no shape of a word.");
    }
}
