using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>For figures that are compared; on a phone no more than three columns can be read.</summary>
public sealed record Table : CardElement
{
    public required IReadOnlyList<TableColumn> Columns { get; init; }

    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>Default <c>true</c>: the first row names the columns, for screen readers too.</summary>
    public bool? FirstRowAsHeaders { get; init; }

    /// <summary>Default <c>true</c>.</summary>
    public bool? ShowGridLines { get; init; }

    public ContainerStyle GridStyle { get; init; }

    public VerticalAlignment? VerticalCellContentAlignment { get; init; }
}

/// <param name="Width">Share of the table's width.</param>
/// <param name="HorizontalCellContentAlignment">Right for numbers. Default: left.</param>
public sealed record TableColumn(int Width, HorizontalAlignment? HorizontalCellContentAlignment = null);

public sealed record TableRow
{
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "TableRow";

    public required IReadOnlyList<TableCell> Cells { get; init; }

    public ContainerStyle Style { get; init; }
}

public sealed record TableCell
{
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "TableCell";

    public required IReadOnlyList<CardElement> Items { get; init; }

    public ContainerStyle Style { get; init; }
}
