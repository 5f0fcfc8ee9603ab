using System.Numerics;

namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>Counts a text's cues by sentence: phrases before words, then what only neighbours tell, such as a number with what it counts.</summary>
internal static class PassageReader
{
    /// <summary>How many words may stand between a number and what it counts: "forty angry young parents".</summary>
    private const int ReachOfNumber = 3;

    /// <summary>How many words may stand between a helping verb and its form.</summary>
    private const int ReachOfAuxiliary = 8;

    private const int ShortestNominal = 8;
    private const int ShortestPlain = 4;

    private static readonly Cues Counted = Cues.Of(Cue.Unit, Cue.Person, Cue.People, Cue.Thing, Cue.Place);
    private static readonly Cues Kept = Cues.Of(Cue.Unreal) | Cues.Themes;
    private static readonly Cues Aimed = Cues.Of(Cue.Target, Cue.Ideal, Cue.Culture, Cue.Digital, Cue.Vision, Cue.Solution, Cue.Silos);

    /// <summary>"Data quality: 312 dead people got a letter", "The vision is paperless. Gerda staples 240 sheets": so many words name what follows.</summary>
    private const int LongestLabel = 5;

    private static readonly Cues Labels = Cues.Themes | Cues.Of(Cue.Ideal, Cue.Quality, Cue.Collective, Cue.Nominal);

    /// <summary>A label with one of these says more than a name: "Our goal for 2030: no queues".</summary>
    private static readonly Cues NoLabels = Cues.Of(
        Cue.Event, Cue.Act, Cue.Past, Cue.Unreal, Cue.Modal, Cue.Target, Cue.Need, Cue.Wonder, Cue.Aspire, Cue.We, Cue.Self, Cue.Person, Cue.Thing, Cue.Place, Cue.Anchor);

    /// <summary>"Outdated" and "integrated" look like a past.</summary>
    private static readonly Cues NeverPast = Cues.Of(
        Cue.Past, Cue.Quality, Cue.Aspire, Cue.Ideal, Cue.Modal, Cue.Degree, Cue.Culture, Cue.Digital, Cue.Speed, Cue.Silos, Cue.Citizens, Cue.Rules, Cue.Vision, Cue.Nothing);

    public static List<Passage> Read(string text, Wordbook book)
    {
        var tokens = Tokens.Of(text, book.SplitsApostrophes);
        var cues = Find(tokens, book);
        List<Passage> passages = [];
        for (int start = 0, at = 0; at < tokens.Count; at++)
        {
            if (!tokens.EndsSentence(at) && at + 1 < tokens.Count && !IsLabel(tokens, cues, start, at)) continue;
            passages.Add(Count(tokens, cues, start, at + 1, book));
            start = at + 1;
        }

        return passages;
    }

    /// <summary>Whether the first word, or the phrase that begins with it, hints at one of some things.</summary>
    public static bool BeginsWith(string text, Cues cues, Wordbook book) =>
        Tokens.Of(text, book.SplitsApostrophes) is { Count: > 0 } tokens && Find(tokens, book)[0].HasAny(cues);

    private static Cues[] Find(Tokens tokens, Wordbook book)
    {
        var cues = new Cues[tokens.Count];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!book.TryPhrase(tokens, at, out var phrase))
            {
                cues[at] = book.Find(tokens[at]);
                continue;
            }

            // The phrase speaks for its words, but what is wished for stays so ("should have"; not "should have gone"), and what it is about ("build trust").
            var first = at;
            var kept = phrase.Cues.Has(Cue.Past) ? Cues.Themes : Kept;
            cues[first] = phrase.Cues | (book.Find(tokens[first]) & kept);
            for (var part = 1; part < phrase.Parts.Count && !phrase.Parts[part].AfterGap; part++) cues[first] |= book.Find(tokens[++at]) & kept;
        }

        return cues;
    }

    /// <summary>A theme alone before a colon: what follows is told, or not, for itself.</summary>
    private static bool IsLabel(Tokens tokens, Cues[] cues, int start, int at)
    {
        if (tokens.EndAt(at) != End.Part || at - start >= LongestLabel) return false;
        var all = Cues.None;
        for (var word = start; word <= at; word++) all |= cues[word];
        return all.HasAny(Labels) && !all.HasAny(NoLabels);
    }

    /// <summary>Clause by clause: what is wished for in one is wished for in the next ("nobody should wait, nobody queue"), until something has happened or the sentence turns.</summary>
    private static Passage Count(Tokens tokens, Cues[] cues, int start, int end, Wordbook book)
    {
        var sentence = new Passage();
        var (isUnreal, isImagined) = (false, false);
        for (int from = start, at = start; at < end; at++)
        {
            if (tokens.EndAt(at) == End.Word && at + 1 < end) continue;
            var clause = CountClause(tokens, cues, from, at + 1, book);
            // "Imagine it were filled in already" is no past.
            isImagined = (isImagined || Imagined(cues, from, at + 1)) && !clause.Has(Cue.Contrast);
            isUnreal = isImagined || (!clause.Has(Cue.Past) && !clause.Has(Cue.Contrast) && (isUnreal || clause.Has(Cue.Unreal)));
            if (isUnreal) clause.Wish();
            if (tokens.EndAt(at) >= End.Part) isUnreal = isImagined = false;
            sentence.Add(clause);
            from = at + 1;
        }

        return sentence;
    }

    private static bool Imagined(Cues[] cues, int start, int end)
    {
        for (var at = start; at < end; at++)
            if (cues[at].Has(Cue.Unreal) && cues[at].Has(Cue.Wonder)) return true;
        return false;
    }

    private static Passage CountClause(Tokens tokens, Cues[] cues, int start, int end, Wordbook book)
    {
        var passage = new Passage { Words = end - start };
        var lacks = 0;
        var auxiliary = -1;
        var participle = -1;
        for (var at = start; at < end; at++)
        {
            var word = tokens[at];
            for (var bits = cues[at].Bits; bits != 0; bits &= bits - 1) passage[(Cue)BitOperations.TrailingZeroCount(bits)]++;

            if (cues[at].Has(Cue.Event) && cues[at].Has(Cue.Need)) lacks++;
            if (char.IsDigit(word[0]) || cues[at].Has(Cue.Number)) CountNumber(ref passage, tokens, cues, at, end);
            else if (cues[at].IsEmpty && word.Length >= ShortestNominal && Fits(book.AbstractForms, word)) passage[Cue.Nominal]++;
            else if (cues[at].IsEmpty && word.Length >= ShortestPlain) passage[Cue.Plain]++;

            if (Fits(book.UnrealForms, word)) passage[Cue.Unreal]++;
            else if (!cues[at].HasAny(NeverPast) && !(at > start && cues[at - 1].Has(Cue.Auxiliary)) && Fits(book.PastForms, word)) passage[Cue.Past]++;
            if (cues[at].Has(Cue.Auxiliary)) auxiliary = at;
            else if (Fits(book.PerfectForms, word)) participle = at;
            else continue;

            if (auxiliary < 0 || participle < 0 || Math.Abs(auxiliary - participle) > ReachOfAuxiliary) continue;
            passage[Cue.Past]++;
            auxiliary = participle = -1;
        }

        // "Missing" tells an event of a form, but a wish of a dashboard, and nothing of a vision.
        if (lacks > 0 && passage.Has(Cue.Solution)) passage.Wish();
        else if (lacks > 0 && passage.Sum(Cue.Thing, Cue.Person, Cue.People, Cue.Place) == 0) passage[Cue.Event] -= lacks;
        return passage;
    }

    private static void CountNumber(ref Passage passage, Tokens tokens, Cues[] cues, int at, int end)
    {
        var digits = tokens[at];
        if (char.IsDigit(digits[0])) passage[Cue.Number]++;
        if (digits.Length == 4 && (digits.StartsWith("19") || digits.StartsWith("20"))) return; // a year; the words before it tell which way it looks

        for (var next = at + 1; next < Math.Min(end, at + 1 + ReachOfNumber); next++)
        {
            if (tokens[next] is "%") return;
            if (cues[next].HasAny(Counted))
            {
                passage[Cue.Quantity]++;
                return;
            }

            if (cues[next].HasAny(Aimed))
            {
                passage[Cue.TargetFigure]++;
                return;
            }
        }
    }

    private static bool Fits(IReadOnlyList<WordForm> forms, ReadOnlySpan<char> word)
    {
        for (var at = 0; at < forms.Count; at++)
            if (forms[at].Fits(word)) return true;
        return false;
    }
}
