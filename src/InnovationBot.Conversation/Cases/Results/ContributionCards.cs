using System.Globalization;
using System.Net;
using System.Text;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Cases.Results;

namespace InnovationBot.Conversation.Cases.Results;

/// <summary>What came of what a person shared: numbers, for that person alone.</summary>
public static class ContributionCard
{
    /// <summary>More than this are on the printable page.</summary>
    private const int Most = 10;

    /// <summary>The month's message.</summary>
    public static AdaptiveCard Monthly(Contribution heard, ResultsMonth month, Say say)
    {
        var heading = say["Results.MonthHeading", ("month", say.Month(month.From))];
        return HouseStyle.Card(say.Language.Code, heading, [.. Rows(heard.Heard, say), HouseStyle.Button(say["Results.Statement"], "contribution/show"), HouseStyle.Subtle(say["Reading.ReusedWhy"])]);
    }

    /// <summary>All of it so far.</summary>
    /// <param name="page">Of the printable page; none where no links are offered.</param>
    public static AdaptiveCard Statement(Contribution all, Uri? page, Say say)
    {
        var body = new List<CardElement>();
        if (all.Cases.Count == 0) body.Add(HouseStyle.Paragraph(say["Results.None"]));
        body.AddRange(Rows(all.Cases, say));
        body.Add(HouseStyle.Paragraph(say.Count("Results.Introductions", all.Introductions)));
        body.AddRange(all.Thanks.Take(Most).Select(thanks => HouseStyle.Quote(thanks, say.Language.Code)));
        if (page is not null)
        {
            body.Add(HouseStyle.Button(new OpenUrlAction { Url = CardUrl.Parse(page.ToString(), allowLoopback: true), Title = say["Results.Print"] }));
            body.Add(HouseStyle.Subtle(say["People.MyDataOnce"]));
        }

        body.Add(HouseStyle.Subtle(say["Results.OnlyYou"]));
        return HouseStyle.Card(say.Language.Code, say["Results.StatementHeading"], body);
    }

    /// <summary>"opened 12 times · helped 2 people · in use in 1 other place".</summary>
    internal static string Line(CaseContribution one, Say say) => Showing.Join(
        say,
        say.Count("Organise.Opened", one.Opened),
        one.Helped > 0 ? say.Count("Reading.HelpedCount", one.Helped) : null,
        one.Reused > 0 ? say.Count("Reading.ImplementedCount", one.Reused) : null);

    private static IEnumerable<CardElement> Rows(IReadOnlyList<CaseContribution> cases, Say say)
    {
        if (cases.Count == 0) yield break;
        yield return HouseStyle.Rows([.. cases.Take(Most).Select(one => HouseStyle.RowLink(
            one.Title,
            Line(one, say),
            new ExecuteAction
            {
                Title = say["Problems.OpenNamed", ("title", one.Title)], Verb = "case/open", Data = ("case", one.Case.ToString()), AssociatedInputs = AssociatedInputs.None,
            }))]);
        if (cases.Count > Most) yield return HouseStyle.Subtle(say["Results.More", ("count", cases.Count - Most)]);
    }
}

/// <summary>The statement as a page to print: no script, nothing loaded from anywhere.</summary>
public static class ContributionPage
{
    public static byte[] For(Contribution all, string date, Say say)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{say.Language.Code}\"><head><meta charset=\"utf-8\"><title>{Text(say["Results.StatementHeading"])}</title>")
            .Append("<style>body{font:12pt/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}li{margin:.6em 0}small{color:#444}</style></head><body>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{Text(say["Results.StatementHeading"])}</h1><p>{Text(Showing.Join(say, all.Name, date))}</p><ul>");
        foreach (var one in all.Cases) page.Append(CultureInfo.InvariantCulture, $"<li>{Text(one.Title)}<br><small>{Text(ContributionCard.Line(one, say))}</small></li>");
        page.Append("</ul>");
        foreach (var thanks in all.Thanks) page.Append(CultureInfo.InvariantCulture, $"<blockquote>{Text(thanks)}</blockquote>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{Text(say.Count("Results.Introductions", all.Introductions))}</p><p><small>{Text(say["Results.Counted"])}</small></p></body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}
