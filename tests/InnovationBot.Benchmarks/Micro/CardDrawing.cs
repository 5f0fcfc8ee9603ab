using BenchmarkDotNet.Attributes;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.Benchmarks.Micro;

/// <summary>A card of usual size: made of records, and written as UTF-8.</summary>
public class CardDrawing
{
    private readonly Say say = Say.In(Language.English);

    [Benchmark]
    public object Draw() => HelpCard.For(say);

    [Benchmark]
    public byte[] DrawAndWrite() => HelpCard.For(say).ToUtf8();
}
