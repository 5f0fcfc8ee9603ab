using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace InnovationBot.Search.Asks;

/// <summary>
/// Reduces what was pasted to what it says: without quoted messages, greeting, signature, disclaimer, markup, addresses
/// and links, and without the question to the bot at the end ("Who has solved this?"). Where that would leave next to nothing (a forwarded message under "see below"), the quoted part is kept.
/// </summary>
internal static partial class AskText
{
    /// <summary>What comes after is not read: the longest problem a member can write is 8,000 characters, a command line may hand in more.</summary>
    public const int MostCharacters = 40_000;

    // Fewer words than this above a quoted message are a covering note, not the problem.
    private const int FewestWordsAboveQuote = 8;

    // With fewer words before it, the question is what is asked.
    private const int FewestWordsAboveQuestion = 4;

    public static string Reduce(string text)
    {
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        text = Plain(text);
        if (!text.Contains('\n', StringComparison.Ordinal)) return WithoutQuestion(Addresses().Replace(text, " "));

        var (own, quoted) = Split(text.Split('\n'));
        var kept = Body(own);
        if (WordsIn(kept) < FewestWordsAboveQuote && quoted.Count > 0) kept = kept + "\n" + Body(quoted);
        kept = WithoutQuestion(Addresses().Replace(kept, " "));
        return WordsIn(kept) > 0 ? kept : text;
    }

    private static string Plain(string text)
    {
        if (text.Contains('<', StringComparison.Ordinal)) text = Tags().Replace(text, "\n");
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        return text.ReplaceLineEndings("\n");
    }

    private static string WithoutQuestion(string text)
    {
        var end = text.AsSpan().TrimEnd();
        if (!end.EndsWith('?')) return text;
        var start = end[..^1].LastIndexOfAny(".!?\n") + 1;
        return start > 0 && Question().IsMatch(end[start..].Trim()) && WordsIn(text[..start]) >= FewestWordsAboveQuestion ? text[..start].TrimEnd() : text;
    }

    /// <summary>The writer's own lines, and those of the message below them, without its header lines and quote marks.</summary>
    private static (List<string> Own, List<string> Quoted) Split(string[] lines)
    {
        List<string> own = [], quoted = [];
        var below = false;
        foreach (var raw in lines)
        {
            var line = raw.Trim();
            if (QuoteStart().IsMatch(line)) { below = true; continue; }
            if (line.StartsWith('>')) { quoted.Add(line.TrimStart('>', ' ')); continue; }
            if (HeaderLine().IsMatch(line))
            {
                below |= FromLine().IsMatch(line);
                if (SubjectLine().Match(line) is { Success: true } subject) (below ? quoted : own).Add(subject.Groups[1].Value);
                continue;
            }

            (below ? quoted : own).Add(line);
        }

        return (own, quoted);
    }

    private static string Body(List<string> lines)
    {
        var body = new StringBuilder();
        foreach (var line in lines)
        {
            if (SignatureMark().IsMatch(line) || (Closing().IsMatch(line) && body.Length > 0)) break;
            if (Disclaimer().IsMatch(line)) break;
            if (Greeting().Match(line) is { Success: true } greeting)
            {
                body.Append(line.AsSpan(greeting.Length)).Append('\n');
                continue;
            }

            body.Append(line).Append('\n');
        }

        return body.ToString().Trim();
    }

    private static int WordsIn(string text)
    {
        var words = 0;
        var breaker = new Analysis.WordBreaker(text);
        while (breaker.MoveNext()) words++;
        return words;
    }

    // Every repetition below has a bound or ends at the line's end, so that the time grows with the text alone; a time limit would only lose turns on a busy machine.
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"<(?:style|script)\b[^<>]{0,500}>[^<]*</(?:style|script)\s{0,20}>|</?[a-z!][^<>]{0,500}>", Options)]
    private static partial Regex Tags();

    [GeneratedRegex(@"(?:https?://|www\.)\S{1,2000}|(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\+\d[\d\s()/-]{6,18}\d", Options)]
    private static partial Regex Addresses();

    // "Who has solved this?", "Has anybody already fixed it?", in the six languages; a question that names something else stays.
    [GeneratedRegex(@"^(?:(?:so|and|und|en|et|og|in)\s)?(?:(?:who|has any(?:one|body))(?:\s(?:has|have|already|ever))*\s(?:solved|fixed)(?:\s(?:this|that|it|before|already|such a problem|this problem|the problem))*|(?:wer|hat (?:das )?(?:schon )?(?:jemand|wer))(?:\s(?:hat|das|dies|schon|bereits|dieses problem|so etwas))*\s(?:gelöst)|(?:hvem|har nogen)(?:\s(?:har|allerede))*\s(?:løst)(?:\s(?:det|dette|problemet|før))*|(?:wie|heeft iemand)(?:\s(?:heeft|dit|dat|al|probleem))*\s(?:opgelost)|(?:qui|quelqu'un|est-ce que quelqu'un)(?:\s(?:a|l'a|a-t-il|déjà))*\s(?:résolu)(?:\s(?:cela|ça|ce|le|problème|déjà))*|(?:kdo|(?:ali )?je kdo)(?:\s(?:je|to|že))*\s(?:rešil)(?:\s(?:to|ta|problem|težavo|že))*)\s?\?$", Options)]
    private static partial Regex Question();

    // "-----Original Message-----", "On Mon, 3 Feb 2025 Anna wrote:" and their kin.
    [GeneratedRegex(@"^(?:[-_]{3,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|oorspronkelijk bericht|doorgestuurd bericht|oprindelig meddelelse|videresendt meddelelse|izvorno sporočilo|posredovano sporočilo)\b.*|_{10,}|(?:on|am|le|op|den|dne|ons|d\.)\s.{4,120}\b(?:wrote|schrieb|a écrit|schreef|skrev|je napisal\(?a?\)?|je napisala|napisal)\b.{0,60}:?\s*)$", Options)]
    private static partial Regex QuoteStart();

    [GeneratedRegex(@"^(?:\*{0,2})(?:from|sent|to|cc|bcc|date|subject|von|gesendet|an|datum|betreff|de|envoyé|à|objet|fra|sendt|til|dato|emne|van|verzonden|aan|onderwerp|od|poslano|za|kp|zadeva)\s?:\*{0,2}\s.*$", Options)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^\*{0,2}(?:from|von|de|fra|van|od)\s?:", Options)]
    private static partial Regex FromLine();

    [GeneratedRegex(@"^\*{0,2}(?:subject|betreff|objet|emne|onderwerp|zadeva)\s?:\*{0,2}\s*(?:(?:re|fwd?|aw|wg|tr|sv|vs|antw|doorst|odg|ods)\s?:\s*)*(.*)$", Options)]
    private static partial Regex SubjectLine();

    [GeneratedRegex(@"^--\s?$|^(?:sent from my|von meinem|envoyé de mon|verzonden vanaf mijn|sendt fra min|poslano z mojega)\b", Options)]
    private static partial Regex SignatureMark();

    [GeneratedRegex(@"^(?:(?:kind|best|warm|many|with (?:kind|best))\s+(?:regards|wishes|thanks)|regards|sincerely|yours (?:sincerely|faithfully|truly)|thanks(?: in advance)?|thank you|many thanks|cheers|best|mit (?:freundlichen|besten|herzlichen|lieben) grüßen|(?:freundliche|beste|viele|liebe|herzliche) grüße|mfg|vg|lg|danke(?: im voraus)?|cordialement|bien (?:cordialement|à vous)|(?:sincères|meilleures) salutations|salutations|merci(?: d'avance)?|met (?:vriendelijke|hartelijke) groet(?:en)?|(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|alvast bedankt|bedankt|(?:med )?venlig(?:e)? hilsen|(?:de )?bedste hilsner|(?:mange )?hilsner|mvh|vh|kh|på forhånd tak|(?:lep|lepe|prijazen|prisrčen|topel) pozdrav(?:e)?|s spoštovanjem|z lepimi pozdravi|lp|hvala(?: (?:vnaprej|in lep pozdrav))?)\b[\s,.!]*$", Options)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^,.!?:]{0,40}[,!:]|(?:hi|hello|hey|dear)\s+(?:all|everyone|everybody|colleagues|team|\p{Lu}\w+)$|(?:hallo|guten (?:tag|morgen)|liebe|lieber|sehr geehrte|sehr geehrter)\b[^,.!?:]{0,60}[,!:]|(?:bonjour|bonsoir|madame|monsieur|chers?|chères?)\b[^,.!?:]{0,60}[,!:]|bonjour(?: à tous)?$|(?:beste|hallo|dag|geachte|goedemorgen|goedemiddag)\b[^,.!?:]{0,60}[,!:]|(?:kære|hej|goddag|godmorgen)\b[^,.!?:]{0,40}[,!:]|(?:pozdravljeni|spoštovan[aei]?|dragi|draga|drage|živjo|dober dan|dobro jutro)\b[^,.!?:]{0,40}[,!:]|(?:hej(?: alle)?|hallo(?: zusammen)?|pozdravljeni|spoštovani|dober dan|guten tag)$)", Options)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\*{0,2}(?:this (?:e-?mail|message|communication)\b.{0,80}\b(?:confidential|intended|privileged)|disclaimer\b|confidentiality notice|the information (?:contained )?in this (?:e-?mail|message)|please consider the environment|think before you print|diese (?:e-?mail|nachricht)\b.{0,80}\b(?:vertraulich|enthält)|bitte denken sie an die umwelt|ce (?:message|courriel|mail)\b.{0,80}\b(?:confidentiel|destiné|contient)|pensez à l'environnement|dit (?:e-?mail)?bericht\b.{0,80}\b(?:vertrouwelijk|bestemd)|de informatie in (?:dit|deze) (?:e-?mail)|denne (?:e-?)?mail\b.{0,80}\b(?:fortrolig|indeholder)|tænk på miljøet|(?:to|ta) (?:elektronsko )?(?:e-?)?(?:sporočilo|pošta)\b.{0,80}\b(?:zaupn|namenjen)|pomislite na okolje)", Options)]
    private static partial Regex Disclaimer();
}
