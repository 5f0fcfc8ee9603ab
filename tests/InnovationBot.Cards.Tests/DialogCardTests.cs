using System.Text.Json;

namespace InnovationBot.Cards.Tests;

public sealed class DialogCardTests
{
    private static readonly ExecuteAction Press = new() { Title = "Next", Verb = "form/next", Data = CardData.Of(("id", "42")) };

    [Fact]
    public void A_dialog_holds_no_action_that_dialogs_do_not_know()
    {
        var card = new AdaptiveCard
        {
            FallbackText = "A form", Speak = "A form",
            Body =
            [
                new Container { Items = [new ActionSet { Actions = [Press] }], SelectAction = Press },
                new ColumnSet { Columns = [new Column { Width = ColumnWidth.Stretch, Items = [new TextBlock("Opens")] }], SelectAction = Press },
            ],
            Actions = [new ShowCardAction { Title = "More", Body = [new ActionSet { Actions = [Press] }] }, Press],
        };

        var dialog = JsonSerializer.Deserialize<JsonElement>(DialogCard.ToUtf8(card));

        dialog.GetRawText().ShouldNotContain("Action.Execute");
        dialog.TryGetProperty("refresh", out _).ShouldBeFalse();
        var button = dialog.GetProperty("body")[0].GetProperty("items")[0].GetProperty("actions")[0];
        button.GetProperty("type").GetString().ShouldBe("Action.Submit");
        button.GetProperty("title").GetString().ShouldBe("Next");
        button.GetProperty("data").GetProperty("verb").GetString().ShouldBe("form/next");
        button.GetProperty("data").GetProperty("id").GetString().ShouldBe("42");
    }
}
