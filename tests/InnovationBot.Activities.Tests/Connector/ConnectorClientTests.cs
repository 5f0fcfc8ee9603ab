using System.Text.Json;
using InnovationBot.Testing.Connector;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Activities.Tests.Connector;

public sealed class ConnectorClientTests
{
    private const string Thread = "19:abc/123@thread.tacv2;messageid=1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_names_its_ends_and_leaves_its_id_behind()
    {
        await using var host = await BotHost.Channel();
        var card = RawJson.Parse("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"žába"}]}""");
        var message = Activity.Card(card, "News");
        message.Id = "ours";
        var sent = await Client(host).Send(To(host), message, Stop);

        sent.Outcome.ShouldBe(ConnectorOutcome.Sent);
        var call = host.Connector.SentTo(Thread).ShouldHaveSingleItem();
        sent.Id.ShouldBe(call.ActivityId);
        call.Kind.ShouldBe(ConnectorCallKind.Send);
        call.Authorization.ShouldBe("Bearer issued-1");
        call.UserAgent.ShouldStartWith("InnovationBot/");
        call.Body.TryGetProperty("id", out _).ShouldBeFalse();
        call.Body.GetProperty("summary").GetString().ShouldBe("News");
        call.Body.GetProperty("from").GetProperty("id").GetString().ShouldBe($"28:{BotHost.AppId}");
        call.Body.GetProperty("recipient").GetProperty("id").GetString().ShouldBe("29:mia");
        call.Body.GetProperty("conversation").GetProperty("id").GetString().ShouldBe(Thread);
        call.Card.GetRawText().ShouldBe(card.ToString());
        message.Id.ShouldBe("ours");
    }

    [Fact]
    public async Task A_reply_an_edit_and_a_deletion_name_the_activity()
    {
        await using var host = await BotHost.Channel();
        var client = Client(host);
        var first = await client.Send(To(host), Activity.Message("one"), Stop);
        await client.Reply(To(host), first.Id!, Activity.Message("two"), Stop);
        (await client.Update(To(host), first.Id!, Activity.Message("one, edited"), Stop)).Outcome.ShouldBe(ConnectorOutcome.Sent);
        host.Connector.Shown(Thread).Select(one => one.Words).ShouldBe(["one, edited", "two"]);
        host.Connector.SentTo(Thread)[1].ReplyToId.ShouldBe(first.Id);
        (await client.Delete(To(host), first.Id!, Stop)).Outcome.ShouldBe(ConnectorOutcome.Sent);
        host.Connector.Shown(Thread).Select(one => one.Words).ShouldBe(["two"]);
        (await client.Update(To(host), "gone", Activity.Message("x"), Stop)).Reason.ShouldBe(FailureReason.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_is_no_path_segment_goes_nowhere(string id)
    {
        await using var host = await BotHost.Channel();
        var client = Client(host);
        (await client.Send(To(host) with { ConversationId = id }, Activity.Message("x"), Stop)).Reason.ShouldBe(FailureReason.Refused);
        (await client.Delete(To(host), id, Stop)).Reason.ShouldBe(FailureReason.Refused);
        (await client.GetMember(To(host), id, Stop)).Reason.ShouldBe(FailureReason.Refused);
        host.Connector.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_personal_conversation_is_the_same_one_each_time_and_can_be_written_to()
    {
        await using var host = await BotHost.Channel();
        host.Connector.Members.Add(new ConnectorMember("29:jan", "aad-jan", "Jan", "jan@city.example"));
        var made = await Client(host).CreateConversation(new NewConversation(host.Connector.ServiceUrl, BotHost.Tenant, "aad-jan"), Stop);
        var again = await Client(host).CreateConversation(new NewConversation(host.Connector.ServiceUrl, BotHost.Tenant, "29:jan"), Stop);

        made.Value!.ConversationId.ShouldBe(again.Value!.ConversationId);
        made.Value.TenantId.ShouldBe(BotHost.Tenant);
        (await Client(host).Send(made.Value, Activity.Message("hello"), Stop)).IsSent.ShouldBeTrue();
        var body = host.Connector.Calls[0].Body;
        body.GetProperty("isGroup").GetBoolean().ShouldBeFalse();
        body.GetProperty("bot").GetProperty("id").GetString().ShouldBe($"28:{BotHost.AppId}");
        body.GetProperty("tenantId").GetString().ShouldBe(BotHost.Tenant);
        body.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString().ShouldBe(BotHost.Tenant);
    }

    [Fact]
    public async Task Who_has_not_installed_the_app_cannot_be_written_to()
    {
        await using var host = await BotHost.Channel();
        host.Connector.NotInstalled["29:jan"] = true;
        var made = await Client(host).CreateConversation(new NewConversation(host.Connector.ServiceUrl, BotHost.Tenant, "29:jan"), Stop);
        (made.Outcome, made.Reason, made.Value).ShouldBe((ConnectorOutcome.Failed, FailureReason.NotInstalled, null));
    }

    [Fact]
    public async Task A_thread_starts_with_its_first_message()
    {
        await using var host = await BotHost.Channel();
        var made = await Client(host).CreateThread(To(host), Activity.Message("Workshop on Monday"), Stop);
        var post = host.Connector.SentTo(made.Value!.ConversationId).ShouldHaveSingleItem();
        made.Value.ConversationId.ShouldStartWith("19:abc/123@thread.tacv2;messageid=");
        made.Id.ShouldBe(post.ActivityId);
        post.Words.ShouldBe("Workshop on Monday");
    }

    [Fact]
    public async Task A_member_is_found_by_account_and_by_Entra_id_and_told_with_address()
    {
        await using var host = await BotHost.Channel();
        host.Connector.Members.Add(new ConnectorMember("29:jan", "aad-jan", "Jan", "jan@city.example", "jan@upn.example", BotHost.Tenant));
        foreach (var id in new[] { "29:jan", "aad-jan" })
        {
            var found = await Client(host).GetMember(To(host), id, Stop);
            found.Value.ShouldBe(new TeamsChannelAccount("29:jan", "aad-jan", "Jan", null, null, "jan@city.example", "jan@upn.example", BotHost.Tenant));
        }

        (await Client(host).GetMember(To(host), "29:nobody", Stop)).ErrorCode.ShouldBe("MemberNotFoundInConversation");
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        await using var host = await BotHost.Channel();
        host.Connector.Members.AddRange(Enumerable.Range(1, 5).Select(n => new ConnectorMember($"29:{n}", $"aad-{n}", $"Person {n}")));
        var names = new List<string?>();
        string? token = null;
        do
        {
            var page = await Client(host).GetPagedMembers(To(host), 2, token, Stop);
            names.AddRange(page.Value!.Members!.Select(one => one.Id));
            token = page.Value.ContinuationToken;
        }
        while (token is not null);
        names.ShouldBe(["29:1", "29:2", "29:3", "29:4", "29:5"]);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("http://smba.trafficmanager.net/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("")]
    public async Task A_poisoned_reference_gets_neither_text_nor_token(string serviceUrl)
    {
        await using var host = await BotHost.Channel();
        var sent = await Client(host).Send(To(host) with { ServiceUrl = serviceUrl }, Activity.Message("x"), Stop);
        (sent.Outcome, sent.ErrorCode).ShouldBe((ConnectorOutcome.Failed, "ServiceUrlNotAllowed"));
        host.Issuer.TokenRequests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_configured_name_that_leads_to_this_machine_without_being_loopback_is_not_connected_to()
    {
        await using var host = await BotHost.Channel(settings: ("Bot:AllowedServiceHosts:1", Environment.MachineName));
        var sent = await Client(host).Send(To(host) with { ServiceUrl = $"https://{Environment.MachineName}/" }, Activity.Message("x"), Stop);
        sent.Outcome.ShouldNotBe(ConnectorOutcome.Sent); // refused where the name resolves to 127.0.x.x, unreachable elsewhere
        host.Connector.Attempts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData('x', 50_000, true)]
    [InlineData('x', 52_000, false)]
    [InlineData('ž', 50_000, true)]
    [InlineData('ž', 52_000, false)]
    public async Task A_message_over_100_KB_of_UTF_16_does_not_leave(char letter, int length, bool leaves)
    {
        await using var host = await BotHost.Channel();
        var sent = await Client(host).Send(To(host), Activity.Message(new string(letter, length)), Stop);
        sent.Reason.ShouldBe(leaves ? null : FailureReason.TooBig);
        host.Connector.Attempts.Count.ShouldBe(leaves ? 1 : 0);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var host = await BotHost.Channel();
        host.Connector.FailNext(Fault.Answer(307));
        var sent = await Client(host).Send(To(host), Activity.Message("x"), Stop);
        (sent.Outcome, sent.Status).ShouldBe((ConnectorOutcome.Failed, 307));
        host.Connector.Attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_sent_without_an_id()
    {
        await using var host = await BotHost.Channel();
        host.Connector.FailNext(Fault.Answer(202), Fault.Raw(201, "<html>"), Fault.Raw(200, "{\"id\":7}"));
        for (var i = 0; i < 3; i++)
        {
            var sent = await Client(host).Send(To(host), Activity.Message("x"), Stop);
            (sent.Outcome, sent.Id).ShouldBe((ConnectorOutcome.Sent, null));
        }
    }

    internal static IConnectorClient Client(BotHost host) => host.Services.GetRequiredService<IConnectorClient>();

    internal static ConversationReference To(BotHost host) => new(
        host.Connector.ServiceUrl, Thread, ConversationTypes.Channel, BotHost.Tenant, "29:mia", BotId: $"28:{BotHost.AppId}", ChannelThreadId: "19:abc/123@thread.tacv2");
}
