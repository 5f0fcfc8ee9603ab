using System.Text.Json;

namespace InnovationBot.Activities.Tests.Invokes;

public sealed class MessagePayloadTextTests
{
    [Theory]
    [InlineData("<p>People wait &amp; ring</p><div>eleven weeks</div>", "People wait & ring\neleven weeks")]
    [InlineData("<at id=\"0\">Anna</at>&nbsp;who has<br/>solved this?", "Anna\u00a0who has\nsolved this?")]
    [InlineData("5 < 6 and <b>bold</b>", "5 < 6 and bold")]
    [InlineData("<script>alert(1)</script>Left <", "Left <")]
    [InlineData("&lt;script&gt;", "<script>")]
    public void Of_html_the_words_remain(string html, string words) =>
        MessagePayloadText.Of(Payload("html", html)).ShouldBe(words);

    [Fact]
    public void A_text_stays_as_it_is() => MessagePayloadText.Of(Payload("text", "a <b> c\nd")).ShouldBe("a <b> c\nd");

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"body":7}""")]
    [InlineData("""{"body":{"content":null}}""")]
    [InlineData("""[]""")]
    public void What_is_no_message_has_no_words(string payload) =>
        MessagePayloadText.Of(JsonSerializer.Deserialize<JsonElement>(payload)).ShouldBe("");

    private static JsonElement Payload(string type, string content) =>
        JsonSerializer.SerializeToElement(new { id = "1", body = new { contentType = type, content } });
}
