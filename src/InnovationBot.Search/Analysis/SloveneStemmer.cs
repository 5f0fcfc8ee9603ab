namespace InnovationBot.Search.Analysis;

/// <summary>
/// Takes Slovene endings off, for search: case, number and gender of nouns and adjectives, persons of verbs, the most
/// usual derivations, and the vowel that comes and goes ("vrtec", "vrtca"). Works on folded letters (s for š, c for č),
/// because half of what people type has no carons. The tables are this project's own; longest ending first, and a stem
/// of at least three letters with a vowel stays.
/// </summary>
internal static class SloveneStemmer
{
    // Inflection, longest first. Written without carons.
    private static readonly string[] Endings = Sorted(
        "ovali ovala ovalo ovati ujejo ujemo ujete ujeta ujem ujes uje ovanj ovanje ovanja ovanju ovanjem evati evali evala " +
        "ali ala alo ale al ati amo ate ajo ata as ili ila ilo ile il iti imo ite ijo ita is eli ela elo ele el eti emo ete ejo eta es nil nila nili niti " +
        "anje anja anju anjem anjih anji anjemu anj enje enja enju enjem enjih enji enj " +
        "jega jemu jim jih jimi jima ega emu im ih imi ima em om oma ema ami ama ah eh am ov ev e i a o u ju jo ja je ji");

    // Derivations that leave the sense: "obcinsk-", "starost", "mozn-ost".
    private static readonly string[] Derivations = Sorted("nostn ostn nost ost sk stv tev ovn evn ln");

    // Words whose own last letters look like an ending: "promet" and "prometa" would part, and "poleti" (in summer) be "pol" (half).
    private static readonly string[] Whole =
        [.. ("polet promet predmet pamet planet paket internet kabinet budzet obrat mandat format aparat plakat certifikat kredit deficit limit tranzit profit kvalitet identitet " +
             "univerzitet kapacitet prioritet intenzitet solidaritet").Split(' ')];

    private static readonly HashSet<string> AllEndings = new(Endings, StringComparer.Ordinal);

    public static string Stem(string word)
    {
        if (word.Length < 4 || char.IsDigit(word[0])) return word;
        foreach (var whole in Whole)
        {
            if (word.StartsWith(whole, StringComparison.Ordinal) && IsEnding(word.AsSpan(whole.Length))) return whole;
        }

        var stem = Strip(word, Endings, 3);
        if (stem.Length >= 7) stem = Strip(stem, Derivations, 4);
        return WithoutFleetingVowel(stem);
    }

    /// <summary>An ending of a noun, or of the adjective made of it: "prometa", "prometni".</summary>
    private static bool IsEnding(ReadOnlySpan<char> rest)
    {
        var endings = AllEndings.GetAlternateLookup<ReadOnlySpan<char>>();
        return rest.IsEmpty || endings.Contains(rest) || (rest[0] == 'n' && (rest.Length == 1 || endings.Contains(rest[1..])));
    }

    private static string Strip(string word, string[] endings, int least)
    {
        foreach (var ending in endings)
        {
            var left = word.Length - ending.Length;
            if (left >= least && word.EndsWith(ending, StringComparison.Ordinal) && HasVowel(word.AsSpan(0, left))) return word[..left];
        }

        return word;
    }

    /// <summary>"vrtec" and "vrtca" meet in "vrtc", "postopek" and "postopka" in "postopk".</summary>
    private static string WithoutFleetingVowel(string stem)
    {
        if (stem.Length < 5 || stem[^2] != 'e' || IsVowel(stem[^3])) return stem;
        return stem[^1] is 'c' or 'k' or 'n' or 'r' or 'l' or 'm' ? string.Concat(stem.AsSpan(0, stem.Length - 2), stem.AsSpan(stem.Length - 1)) : stem;
    }

    private static bool HasVowel(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (IsVowel(letter) || letter == 'r') return true;
        }

        return false;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string[] Sorted(string endings) => [.. endings.Split(' ').Distinct().OrderByDescending(e => e.Length).ThenBy(e => e, StringComparer.Ordinal)];
}
