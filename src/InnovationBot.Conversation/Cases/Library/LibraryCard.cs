using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;

namespace InnovationBot.Conversation.Cases.Library;

/// <summary>One page of the library: a row for each case, the way on and back, and the filter behind one button.</summary>
public static class LibraryCard
{
    public static AdaptiveCard For(CasesPage page, Say say)
    {
        var heading = page switch
        {
            { Total: > 0 } => say.Count("Library.Heading", page.Total),
            { Filter: var filter } when filter == CaseFilter.None => say["Library.HeadingEmpty"],
            _ => say["Library.HeadingNone"],
        };
        var body = new List<CardElement>();
        if (page is { Total: > 0, Page: 1 } && page.Filter == CaseFilter.None) body.Add(HouseStyle.Subtle(say["Library.Intro"]) with { Spacing = Spacing.None });
        if (Told(page, say) is { Length: > 0 } told) body.Add(HouseStyle.Subtle(told) with { Spacing = Spacing.None });
        if (page.Total == 0) body.AddRange(Widen(page, say));
        else body.Add(HouseStyle.Rows([.. page.Cases.Select(listed => Row(listed, page, say))]));
        body.AddRange(Paging.Turning(page.Page, page.Pages, "case/browse", to => new LibraryView(page.Filter, to).Data(), say));
        if (page.Total > 0 || page.Filter != CaseFilter.None) body.Add(LibraryFilter.For(page, say));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static ColumnSet Row(ListedCase listed, CasesPage page, Say say)
    {
        var @case = listed.Case;
        return HouseStyle.RowLink(
            say.Title(@case),
            say.Line(@case, listed.Organisation, listed.Kind, listed.Confirmation),
            new ExecuteAction
            {
                Title = say["Problems.OpenNamed", ("title", say.Title(@case))],
                Verb = "case/open",
                Data = new LibraryView(page.Filter, page.Page).Data(("case", @case.Id.ToString())),
                AssociatedInputs = AssociatedInputs.None,
            },
            HouseStyle.BadgeLine(say.OutcomeBadge(@case.Outcome), Showing.Join(say, @case.IsIncomplete ? say["Cases.Incomplete"] : null, say.Mark(listed.Mark))));
    }

    private static ExecuteAction Action(string title, CasesPage page, int to) => new()
    {
        Title = title, Verb = "case/browse", Data = new LibraryView(page.Filter, to).Data(), AssociatedInputs = AssociatedInputs.None,
    };

    /// <summary>What the filter leaves, in words.</summary>
    private static string Told(CasesPage page, Say say) =>
        Showing.Join(say, [.. page.Filter.Parts.Select(part => Value(part, page, say))]);

    private static string Value(CaseFilterPart part, CasesPage page, Say say)
    {
        var (filter, choices) = (page.Filter, page.Choices);
        return part switch
        {
            CaseFilterPart.Text => say["Library.Text", ("text", filter.Text)],
            CaseFilterPart.Outcome => say.Word(filter.Outcome!.Value),
            CaseFilterPart.Area => choices.Areas.FirstOrDefault(area => area.Key == filter.Area)?.Name ?? "",
            CaseFilterPart.Tier => say.Word(filter.Tier!.Value),
            CaseFilterPart.Region => choices.Regions.FirstOrDefault(region => region.Key == filter.Region)?.Name ?? "",
            CaseFilterPart.Country => say.Country(filter.Country!),
            CaseFilterPart.Barrier => say.Word(filter.Barrier!.Value),
            CaseFilterPart.Year => filter.Year!.Value.ToString(CultureInfo.InvariantCulture),
            CaseFilterPart.Users => say["Library.UsersTookPart"],
            _ => say["Library.ReadyToTakeOver"],
        };
    }

    private static IEnumerable<CardElement> Widen(CasesPage page, Say say)
    {
        if (page.Filter == CaseFilter.None)
        {
            yield return HouseStyle.Paragraph(say["Library.Empty"]);
            yield break;
        }

        yield return HouseStyle.Paragraph(say[page.Wider.Count > 0 ? "Library.Widen" : "Library.WidenAsk"]);
        if (page.Wider.Count > 0)
            yield return HouseStyle.Rows([.. page.Wider.Select(wider => HouseStyle.RowLink(
                say["Library.Without", ("filter", Value(wider.Without, page, say))],
                say.Count("Library.Heading", wider.Total),
                Action(say["Library.Without", ("filter", Value(wider.Without, page, say))], page with { Filter = page.Filter.Without(wider.Without) }, 1)))]);
        yield return HouseStyle.Button(Action(say["Library.All"], page with { Filter = CaseFilter.None }, 1));
    }
}
