using InnovationBot.Testing.Connector;

namespace InnovationBot.Activities.Tests.Turns;

public sealed class TurnContextTests
{
    [Theory]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_was_not_taken_is_tried_once_more_within_the_turn(int status)
    {
        await using var host = await BotHost.Local();
        host.Connector.FailNext(Fault.Answer(status));
        (await Send(host)).Outcome.ShouldBe(ConnectorOutcome.Sent);

        host.Connector.FailNext(Fault.Answer(status), Fault.Answer(status));
        (await Send(host)).Outcome.ShouldBe(ConnectorOutcome.Retry);
        host.Connector.Attempts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_may_have_been_taken_or_was_refused_or_throttled_is_not_tried_again()
    {
        await using var host = await BotHost.Local();
        host.Connector.FailNext(Fault.ResetAfter, Fault.Answer(403), Fault.Answer(500), Fault.Throttled(0));
        (await Send(host)).Outcome.ShouldBe(ConnectorOutcome.Unknown);
        (await Send(host)).Outcome.ShouldBe(ConnectorOutcome.Failed);
        (await Send(host)).Outcome.ShouldBe(ConnectorOutcome.Failed);
        (await Send(host)).Outcome.ShouldBe(ConnectorOutcome.Retry);
        host.Connector.Attempts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_turn_edits_deletes_types_and_replies_in_its_own_conversation()
    {
        await using var host = await BotHost.Local();
        host.Bot.Does = async (turn, stop) =>
        {
            await turn.Typing(stop);
            var sent = await turn.Send(Activity.Message("one"), stop);
            var edit = Activity.Message("one, edited");
            edit.Id = sent.Id;
            await turn.Update(edit, stop);
            var threaded = Activity.Message("two");
            threaded.ReplyToId = sent.Id;
            await turn.Send(threaded, stop);
            await turn.Delete(sent.Id!, stop);
            return null;
        };
        await host.Post(Sent.Message(host.Connector.ServiceUrl));
        host.Connector.Calls.Select(call => (call.Kind, call.Type)).ShouldBe(
        [
            (ConnectorCallKind.Send, "typing"), (ConnectorCallKind.Send, "message"), (ConnectorCallKind.Update, "message"),
            (ConnectorCallKind.Reply, "message"), (ConnectorCallKind.Delete, null),
        ]);
        host.Connector.Calls.ShouldAllBe(call => call.ConversationId == "a:1pWoH");
    }

    [Fact]
    public async Task Replies_to_an_invoke_go_to_the_connector_whatever_its_delivery_mode()
    {
        await using var host = await BotHost.Local();
        host.Bot.Does = async (turn, stop) =>
        {
            await turn.Send(Activity.Message("aside"), stop);
            return InvokeResponse.Message("done");
        };
        var invoke = Sent.Invoke(host.Connector.ServiceUrl, "task/submit", new System.Text.Json.Nodes.JsonObject()).With("deliveryMode", "expectReplies");
        (await host.Post(invoke)).Json["statusCode"].ShouldNotBeNull();
        host.Connector.SentTo("a:1pWoH").ShouldHaveSingleItem().Words.ShouldBe("aside");
    }

    [Fact]
    public void The_reference_holds_what_is_needed_to_write_later()
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            ServiceUrl = "https://smba.trafficmanager.net/emea/",
            ChannelId = "msteams",
            Locale = "sl-SI",
            From = new ChannelAccount { Id = "29:mia", AadObjectId = "aad" },
            Recipient = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "19:c@thread.tacv2;messageid=5", ConversationType = ConversationTypes.Channel, TenantId = "t" },
            ChannelData = System.Text.Json.JsonElement.Parse("""{"team":{"id":"19:team@thread.tacv2"},"channel":{"id":"19:c@thread.tacv2"}}"""),
        };
        ConversationReference.Of(activity).ShouldBe(new ConversationReference(
            "https://smba.trafficmanager.net/emea/", "19:c@thread.tacv2;messageid=5", "channel", "t", "29:mia", "aad", "28:bot", "msteams", "sl-SI",
            "19:team@thread.tacv2", "19:c@thread.tacv2"));
        activity.ChannelData = System.Text.Json.JsonElement.Parse("\"odd\"");
        ConversationReference.Of(activity).ChannelThreadId.ShouldBe("19:c@thread.tacv2");
    }

    private static async Task<ConnectorResult> Send(BotHost host)
    {
        ConnectorResult? result = null;
        host.Bot.Does = async (turn, stop) =>
        {
            result = await turn.Send(Activity.Message("x"), stop);
            return null;
        };
        await host.Post(Sent.Message(host.Connector.ServiceUrl));
        return result!;
    }
}
