using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using InnovationBot.Activities;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Benchmarks.Micro;

/// <summary>An activity in, and the answer with a card out.</summary>
public class ActivityReading
{
    private readonly byte[] message = Encoding.UTF8.GetBytes(
        """
        {"type":"message","id":"1763928000123","timestamp":"2026-11-23T19:58:00.1234567Z","localTimezone":"Europe/Ljubljana",
        "serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
        "from":{"id":"29:1a2B3c-dEfG","name":"Mia Kralj","aadObjectId":"5f1d3c3e-8c55-4c3a-9d7a-3d5f0c2b7a11"},
        "conversation":{"conversationType":"personal","tenantId":"72f988bf-0000-41af-91ab-2d7cd011db47","id":"a:1pWoH-9x_zQ"},
        "recipient":{"id":"28:11111111-2222-3333-4444-555555555555","name":"Innovation Bot"},
        "entities":[{"locale":"sl-SI","country":"SI","platform":"Windows","timezone":"Europe/Ljubljana","type":"clientInfo"}],
        "channelData":{"tenant":{"id":"72f988bf-0000-41af-91ab-2d7cd011db47"},"source":{"name":"message"}},
        "locale":"sl-SI","text":"Ljudje čakajo enajst tednov na gradbeno dovoljenje","textFormat":"plain"}
        """);

    private readonly Activity activity;
    private readonly ExpectedReplies replies = new([Activity.Card(HelpCard.For(Say.In(Language.English)).Utf8)]);

    public ActivityReading() => activity = Read()!;

    [Benchmark]
    public Activity? Read() => JsonSerializer.Deserialize(message, ActivityJson.Default.Activity);

    [Benchmark]
    public RepeatKey? Key() => RepeatKey.Of(activity);

    [Benchmark]
    public byte[] WriteReply() => JsonSerializer.SerializeToUtf8Bytes(replies, ActivityJson.Default.ExpectedReplies);
}
