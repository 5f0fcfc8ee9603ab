using System.Text;
using System.Text.Json.Nodes;
using InnovationBot.Testing.Cards;

namespace InnovationBot.Cards.Tests;

public sealed class CardLintTests
{
    private const string Good =
        """
        {"type":"AdaptiveCard","version":"1.5","fallbackText":"f","speak":"s","body":[
          {"type":"TextBlock","text":"t","wrap":true},
          {"type":"Input.Text","id":"problem","label":"l","errorMessage":"e"},
          {"type":"Input.ChoiceSet","id":"languages","label":"l","errorMessage":"e","isMultiSelect":true,"value":"sl","choices":[{"title":"a","value":"sl"},{"title":"b","value":"en"}]},
          {"type":"Badge","text":"It worked","fallback":{"type":"TextBlock","text":"✓ It worked","wrap":true}},
          {"type":"ActionSet","actions":[{"type":"Action.Execute","title":"Send","verb":"a/b","data":{"case":"1"},"style":"positive","fallback":{"type":"Action.Submit","title":"Send","data":{"verb":"a/b","case":"1"}}}]}
        ]}
        """;

    private const string Execute = """{"type":"Action.Execute","title":"Send","verb":"a/b","fallback":{"type":"Action.Submit","title":"Send","data":{"verb":"a/b"}}}""";

    [Fact]
    public void A_good_card_has_no_findings() => Lint(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("fallbackText", "null", "/fallbackText")]
    [InlineData("speak", "\" \"", "/speak")]
    [InlineData("version", "\"1.6\"", "not between")]
    [InlineData("version", "\"1.1\"", "needs schema")]
    [InlineData("backgroundImage", "\"https://x.example/a.png\"", "no property of AdaptiveCard")]
    [InlineData("msteams", """{"width":"Huge"}""", "/msteams/width")]
    [InlineData("refresh", """{"action":{"type":"Action.Submit","title":"r"}}""", "/refresh/action")]
    public void A_fault_of_the_card_itself_is_found(string property, string json, string expected) =>
        Found(card => card[property] = JsonNode.Parse(json), expected);

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"t"}""", "does not wrap")]
    [InlineData("""{"type":"TextBlock","text":"","wrap":true}""", "is no text")]
    [InlineData("""{"type":"TextBlock","text":"t","wrap":true,"color":"Warning"}""", "colour")]
    [InlineData("""{"type":"TextBlock","text":"Hello {0}","wrap":true}""", "placeholder")]
    [InlineData("""{"type":"TextBlock","text":"Hello ${name}","wrap":true}""", "placeholder")]
    [InlineData("""{"type":"TextBlock","text":"[a](http://x.example)","wrap":true}""", "http")]
    [InlineData("""{"type":"TextBlock","text":"t","wrap":true,"size":"Huge"}""", "is no default|small")]
    [InlineData("""{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"t","color":"good"}]}""", "colour")]
    [InlineData("""{"type":"Media","sources":[]}""", "no element that Teams shows")]
    [InlineData("""{"type":"Container","items":[]}""", "is empty")]
    [InlineData("""{"type":"Container"}""", "without 'items'")]
    [InlineData("""{"type":"Image","url":"https://x.example/a.png"}""", "altText")]
    [InlineData("""{"type":"Image","url":"http://x.example/a.png","altText":"a"}""", "is no url")]
    [InlineData("""{"type":"Image","url":"http://localhost/a.png","altText":"a"}""", "is no url")]
    [InlineData("""{"type":"Badge","text":"It worked"}""", "fallback")]
    [InlineData("""{"type":"Badge","text":"It worked","fallback":{"type":"TextBlock","text":"✓","wrap":true}}""", "the same words")]
    [InlineData("""{"type":"ColumnSet","columns":[{"items":[]}]}""", "is empty")]
    [InlineData("""{"type":"Table","columns":[{"width":1}],"rows":[{"type":"TableRow","cells":[]}]}""", "as many cells")]
    public void A_fault_of_an_element_is_found(string element, string expected) => FoundIn(element, expected);

    [Fact]
    public void More_than_three_columns_are_found()
    {
        const string column = """{"type":"Column","items":[{"type":"TextBlock","text":"t","wrap":true}]}""";
        FoundIn($$"""{"type":"ColumnSet","columns":[{{string.Join(',', Enumerable.Repeat(column, 4))}}]}""", "more than 3 columns");
    }

    [Theory]
    [InlineData("""{"type":"Input.Text","id":"x","errorMessage":"e"}""", "no label")]
    [InlineData("""{"type":"Input.Text","id":"x","label":"l"}""", "no errorMessage")]
    [InlineData("""{"type":"Input.Text","label":"l","errorMessage":"e"}""", "without 'id'")]
    [InlineData("""{"type":"Input.Text","id":"problem","label":"l","errorMessage":"e"}""", "there twice")]
    [InlineData("""{"type":"Input.Text","id":"case","label":"l","errorMessage":"e"}""", "overwrites")]
    [InlineData("""{"type":"Input.Text","id":"verb","label":"l","errorMessage":"e"}""", "overwrites")]
    [InlineData("""{"type":"Input.Date","id":"x","label":"l","errorMessage":"e","value":"1.3.2026"}""", "is no date")]
    [InlineData("""{"type":"Input.Time","id":"x","label":"l","errorMessage":"e","value":"09:00:00"}""", "is no time")]
    [InlineData("""{"type":"Input.Number","id":"x","label":"l","errorMessage":"e","value":"7"}""", "is no number")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"x","label":"l","errorMessage":"e"}""", "nothing to choose")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"x","label":"l","errorMessage":"e","choices":[{"title":"a","value":"a,b"}]}""", "comma")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"x","label":"l","errorMessage":"e","choices":[{"title":"a","value":"a"},{"title":"b","value":"a"}]}""", "one value")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"x","label":"l","errorMessage":"e","value":"b","choices":[{"title":"a","value":"a"}]}""", "not among")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"x","label":"l","errorMessage":"e","isMultiSelect":true,"isRequired":true,"choices":[{"title":"a","value":"a"}]}""", "every box")]
    public void A_fault_of_a_field_is_found(string input, string expected) => FoundIn(input, expected);

    [Theory]
    [InlineData("""{"type":"Action.Execute","title":"Send","verb":"a/b"}""", "without an Action.Submit")]
    [InlineData("""{"type":"Action.Execute","title":"Send","verb":"a/b","fallback":{"type":"Action.Submit","title":"Send","data":{"verb":"a/c"}}}""", "not carry the verb")]
    [InlineData("""{"type":"Action.Execute","title":"Send","verb":"a/b","data":{"case":"1"},"fallback":{"type":"Action.Submit","title":"Send","data":{"verb":"a/b"}}}""", "other data")]
    [InlineData("""{"type":"Action.Execute","title":"Send","verb":"a/b","associatedInputs":"none","fallback":{"type":"Action.Submit","title":"Send","data":{"verb":"a/b"}}}""", "other inputs")]
    [InlineData("""{"type":"Action.OpenUrl","title":"Read","url":"http://x.example"}""", "is no url")]
    [InlineData("""{"type":"Action.OpenUrl","title":"Read all that was written here","url":"https://x.example"}""", "more than 25")]
    [InlineData("""{"type":"Action.OpenUrl","title":"Read","url":"https://x.example","iconUrl":"https://x.example/a.png"}""", "no property")]
    [InlineData("""{"type":"Action.ToggleVisibility","title":"More","targetElements":[{"elementId":"nobody"}]}""", "nothing has the id")]
    [InlineData("""{"type":"Action.Popover","title":"More"}""", "no action that Teams shows")]
    public void A_fault_of_a_press_is_found(string action, string expected) =>
        FoundIn($$"""{"type":"ActionSet","actions":[{{action}}]}""", expected);

    [Fact]
    public void Buttons_that_a_phone_would_cut_are_found()
    {
        FoundIn($$"""{"type":"ActionSet","actions":[{{Execute.Replace("Send", "Answer in writing", StringComparison.Ordinal)}},{{Execute.Replace("Send", "Ask me later", StringComparison.Ordinal)}}]}""", "do not fit one row");
        FoundIn($$"""{"type":"ActionSet","actions":[{{string.Join(',', Enumerable.Repeat(Execute.Replace("Send", "A", StringComparison.Ordinal), 7))}}]}""", "more than 6");
    }

    [Fact]
    public void Two_strong_buttons_are_found() =>
        FoundIn($$"""{"type":"ActionSet","actions":[{{Execute.Replace("\"verb\"", "\"style\":\"positive\",\"verb\"", StringComparison.Ordinal)}}]}""", "strong");

    [Fact]
    public void A_ShowCard_may_stand_neither_inside_another_nor_behind_an_element()
    {
        const string inner = """{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"t","wrap":true}]}}""";
        FoundIn($$$"""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard","actions":[{{{inner}}}]}}]}""", "inside a ShowCard");
        FoundIn($$"""{"type":"Container","selectAction":{{inner}},"items":[{"type":"TextBlock","text":"t","wrap":true}]}""", "only opens from a button");
    }

    [Fact]
    public void A_card_over_the_budget_is_found_whatever_its_indentation()
    {
        FoundIn($$"""{"type":"TextBlock","text":"{{new string('č', 13_000)}}","wrap":true}""", "bytes");
        Lint(JsonNode.Parse(Good)!.ToJsonString(new() { WriteIndented = true, IndentSize = 100 })).ShouldBeEmpty();
    }

    [Fact]
    public void Loopback_addresses_pass_where_local_mode_allows_them()
    {
        var card = Change(card => ((JsonArray)card["body"]!).Add(JsonNode.Parse("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"Read","url":"http://127.0.0.1:3978/a"}]}""")));
        Lint(card, allowLoopback: true).ShouldBeEmpty();
        Lint(card).ShouldNotBeEmpty();
    }

    private static void FoundIn(string element, string expected) =>
        Found(card => ((JsonArray)card["body"]!).Add(JsonNode.Parse(element)), expected);

    private static void Found(Action<JsonNode> change, string expected) =>
        Lint(Change(change)).ShouldContain(finding => finding.Contains(expected, StringComparison.Ordinal), string.Join('\n', Lint(Change(change))));

    private static string Change(Action<JsonNode> change)
    {
        var card = JsonNode.Parse(Good)!;
        change(card);
        return card.ToJsonString();
    }

    private static IReadOnlyList<string> Lint(string card, bool allowLoopback = false) => CardLint.Check(Encoding.UTF8.GetBytes(card), allowLoopback);
}
