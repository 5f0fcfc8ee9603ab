namespace InnovationBot.Activities.Tests.Teams;

public sealed class MentionTextTests
{
    [Theory]
    [InlineData("<at>Innovation Bot</at>&nbsp;who solved this?", "<at>Innovation Bot</at>", "who solved this?")]
    [InlineData("<AT>innovation bot</AT> help", "<at>Innovation Bot</at>", "help")]
    [InlineData("help <at>Innovation Bot</at>\u00a0please", null, "help  please")]
    [InlineData("<at>Innovation Bot</at> R&amp;D &lt;b&gt;", "<at>Innovation Bot</at>", "R&D <b>")]
    [InlineData("no mention at all", null, "no mention at all")]
    [InlineData("   ", null, "")]
    [InlineData(null, null, "")]
    [InlineData("a\0b", null, "ab")]
    public void The_bots_own_name_and_Teams_wrapping_are_gone(string? text, string? mention, string expected)
    {
        MentionText.Strip(Said(text, new Entity
        {
            Type = EntityTypes.Mention,
            Text = mention,
            Mentioned = new ChannelAccount { Id = "28:bot", Name = "Innovation Bot" },
        })).ShouldBe(expected);
    }

    [Fact]
    public void A_name_is_taken_literally_and_other_people_stay_by_name()
    {
        var own = new Entity { Type = EntityTypes.Mention, Text = "<at>Bot (.*)</at>", Mentioned = new ChannelAccount { Id = "28:bot", Name = "Bot (.*)" } };
        var jan = new Entity { Type = EntityTypes.Mention, Text = "<at>Jan</at>", Mentioned = new ChannelAccount { Id = "29:jan", Name = "Jan" } };
        MentionText.Strip(Said("<at>Bot (.*)</at> ask <at>Jan</at>", own, jan, new Entity { Type = EntityTypes.ClientInfo })).ShouldBe("ask Jan");
    }

    [Fact]
    public void A_forged_mention_makes_no_text_longer()
    {
        var forged = new Entity { Type = EntityTypes.Mention, Text = "a", Mentioned = new ChannelAccount { Id = "29:x", Name = new string('a', 400_000) } };
        MentionText.Strip(Said(new string('a', 400_000), forged, forged)).Length.ShouldBe(400_000);
    }

    [Fact]
    public void An_outgoing_mention_is_escaped_as_XML() =>
        Entity.Mention("29:x", "R&D <Ana>").Text.ShouldBe("<at>R&amp;D &lt;Ana&gt;</at>");

    private static Activity Said(string? text, params Entity[] entities) => new()
    {
        Type = ActivityTypes.Message, Text = text, Recipient = new ChannelAccount { Id = "28:bot" }, Entities = [.. entities],
    };
}
