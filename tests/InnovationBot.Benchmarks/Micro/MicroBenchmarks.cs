using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace InnovationBot.Benchmarks.Micro;

/// <summary><c>micro</c>: the parts of a turn, each by itself, with BenchmarkDotNet.</summary>
internal static class MicroBenchmarks
{
    /// <param name="filters">Names of methods or classes, with *; none = all.</param>
    public static int Run(IReadOnlyList<string> filters)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance)) // no project generated beside the solution
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        BenchmarkSwitcher.FromTypes([typeof(CardDrawing), typeof(ActivityReading), typeof(RepeatLookup), typeof(LanguageDetection)])
            .Run(["--filter", .. filters.Count > 0 ? filters : ["*"]], config);
        return 0;
    }
}
