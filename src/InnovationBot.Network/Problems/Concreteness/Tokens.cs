namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>The words of a text in lower case, without markup, and where its sentences end.</summary>
internal sealed class Tokens
{
    /// <summary>Nobody writes a problem longer than this; what follows is not read, so that any text is read in bounded time.</summary>
    public const int MostWords = 20_000;

    /// <summary>A full stop before this many words joins on: notes like "Printer broken. Again. 40 waiting." are one statement.</summary>
    private const int FewestWordsOfSentence = 6;

    private const int LongestTag = 300;

    private readonly char[] letters;
    private readonly List<Word> words;

    private Tokens(char[] letters, List<Word> words) => (this.letters, this.words) = (letters, words);

    public int Count => words.Count;

    public ReadOnlySpan<char> this[int at] => letters.AsSpan(words[at].Start, words[at].Length);

    /// <summary>Whether a sentence ends with this word.</summary>
    public bool EndsSentence(int at) => words[at].End == End.Sentence;

    /// <summary>What ends with this word.</summary>
    public End EndAt(int at) => words[at].End;

    /// <param name="splitsApostrophes">French: "l'agent" is two words; else "doesn't" and "foto's" are one.</param>
    public static Tokens Of(ReadOnlySpan<char> text, bool splitsApostrophes)
    {
        var letters = new char[text.Length];
        var words = new List<Word>(Math.Min(text.Length / 5 + 1, MostWords));
        var used = 0;
        var inSentence = 0;
        for (var at = 0; at < text.Length && words.Count < MostWords; at++)
        {
            var letter = text[at];
            if (char.IsLetterOrDigit(letter))
            {
                var start = used;
                for (; at < text.Length; at++)
                {
                    if (char.IsLetterOrDigit(text[at])) letters[used++] = char.ToLowerInvariant(text[at]);
                    else if (IsMark(text[at])) continue; // an accent written apart: what remains is the unaccented spelling, which is known too
                    else if (IsApostrophe(text[at]) && Joins(text, at))
                    {
                        if (splitsApostrophes) break;
                        letters[used++] = '\'';
                    }
                    else if (text[at] is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])) letters[used++] = '.';
                    else break;
                }

                words.Add(new Word(start, used - start, End.Word));
                inSentence++;
                at--;
            }
            else if (letter == '%')
            {
                letters[used] = '%';
                words.Add(new Word(used++, 1, End.Word));
                inSentence++;
            }
            else if (letter == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
            {
                var end = text[at..Math.Min(text.Length, at + LongestTag)].IndexOf('>');
                if (end > 0) at += end;
            }
            else if (inSentence > 0 && EndOf(text, at) is var end and not End.Word)
            {
                if (end == End.Sentence && inSentence < FewestWordsOfSentence) end = End.Part;
                if (end > words[^1].End) words[^1] = words[^1] with { End = end };
                if (end == End.Sentence) inSentence = 0;
            }
        }

        JoinShortEnd(words, inSentence);
        return new Tokens(letters, words);
    }

    private static void JoinShortEnd(List<Word> words, int inSentence)
    {
        var before = words.Count - inSentence - 1;
        if (inSentence is > 0 and < FewestWordsOfSentence && before >= 0) words[before] = words[before] with { End = End.Part };
    }

    private static End EndOf(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '!' or '?' or ';' or '\n' or '…' or '•' => End.Sentence,
        '.' when IsOrdinal(text, at) => End.Word,
        '.' when at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '"' or '»' or '“' or ')' => End.Sentence,
        ':' or '–' or '—' or '(' or ')' => End.Part,
        ',' => End.Clause,
        _ => End.Word,
    };

    /// <summary>"Im 21. Jahrhundert", "fra 1. januar": no sentence ends there.</summary>
    private static bool IsOrdinal(ReadOnlySpan<char> text, int at)
    {
        var digits = at;
        while (digits > 0 && char.IsDigit(text[digits - 1])) digits--;
        return at - digits is 1 or 2 && (digits == 0 || char.IsWhiteSpace(text[digits - 1])) && at + 2 < text.Length && text[at + 1] == ' ' && char.IsLetter(text[at + 2]);
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or 'ʼ';

    private static bool IsMark(char letter) => letter is >= '\u0300' and <= '\u036F';

    private static bool Joins(ReadOnlySpan<char> text, int at) => at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);

    private readonly record struct Word(int Start, int Length, End End);
}

/// <summary>What a word is the last of, from the least to the most.</summary>
internal enum End
{
    Word,

    /// <summary>Before a comma.</summary>
    Clause,

    /// <summary>Before a colon, a dash, a bracket.</summary>
    Part,
    Sentence,
}
