using System.Text.Json;
using InnovationBot.Service.Demo.Terminal;

namespace InnovationBot.Service.Tests.Demo;

public sealed class InputAnswerTests
{
    private const string Text = """{"type":"Input.Text","id":"a","value":"there"}""";
    private const string Needed = """{"type":"Input.Text","id":"a","isRequired":true}""";
    private const string Toggle = """{"type":"Input.Toggle","id":"a","title":"Yes, I am"}""";
    private const string Choice = """{"type":"Input.ChoiceSet","id":"a","choices":[{"title":"One","value":"1st"},{"title":"Two","value":"2nd"}]}""";
    private const string Several = """{"type":"Input.ChoiceSet","id":"a","isMultiSelect":true,"value":"1st","choices":[{"title":"One","value":"1st"},{"title":"Two","value":"2nd"}]}""";
    private const string Date = """{"type":"Input.Date","id":"a"}""";

    [Theory]
    [InlineData(Text, "new", "new")]
    [InlineData(Text, "", "there")]
    [InlineData(Text, "-", "")]
    [InlineData(Needed, "-", "-")]
    [InlineData(Needed, "", null)]
    [InlineData(Toggle, "y", "true")]
    [InlineData(Toggle, "", "false")]
    [InlineData(Toggle, "perhaps", null)]
    [InlineData(Choice, "2", "2nd")]
    [InlineData(Choice, "1,2", null)]
    [InlineData(Choice, "3", null)]
    [InlineData(Choice, "", "")]
    [InlineData(Several, "1, 2", "1st,2nd")]
    [InlineData(Several, "0", "")]
    [InlineData(Several, "", "1st")]
    [InlineData(Date, "2026-12-01", "2026-12-01")]
    [InlineData(Date, "1 December", null)]
    public void A_line_is_read_as_the_field_would_send_it(string input, string line, string? value) =>
        InputAnswer.Read(JsonSerializer.Deserialize<JsonElement>(input), line).ShouldBe(value);
}
