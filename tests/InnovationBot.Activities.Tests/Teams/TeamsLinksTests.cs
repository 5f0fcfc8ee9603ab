namespace InnovationBot.Activities.Tests.Teams;

public sealed class TeamsLinksTests
{
    private static readonly TeamsLinks Links = ClientLinks.Public.Teams;

    [Fact]
    public void Values_are_percent_encoded_and_a_space_is_never_a_plus()
    {
        Links.Chat(["mia@city.example", "jan+x@city.example"], "Permits & more", "Živjo, 20 minut?").ShouldBe(
            "https://teams.microsoft.com/l/chat/0/0?users=mia%40city.example,jan%2Bx%40city.example&topicName=Permits%20%26%20more&message=%C5%BDivjo%2C%2020%20minut%3F");
        Links.Chat(["mia@city.example"]).ShouldBe("https://teams.microsoft.com/l/chat/0/0?users=mia%40city.example");
        Links.Conversation("19:a_b@thread.v2").ShouldBe("https://teams.microsoft.com/l/chat/19%3Aa_b%40thread.v2/conversations");
        Links.App("0c1d").ShouldBe("https://teams.microsoft.com/l/app/0c1d");
        Links.Handoff("0c1d", "q/9").ShouldBe("https://teams.microsoft.com/l/chat/0/0?users=28:0c1d&continuation=q%2F9");
        Links.Call(["mia@city.example"], withVideo: true).ShouldBe("https://teams.microsoft.com/l/call/0/0?users=mia%40city.example&withVideo=true");
    }

    [Fact]
    public void A_meeting_names_its_times_with_their_offset() =>
        Links.NewMeeting(
            "20 minutes", ["mia@city.example"], new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 11, 24, 10, 20, 0, TimeSpan.FromHours(1)))
        .ShouldBe(
            "https://teams.microsoft.com/l/meeting/new?subject=20%20minutes&startTime=2026-11-24T10%3A00%3A00%2B01%3A00&endTime=2026-11-24T10%3A20%3A00%2B01%3A00&attendees=mia%40city.example");

    [Fact]
    public void Messages_are_found_in_chats_and_channels()
    {
        Links.ChatMessage("19:a@thread.v2", "17", "t").ShouldBe(
            "https://teams.microsoft.com/l/message/19%3Aa%40thread.v2/17?tenantId=t&context=%7B%22contextType%22%3A%22chat%22%7D");
        Links.ChannelMessage("19:c@thread.tacv2", "17", "5", "t", "g").ShouldBe(
            "https://teams.microsoft.com/l/message/19%3Ac%40thread.tacv2/17?tenantId=t&groupId=g&parentMessageId=5");
    }

    [Theory]
    [InlineData(BotCloud.Public, "teams.microsoft.com", "outlook.office.com")]
    [InlineData(BotCloud.UsGov, "gov.teams.microsoft.us", "outlook.office365.us")]
    [InlineData(BotCloud.UsGovDoD, "dod.teams.microsoft.us", "outlook-dod.office365.us")]
    [InlineData(BotCloud.China, "teams.microsoftonline.cn", "partner.outlook.cn")]
    public void Links_lead_into_the_clients_of_the_cloud(BotCloud cloud, string teams, string outlook)
    {
        var links = ClientLinks.Of(cloud);
        links.Teams.Chat(["mia@city.example"]).ShouldBe($"https://{teams}/l/chat/0/0?users=mia%40city.example");
        links.Teams.Conversation("19:a_b@thread.v2").ShouldStartWith($"https://{teams}/l/chat/");
        links.Outlook.Compose("x", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch).ShouldStartWith($"https://{outlook}/calendar/");
    }
}
