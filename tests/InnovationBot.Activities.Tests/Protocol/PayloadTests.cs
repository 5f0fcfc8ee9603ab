using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InnovationBot.Activities.Tests.Protocol;

/// <summary>Adding a file to Payloads adds a test.</summary>
public sealed class PayloadTests
{
    public static TheoryData<string> Files() => [.. Names("Payloads")];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_Teams_sends_is_read_and_written_back_without_a_loss(string file)
    {
        var sent = Read(file);
        var (activity, fault) = ActivityReader.Parse(sent);
        fault.ShouldBe(ActivityFault.None);

        var written = JsonSerializer.SerializeToUtf8Bytes(activity!, ActivityJson.Default.Activity);
        JsonNode.DeepEquals(Comparable(sent), Comparable(written)).ShouldBeTrue(System.Text.Encoding.UTF8.GetString(written));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_Teams_sends_has_its_turn(string file)
    {
        await using var host = await BotHost.Local();
        var activity = JsonNode.Parse(Read(file))!.AsObject();
        activity["serviceUrl"] = host.Connector.ServiceUrl;
        var answer = await host.Post(activity);

        answer.Status.ShouldBe((string?)activity["type"] == "invoke" ? 501 : 200);
        answer.Body.ShouldBeEmpty();
        host.Bot.Turns.Count.ShouldBe(1);
    }

    [Fact]
    public void A_timestamp_that_cannot_be_read_is_none()
    {
        var (activity, fault) = ActivityReader.Parse(Read("Odd/odd-timestamps.json"));
        fault.ShouldBe(ActivityFault.None);
        activity!.Timestamp.ShouldBeNull();
        activity.LocalTimestamp.ShouldBeNull();
        activity.Text.ShouldBe("x");
    }

    [Fact]
    public void Nulls_in_lists_reach_nobody()
    {
        var (activity, fault) = ActivityReader.Parse(Read("Odd/null-entries.json"));
        fault.ShouldBe(ActivityFault.None);
        activity!.Attachments.ShouldHaveSingleItem().ContentType.ShouldBe(ContentTypes.Html);
        activity.Entities.ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Payloads", file));

    /// <summary>Without nulls, which mean the same as nothing, and with instants in one notation.</summary>
    private static JsonNode? Comparable(byte[] json) => Comparable(JsonNode.Parse(json));

    private static JsonNode? Comparable(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Key, Comparable(one.Value)))),
        JsonArray entries => new JsonArray([.. entries.Select(Comparable)]),
        JsonValue value when value.TryGetValue<string>(out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && text.Contains('T', StringComparison.Ordinal) =>
            JsonValue.Create(instant.ToString("O", CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };
}
