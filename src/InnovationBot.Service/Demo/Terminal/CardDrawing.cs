using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>What a number on the screen stands for.</summary>
/// <param name="Inputs">The fields whose values go along.</param>
internal sealed record NumberedButton(string Title, JsonElement Action, CardInChat Card, IReadOnlyList<JsonElement> Inputs);

/// <summary>Draws a card as text: headings, badges, quotes, facts and rows, and its buttons as numbers that are typed.</summary>
/// <param name="card">What is drawn.</param>
/// <param name="buttons">Numbers go on from here; what can be pressed is added.</param>
internal sealed class CardDrawing(CardInChat card, List<NumberedButton> buttons)
{
    private static readonly Style Line = new(Color.Grey);

    private IReadOnlyList<JsonElement> inputs = [];

    /// <summary>The whole card.</summary>
    public IRenderable Draw() => Part(card.Card, []);

    /// <summary>A part that an Action.ShowCard opens; what it sends includes the fields around it.</summary>
    public IRenderable DrawOpened(NumberedButton opened) => Part(opened.Action.Object("card") ?? default, opened.Inputs);

    private Bar Part(JsonElement part, IReadOnlyList<JsonElement> around)
    {
        inputs = [.. around, .. card.Inputs(part)];
        List<IRenderable> drawn = [.. Elements(part, "body")];
        if (Buttons(part) is { } actions) drawn.Add(actions);
        return new Bar(new Rows(drawn), "┃ ", Line);
    }

    private IEnumerable<IRenderable> Elements(JsonElement parent, string list) => parent.List(list).Where(card.IsVisible).Select(Element).OfType<IRenderable>();

    private IRenderable? Element(JsonElement element)
    {
        var drawn = element.Text("type") switch
        {
            "TextBlock" => TextBlock(element),
            "RichTextBlock" => new Markup(string.Concat(element.List("inlines").Select(Run))),
            "Badge" => Badge(element),
            "FactSet" => Facts(element),
            "Container" => Container(element),
            "ColumnSet" => Columns(element),
            "Table" => Table(element),
            "Image" => new Markup($"[grey][[{Escaped(element.Text("altText"))}]][/]"),
            "ActionSet" => Buttons(element),
            { } type when type.StartsWith("Input.", StringComparison.Ordinal) => Input(element),
            _ => null,
        };
        if (drawn is null) return null;
        if (element.Object("selectAction") is { } press) drawn = Pressable(drawn, press);
        return element.Flag("separator") ? new Rows(new Rule().RuleStyle(Line), drawn) : drawn;
    }

    /// <summary>The whole of it is the button, so its number stands before it.</summary>
    private Grid Pressable(IRenderable drawn, JsonElement press) =>
        new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1)).AddColumn(new GridColumn().PadLeft(0)).AddRow(Number(press, ""), drawn);

    private static Markup TextBlock(JsonElement block)
    {
        var markup = MarkdownText.Markup(block.Text("text") ?? "");
        if (block.Text("weight") is "Bolder" or "bolder" || block.Text("style") == "heading") markup = $"[bold]{markup}[/]";
        return new Markup(block.Flag("isSubtle") ? $"[grey]{markup}[/]" : markup);
    }

    private static string Run(JsonElement run)
    {
        var text = Escaped(run.ValueKind == JsonValueKind.String ? run.GetString() : run.Text("text"));
        if (run.Text("weight") is "Bolder" or "bolder") text = $"[bold]{text}[/]";
        if (run.Flag("italic")) text = $"[italic]{text}[/]";
        return run.Flag("isSubtle") ? $"[grey]{text}[/]" : text;
    }

    /// <summary>The fallback says the same with a sign, which a terminal without colours needs.</summary>
    private static Markup Badge(JsonElement badge) => badge.Object("fallback") is { } fallback && fallback.Text("type") == "TextBlock"
        ? TextBlock(fallback)
        : new Markup($"[bold]{Escaped(badge.Text("text"))}[/]");

    private static Grid Facts(JsonElement set)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var fact in set.List("facts"))
            grid.AddRow($"[grey]{MarkdownText.Markup(fact.Text("title") ?? "")}[/]", MarkdownText.Markup(fact.Text("value") ?? ""));
        return grid;
    }

    private IRenderable Container(JsonElement container)
    {
        var rows = new Rows(Elements(container, "items"));
        return container.Text("style") is null or "default" ? rows : new Bar(rows, "│ ", Line);
    }

    /// <summary>Under each other: side by side does not fit a narrow terminal. A badge and the words beside it stay on one line.</summary>
    private IRenderable Columns(JsonElement set)
    {
        var columns = set.List("columns").Where(card.IsVisible).Where(column => !IsChevron(column)).ToList();
        if (columns.Count == 2 && columns[0].List("items").Select(item => item.Text("type")).SequenceEqual(["Badge"]) && columns[1].List("items").Count() == 1)
        {
            var line = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
            return line.AddRow(new Rows(Elements(columns[0], "items")), new Rows(Elements(columns[1], "items")));
        }

        return new Rows(columns.SelectMany(column => Elements(column, "items")));
    }

    private static bool IsChevron(JsonElement column) => column.List("items").ToList() is [var only] && only.Text("text") == "›";

    private Table Table(JsonElement table)
    {
        var drawn = new Table().Border(TableBorder.Minimal);
        var rows = table.List("rows").ToList();
        var headed = !table.TryGetProperty("firstRowAsHeaders", out var first) || first.ValueKind != JsonValueKind.False;
        if (rows.Count == 0) return drawn;
        foreach (var cell in rows[0].List("cells"))
            drawn.AddColumn(new TableColumn(headed ? new Rows(Elements(cell, "items")) : new Text("")));
        if (!headed) drawn.HideHeaders();
        foreach (var row in rows.Skip(headed ? 1 : 0)) drawn.AddRow(row.List("cells").Select(cell => new Rows(Elements(cell, "items"))));
        return drawn;
    }

    private static Markup Input(JsonElement input)
    {
        var required = input.Flag("isRequired") ? " (required)" : "";
        return new Markup($"[italic]{Escaped(input.Text("label"))}[/]{required}: {Escaped(InputAnswer.Shown(input))}");
    }

    private Rows? Buttons(JsonElement parent)
    {
        var rows = parent.List("actions").Select(action => (IRenderable)Number(action, Title(action))).ToList();
        return rows.Count == 0 ? null : new Rows(rows);
    }

    private Markup Number(JsonElement action, string title)
    {
        buttons.Add(new NumberedButton(title, action, card, inputs));
        return new Markup($"[bold][[{buttons.Count}]][/] {Markup.Escape(title)}");
    }

    private static string Title(JsonElement action) => MarkdownText.Visible(action.Text("title") ?? "Open");

    private static string Escaped(string? text) => Markup.Escape(MarkdownText.Visible(text ?? ""));
}
