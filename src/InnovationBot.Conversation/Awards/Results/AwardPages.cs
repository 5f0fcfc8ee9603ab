using System.Net;
using System.Text;
using InnovationBot.Conversation.Awards.Jury;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards.Results;

/// <summary>Pages and tables of a round that leave the chat: whole by themselves, without script, picture or font from elsewhere.</summary>
internal static class AwardPages
{
    private const string FormulaSigns = "=+-@\t\r";

    private const string Style =
        "body{font:1.05rem/1.5 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2rem}"
        + ".place{font-weight:bold}.small{color:#4a4a4a;font-size:.9rem}article{break-inside:avoid;border-top:1px solid #767676;padding-top:.5rem}"
        + ".certificate{border:4px double #1b1b1b;padding:3rem 2rem;text-align:center}.certificate h1{font-size:2.2rem}@media print{body{margin:0}}";

    /// <summary>All nominations of a juror, to be read in one go or printed.</summary>
    public static byte[] Nominations(AwardRound round, IEnumerable<JuryPage> pages, Say say)
    {
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            text.Append("<article>").Append(Element("h2", page.Nomination.Content.Title)).Append(Element("p", Showing.Join(say, round.Plan.Category(page.Nomination.Category ?? "")?.Name, page.Organisation?.Name), "small"));
            foreach (var (label, words) in JuryNominationCard.Texts(page, say)) text.Append(Element("h3", label.TrimEnd(':', ' ', '\u00a0'))).Append(Paragraphs(words));
            text.Append("</article>");
        }

        return Page(say, round.Name, Element("h1", round.Name) + text);
    }

    public static byte[] Certificate(OwnResult own, Reading reading)
    {
        var say = reading.Say;
        return Page(say, say["AwardResults.CertificateTitle"], "<main class=\"certificate\">"
            + Element("p", own.Round.Name, "small") + Element("h1", say["AwardResults.CertificateTitle"]) + Element("p", own.Reader.Name, "place")
            + Element("p", say[$"AwardResults.CertificateText_{Vocabulary.Write(own.Place)}", ("title", own.Nomination.Content.Title), ("category", own.Category)])
            + (own.Organisation is { } organisation ? Element("p", organisation) : "")
            + Element("p", say.Date(own.Round.AnnouncedAt ?? reading.Now, reading.Zone), "small") + "</main>");
    }

    /// <summary>What an organiser puts wherever the public reads: only what nominees agreed to.</summary>
    public static byte[] Results(AwardResults results, Reading reading)
    {
        var (say, text) = (reading.Say, new StringBuilder(Element("h1", results.Round.Name)));
        if (results.Round.Plan.Story is { } story) text.Append(Paragraphs(story));
        foreach (var category in results.Results.GroupBy(result => result.Category))
        {
            text.Append(Element("h2", category.Key));
            foreach (var result in category)
            {
                text.Append("<article>").Append(Element("h3", result.Nomination.Content.Title)).Append(Element("p", say[result.Wins ? "AwardResults.WinnerIn" : "AwardResults.FinalistIn", ("category", result.Category)], "place"));
                if (Showing.Join(say, result.Organisation, string.Join(", ", result.People.Concat(result.Partners))) is { Length: > 0 } who) text.Append(Element("p", who, "small"));
                text.Append(Paragraphs(result.Nomination.Content.Problem));
                if (result.Nomination.Content.Result is { } told) text.Append(Paragraphs(told));
                if (result.Nomination.Content.Learned is { } learned) text.Append(Paragraphs(learned));
                text.Append("</article>");
            }
        }

        if (results.Results.Count == 0) text.Append(Element("p", say["AwardResults.NobodyWon", ("round", results.Round.Name)]));
        return Page(say, results.Round.Name, text.ToString());
    }

    /// <summary>RFC 4180, with a quotation mark before what a spreadsheet would take for a formula (OWASP: CSV injection).</summary>
    public static byte[] Csv(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string value)
    {
        var safe = value.Length > 0 && FormulaSigns.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n;") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static byte[] Page(Say say, string title, string body) => Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html>\n<html lang=\"{say.Language.Code}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{WebUtility.HtmlEncode(title)}</title><style>{Style}</style></head>\n<body>\n{body}\n</body>\n</html>\n");

    private static string Element(string name, string text, string? style = null) => $"<{name}{(style is null ? "" : $" class=\"{style}\"")}>{WebUtility.HtmlEncode(text)}</{name}>\n";

    private static string Paragraphs(string text) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Element("p", line)));
}
