using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Cases;

/// <summary>What came of it: rows of figures as a small table, an import's words, or that nothing was measured.</summary>
internal static class CaseResults
{
    /// <summary>Rows of a table that a phone still shows on one screen.</summary>
    private const int MostRows = 6;

    /// <param name="most">Characters of an import's words.</param>
    public static IEnumerable<CardElement> For(Case @case, int most, Say say)
    {
        if (@case.Results.Count > 0)
        {
            yield return CaseCard.PartTitle(say["Cases.Result"]);
            yield return Rows([.. @case.Results.Take(MostRows)], say);
            foreach (var row in @case.Results.Take(MostRows))
                if (row.HowMeasured is { Length: > 0 } how)
                    yield return HouseStyle.Subtle(say["Reading.HowMeasured", ("indicator", row.Indicator), ("how", CaseCard.Cut(how, 300))]);
        }

        if (@case.Result is { Length: > 0 } told)
        {
            if (@case.Results.Count > 0)
                foreach (var line in HouseStyle.Lines(CaseCard.Cut(told, most / 2))) yield return line;
            else
                foreach (var element in CaseCard.Part(say["Cases.Result"], told, most)) yield return element;
        }
        else if (@case.Results.Count == 0 && @case.NotMeasured)
        {
            yield return CaseCard.PartTitle(say["Cases.Result"]);
            yield return HouseStyle.Subtle(say["Reading.NotMeasured"]);
        }
    }

    private static Table Rows(IReadOnlyList<ResultRow> rows, Say say) => new()
    {
        Columns = [new TableColumn(3), new TableColumn(2), new TableColumn(2)],
        Rows =
        [
            Row(Bold(say["Reading.Indicator"]), Bold(say["Reading.Before"]), Bold(say["Reading.After"])),
            .. rows.Select(row => Row(Plain(row.Indicator), Plain(row.Before), Plain(row.After))),
        ],
    };

    private static TableRow Row(params ReadOnlySpan<TextBlock> texts)
    {
        var cells = new TableCell[texts.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = new TableCell { Items = [texts[i]] };
        return new TableRow { Cells = cells };
    }

    private static TextBlock Bold(string text) => new(Markdown.Escape(text)) { Weight = TextWeight.Bolder };

    private static TextBlock Plain(string? text) => new(Markdown.Escape(text is { Length: > 0 } ? CaseCard.Cut(text, 200) : "–"));
}
