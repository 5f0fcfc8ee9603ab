using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using InnovationBot.Cards.Tests.Examples;

namespace InnovationBot.Cards.Tests;

public sealed class CardJsonTests
{
    public static TheoryData<string> Names => ExampleCards.Names;

    [Theory, MemberData(nameof(Names))]
    public void Nothing_unset_is_written(string name) => Nulls(Parse(ExampleCards.All[name])).ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void The_three_ways_of_writing_give_the_same_bytes(string name)
    {
        var card = ExampleCards.All[name];
        var buffer = new ArrayBufferWriter<byte>();
        card.WriteTo(buffer);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            card.WriteTo(writer);

        buffer.WrittenSpan.SequenceEqual(card.ToUtf8()).ShouldBeTrue();
        stream.ToArray().ShouldBe(card.ToUtf8());
    }

    [Fact]
    public void The_type_stands_first_and_the_version_is_the_one_Teams_supports()
    {
        var card = Parse(ExampleCards.All["answer"]);
        card.EnumerateObject().First().Name.ShouldBe("type");
        card.GetProperty("version").GetString().ShouldBe("1.5");
    }

    private static JsonElement Parse(AdaptiveCard card) => JsonDocument.Parse(card.ToUtf8()).RootElement;

    private static IEnumerable<string> Nulls(JsonElement element, string path = "") => element.ValueKind switch
    {
        JsonValueKind.Null => [path],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Nulls(property.Value, $"{path}/{property.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Nulls(item, $"{path}/{i}")),
        _ => [],
    };
}
