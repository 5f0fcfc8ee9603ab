using System.Text.Json;

namespace InnovationBot.Activities.Tests.Turns;

public sealed class RepeatKeyTests
{
    [Fact]
    public void An_activity_is_known_again_by_channel_conversation_and_id()
    {
        var key = RepeatKey.Of(Given())!.Value;
        key.Value.Length.ShouldBe(64);
        key.KeptFor.ShouldBe(TimeSpan.FromMinutes(10));
        RepeatKey.Of(Given(text: "another text")).ShouldBe(key);
        RepeatKey.Of(Given(id: "2")).ShouldNotBe(key);
        RepeatKey.Of(Given(conversation: "b")).ShouldNotBe(key);
    }

    [Fact]
    public void Presses_with_ids_are_acts_of_their_own_however_alike()
    {
        RepeatKey.Of(Press("1", "going")).ShouldNotBe(RepeatKey.Of(Press("2", "going")));
    }

    [Fact]
    public void Presses_without_ids_are_one_act_for_five_seconds_when_they_are_alike()
    {
        var key = RepeatKey.Of(Press(null, "going"))!.Value;
        key.KeptFor.ShouldBe(TimeSpan.FromSeconds(5));
        RepeatKey.Of(Press(null, "going")).ShouldBe(key);
        RepeatKey.Of(Press(null, "cannot")).ShouldNotBe(key);
    }

    [Fact]
    public void A_message_without_an_id_cannot_be_told_from_another() => RepeatKey.Of(Given(id: null)).ShouldBeNull();

    private static Activity Given(string? id = "1", string conversation = "a", string text = "hello") => new()
    {
        Type = ActivityTypes.Message, Id = id, ChannelId = "msteams", Text = text,
        Conversation = new ConversationAccount { Id = conversation }, From = new ChannelAccount { Id = "29:mia" },
    };

    private static Activity Press(string? id, string verb)
    {
        var press = Given(id);
        press.Type = ActivityTypes.Invoke;
        press.Name = InvokeNames.AdaptiveCardAction;
        press.Value = JsonElement.Parse($$$"""{"action":{"type":"Action.Execute","verb":"{{{verb}}}"}}""");
        return press;
    }
}
