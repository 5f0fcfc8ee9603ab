using System.Text.Json;
using InnovationBot.Service.Demo.Terminal;
using InnovationBot.Testing.Cards;
using Spectre.Console;

namespace InnovationBot.Service.Tests.Demo;

public sealed class CardDrawingTests
{
    public static TheoryData<string> Approved => [.. ApprovedCards.Names];

    [Theory, MemberData(nameof(Approved))]
    public void Every_approved_card_can_be_drawn_and_all_its_buttons_pressed(string name)
    {
        var card = Parse(ApprovedCards.Read(name));
        var buttons = new List<NumberedButton>();

        var text = Draw(new CardInChat(card, "1"), buttons);

        text.Split('\n').ShouldAllBe(line => line.Length == 0 || line.StartsWith('┃'));
        for (var number = 1; number <= buttons.Count; number++) text.ShouldContain($"[{number}]");
        buttons.ShouldAllBe(button => button.Action.Text("type")!.StartsWith("Action."));
    }

    [Fact]
    public void Texts_badges_facts_and_quotes_are_drawn_as_words()
    {
        var text = Draw("""
            {"type":"AdaptiveCard","body":[
              {"type":"TextBlock","text":"Who \\*has\\* **solved** [this](https://a.example)?","style":"heading"},
              {"type":"Badge","text":"Partly","fallback":{"type":"TextBlock","text":"◐ Partly"}},
              {"type":"FactSet","facts":[{"title":"Where","value":"Lipo\u200Bvec"}]},
              {"type":"Container","style":"emphasis","items":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"their "},{"type":"TextRun","text":"[own] words"}]}]},
              {"type":"TextBlock","text":"hidden","isVisible":false},
              {"type":"Unheard","text":"of"}]}
            """);

        text.ShouldBe(
            """
            ┃ Who *has* solved this (https://a.example)?
            ┃ ◐ Partly
            ┃ Where  Lipovec
            ┃ │ their [own] words
            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void What_a_button_hides_is_numbered_when_it_is_opened()
    {
        var card = new CardInChat(Parse("""
            {"type":"AdaptiveCard","body":[{"type":"Input.Text","id":"name","label":"Name","value":"Mia"}],
             "actions":[{"type":"Action.ShowCard","title":"More","card":{"type":"AdaptiveCard",
               "body":[{"type":"Input.Toggle","id":"sure","label":"Sure?","title":"Yes, I am"}],
               "actions":[{"type":"Action.Execute","title":"Send","verb":"send"}]}}]}
            """u8.ToArray()), "1");
        var buttons = new List<NumberedButton>();

        Draw(card, buttons).ShouldNotContain("Send");
        Print(new CardDrawing(card, buttons).DrawOpened(buttons[0])).ShouldContain("[2] Send");

        buttons[1].Inputs.Select(input => input.Text("id")).ShouldBe(["name", "sure"]);
    }

    [Fact]
    public void A_toggle_shows_what_was_hidden()
    {
        var card = new CardInChat(Parse("""
            {"type":"AdaptiveCard","body":[{"type":"TextBlock","id":"more","text":"the rest","isVisible":false}],
             "actions":[{"type":"Action.ToggleVisibility","title":"More","targetElements":["more"]}]}
            """u8.ToArray()), "1");
        var buttons = new List<NumberedButton>();
        Draw(card, buttons).ShouldNotContain("the rest");

        card.Toggle(buttons[0].Action);

        Draw(card, buttons).ShouldContain("the rest");
    }

    private static string Draw(string card) => Draw(new CardInChat(Parse(System.Text.Encoding.UTF8.GetBytes(card)), "1"), []);

    private static string Draw(CardInChat card, List<NumberedButton> buttons) => Print(new CardDrawing(card, buttons).Draw());

    private static string Print(Spectre.Console.Rendering.IRenderable drawing)
    {
        using var written = new StringWriter();
        AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) }).Write(drawing);
        return string.Join('\n', written.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<JsonElement>(json.Span);
}
