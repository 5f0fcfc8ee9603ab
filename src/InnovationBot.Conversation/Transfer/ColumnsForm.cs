using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>Which column is what: a choice for each, some at a time, those without a proposal first.</summary>
internal static class ColumnsForm
{
    /// <summary>So many lists of so many fields keep a card below the channel's limit.</summary>
    private const int AtOnce = 8;

    /// <summary>Value of the choice that leaves a column out: a client may drop an empty one.</summary>
    private const string LeftOut = "-";

    /// <param name="file">Its kind is known.</param>
    /// <param name="page">From 0.</param>
    /// <param name="fault">What was wrong with the choices before.</param>
    public static AdaptiveCard For(DroppedFile file, int page, Say say, string? fault = null)
    {
        var columns = Page(file, page);
        var fields = RecordShape.Of(file.Kind!.Value).Fields.Select(field => new Choice(ColumnNames.Label(field, say), field)).Prepend(new Choice(say["Transfer.LeaveOut"], LeftOut)).ToList();
        var data = file.Data().With("page", page.ToString(CultureInfo.InvariantCulture));
        List<CardElement> body = [];
        if (fault is not null) body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(fault))] });
        body.AddRange(columns.Select(column => new ChoiceSetInput
        {
            Id = Input(column), Label = Label(file, column, say), ErrorMessage = say["Transfer.ChooseError"], Choices = fields,
            Chosen = [file.Fields[column].Length > 0 ? file.Fields[column] : LeftOut],
        }));
        body.Add(HouseStyle.StrongButton(say["Transfer.ChooseSave"], "transfer/columns-save", data));
        if (Order(file).Count > (page + 1) * AtOnce) body.Add(HouseStyle.Button(say["Transfer.ChooseMore"], "transfer/columns-more", data));
        body.Add(HouseStyle.Back(say["Words.Back"], page == 0 ? "transfer/show" : "transfer/columns", page == 0 ? file.Data() : file.Data().With("page", (page - 1).ToString(CultureInfo.InvariantCulture))));
        return HouseStyle.Card(say.Language.Code, say["Transfer.ChooseHeading"], body);
    }

    /// <summary>The fields as a person chose them on one page, the others as they were.</summary>
    public static IReadOnlyList<string> Read(DroppedFile file, int page, PressData data)
    {
        var fields = RecordShape.Of(file.Kind!.Value).Fields;
        var chosen = file.Fields.ToArray();
        foreach (var column in Page(file, page))
        {
            var field = data.Text(Input(column), 100);
            if (field == LeftOut) chosen[column] = "";
            else if (fields.Contains(field)) chosen[column] = field;
        }

        return chosen;
    }

    public static string? Twice(IReadOnlyList<string> fields) => fields.Where(field => field.Length > 0).GroupBy(field => field).FirstOrDefault(field => field.Count() > 1)?.Key;

    private static IEnumerable<int> Page(DroppedFile file, int page) => Order(file).Skip(page * AtOnce).Take(AtOnce);

    /// <summary>The same whatever is chosen meanwhile.</summary>
    private static List<int> Order(DroppedFile file)
    {
        var proposed = ColumnNames.Propose(file.Columns, file.Kind!.Value);
        return [.. Enumerable.Range(0, file.Columns.Count).Where(column => file.Columns[column].Length > 0).OrderBy(column => proposed[column].Length > 0).ThenBy(column => column)];
    }

    private static string Input(int column) => $"column{column.ToString(CultureInfo.InvariantCulture)}";

    private static string Label(DroppedFile file, int column, Say say)
    {
        var name = FileCard.Cut(file.Columns[column]);
        return file.Samples.Count > column && file.Samples[column].Length > 0 ? say["Transfer.ChooseLabel", ("column", name), ("sample", FileCard.Cut(file.Samples[column]))] : name;
    }
}
