using System.Text;
using System.Text.Json;

namespace InnovationBot.Cards.Tests;

public sealed class ActionTests
{
    [Fact]
    public void The_fallback_of_an_execute_is_the_same_press_as_a_submit()
    {
        var execute = Written(new ExecuteAction
        {
            Title = "Send",
            Verb = "a/b",
            Data = CardData.Of(("case", "1"), ("step", "2")),
            Style = ActionStyle.Positive,
            AssociatedInputs = AssociatedInputs.None,
            Tooltip = "t",
        });

        execute.GetProperty("data").GetRawText().ShouldBe("""{"case":"1","step":"2"}""");
        execute.GetProperty("fallback").GetRawText().ShouldBe(
            """{"type":"Action.Submit","data":{"verb":"a/b","case":"1","step":"2"},"associatedInputs":"none","title":"Send","style":"positive","tooltip":"t"}""");
    }

    [Fact]
    public void A_submit_that_opens_a_dialog_tells_Teams_so() =>
        Written(new SubmitAction { Title = "Open", Verb = "a/b", Data = ("case", "1"), OpensDialog = true }).GetProperty("data").GetRawText()
            .ShouldBe("""{"verb":"a/b","case":"1","msteams":{"type":"task/fetch"}}""");

    [Fact]
    public void A_refresh_is_an_execute_without_fallback() =>
        Card(new AdaptiveCard { FallbackText = "f", Speak = "s", Body = [], Refresh = new Refresh { Title = "Refresh", Verb = "a/b", UserIds = ["29:1"] } })
            .GetProperty("refresh").GetRawText()
            .ShouldBe("""{"userIds":["29:1"],"action":{"type":"Action.Execute","title":"Refresh","verb":"a/b","data":{}}}""");

    [Fact]
    public void A_refresh_names_at_most_sixty_people() =>
        Should.Throw<ArgumentException>(() => new Refresh { Title = "r", Verb = "a/b", UserIds = [.. Enumerable.Repeat("29:1", 61)] });

    [Fact]
    public void A_row_that_opens_something_writes_its_action_with_a_type() =>
        Card(new AdaptiveCard { FallbackText = "f", Speak = "s", Body = [], SelectAction = new OpenUrlAction { Title = "Read", Url = "https://x.example/" } })
            .GetProperty("selectAction").GetRawText()
            .ShouldBe("""{"type":"Action.OpenUrl","url":"https://x.example/","title":"Read"}""");

    [Fact]
    public void A_card_for_a_link_that_unfurls_says_its_older_version() =>
        Card(new AdaptiveCard { FallbackText = "f", Speak = "s", Body = [], Version = CardVersion.LinkUnfurling }).GetProperty("version").GetString().ShouldBe("1.3");

    private static JsonElement Written(CardAction action) =>
        Card(new AdaptiveCard { FallbackText = "f", Speak = "s", Body = [], Actions = [action] }).GetProperty("actions")[0];

    private static JsonElement Card(AdaptiveCard card) => JsonDocument.Parse(Encoding.UTF8.GetString(card.ToUtf8())).RootElement;
}
