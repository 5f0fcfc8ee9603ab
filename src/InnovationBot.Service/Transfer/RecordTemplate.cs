using System.Text;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;

namespace InnovationBot.Service.Transfer;

/// <summary>Files to begin from: the columns of a kind, one example, and in a workbook what belongs into each column.</summary>
internal static class RecordTemplate
{
    public static byte[] Csv(RecordKind kind, Say say)
    {
        // Excel takes a file without the mark for one in an old encoding
        var text = new StringBuilder("\uFEFF");
        foreach (var row in Rows(kind, say)) text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Workbook(RecordKind kind, Say say)
    {
        var shape = RecordShape.Of(kind);
        return XlsxWriter.Write(
            (InnovationBot.Network.Vocabulary.Write(kind), Rows(kind, say)),
            (say["Transfer.SheetExplained"],
            [
                [say["Transfer.SheetColumn"], say["Transfer.SheetNeeded"], say["Transfer.SheetAbout"]],
                .. shape.Fields.Select(field => (IReadOnlyList<string>)[field, shape.Required.Contains(field) ? say["Transfer.Yes"] : "", say[$"Columns.{field}About"]]),
            ]));
    }

    private static IReadOnlyList<string>[] Rows(RecordKind kind, Say say)
    {
        var fields = RecordShape.Of(kind).Fields;
        return [fields, [.. fields.Select(field => Example(kind, field, say))]];
    }

    private static string Example(RecordKind kind, string field, Say say) => field switch
    {
        "id" => ExampleRow.Id,
        "email" => ExampleRow.Email,
        "name" => say[kind == RecordKind.Members ? "Transfer.ExamplePerson" : "Transfer.ExampleOrganisation"],
        "tier" or "organisation_tier" => "local",
        "sector" or "organisation_sector" => "public",
        "country" => "SI",
        "policy_area" or "policy_areas" or "topics" or "tags" => say["Transfer.ExampleArea"],
        "website" => "https://town.example",
        "contact_point" or "contacts" => ExampleRow.Email,
        "domains" => "town.example",
        "organisation" => say["Transfer.ExampleOrganisation"],
        "role" => say["Transfer.ExampleRole"],
        "languages" => "sl;en",
        "zone" => "Europe/Ljubljana",
        "ambassador" => "false",
        "monthly_cap" => "3",
        "visibility" => "unlisted",
        "title" => say["Transfer.ExampleTitle"],
        "problem" => say["Transfer.ExampleProblem"],
        "what_was_done" => say["Transfer.ExampleDone"],
        "outcome" => "partly",
        "result" => say["Transfer.ExampleResult"],
        "lesson" => say["Transfer.ExampleLesson"],
        "users" => "consulted",
        "links" => "https://town.example/permits",
        "year" => "2025",
        "language" => say.Language.Code,
        "barriers" => "it_system;skills",
        "readers" => "network",
        "shown_as" => "named",
        _ => "",
    };

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
