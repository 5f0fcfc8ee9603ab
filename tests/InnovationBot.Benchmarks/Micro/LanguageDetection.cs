using BenchmarkDotNet.Attributes;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Search;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Micro;

/// <summary>The language of what was written.</summary>
public class LanguageDetection
{
    private readonly ILanguageDetector detector =
        new ServiceCollection().AddSearch(new SearchOptions()).BuildServiceProvider().GetRequiredService<ILanguageDetector>();

    /// <summary>Told by its common words.</summary>
    [Benchmark]
    public Language? Sentence() => detector.Detect("People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?");

    /// <summary>Needs the statistics of letters.</summary>
    [Benchmark]
    public Language? Keywords() => detector.Detect("gradbeno dovoljenje čakanje elektronske vloge");

    /// <summary>Too short to be told.</summary>
    [Benchmark]
    public Language? Command() => detector.Detect("my introductions");
}
