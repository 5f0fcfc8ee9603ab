using System.Text.Json;

namespace InnovationBot.Activities.Tests.Protocol;

public sealed class ActivityJsonTests
{
    [Fact]
    public void A_card_is_written_to_the_byte_as_it_was_made_and_text_is_not_escaped_to_ASCII()
    {
        var activity = Activity.Card(RawJson.Parse("""{ "type" : "AdaptiveCard" }"""), "Živjo <b> & \u27a4");
        JsonSerializer.Serialize(activity, ActivityJson.Default.Activity).ShouldBe(
            """{"type":"message","summary":"Živjo <b> & ➤","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{ "type" : "AdaptiveCard" }}]}""");
    }

    [Fact]
    public void What_was_never_set_is_null()
    {
        default(RawJson).ToString().ShouldBe("null");
        RawJson.FromText("a\"b").ToString().ShouldBe("""
            "a\"b"
            """);
        new RawJson(JsonElement.Parse("""{"a":1}""")).ShouldBe(RawJson.Parse("""{"a":1}"""));
        RawJson.Parse("""{"a":1}""").Element.GetProperty("a").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void The_label_for_a_models_words_is_one_root_entity() =>
        JsonSerializer.Serialize(new Activity { Entities = [Entity.AiGenerated()] }, ActivityJson.Default.Activity).ShouldBe(
            """{"entities":[{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"]}]}""");

    [Fact]
    public void Channel_data_is_read_typed_and_written_with_an_alert()
    {
        var data = new TeamsChannelData { Notification = new TeamsNotification(Alert: true), Tenant = new TeamsTenant("t"), FeedbackLoop = new TeamsFeedbackLoop("default") };
        var read = TeamsChannelData.Of(new Activity { ChannelData = data.ToJson() })!;
        (read.Notification!.Alert, read.Tenant!.Id, read.FeedbackLoop!.Type).ShouldBe((true, "t", "default"));
        TeamsChannelData.Of(new Activity { ChannelData = TeamsChannelData.Alert })!.Notification!.Alert.ShouldBe(true);
        TeamsChannelData.Of(new Activity { ChannelData = JsonElement.Parse("""{"tenant":"odd"}""") }).ShouldBeNull();
        TeamsChannelData.Of(new Activity()).ShouldBeNull();
    }
}
