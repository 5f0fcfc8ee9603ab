using System.Globalization;
using System.Text.Json;
using InnovationBot.Search.Ranking;
using InnovationBot.Service.Evaluation;

namespace InnovationBot.Search.Tests.Judged;

/// <summary>
/// Four other libraries, of 32 to 60 cases in six languages, and asks about each case, judged by the command that strangers use: as people would ask, without any
/// word of the case, in another language, in whole sentences, and misspelt. The README beside them says what was looked at.
/// </summary>
public sealed class OtherLibrariesTests(OtherLibrariesTests.Evaluated evaluated) : IClassFixture<OtherLibrariesTests.Evaluated>
{
    [Theory]
    [InlineData("Second", "ordinary", 0.95)]
    [InlineData("Second", "noword", 0.75)]
    [InlineData("Third", "ordinary", 0.95)]
    [InlineData("Third", "noword", 0.58)]
    [InlineData("Third", "across", 0.88)]
    [InlineData("Fourth", "ordinary", 0.95)]
    [InlineData("Fourth", "noword", 0.86)]
    [InlineData("Fourth", "across", 0.93)]
    [InlineData("Fourth", "whole", 0.63)]
    [InlineData("Fourth", "typo", 0.73)]
    [InlineData("Fifth", "ordinary", 0.93)]
    [InlineData("Fifth", "noword", 0.4)]
    [InlineData("Fifth", "across", 0.82)]
    [InlineData("Fifth", "whole", 0.53)]
    [InlineData("Fifth", "typo", 0.84)]
    public void Cases_that_answer_come_first(string library, string kind, double least)
    {
        var gain = evaluated.Gain(library, kind);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{library}, {kind}: nDCG@5 {gain:0.000}, {evaluated.Refused(library, kind):0.00} refused"));
        gain.ShouldBeGreaterThan(least);
    }

    [Theory]
    [InlineData("Second")]
    [InlineData("Third")]
    [InlineData("Fourth")]
    [InlineData("Fifth")]
    public void What_an_ordinary_ask_means_is_seldom_refused(string library) => evaluated.Refused(library, "ordinary").ShouldBeLessThanOrEqualTo(0.05);

    [Theory]
    [InlineData("Second", "far", 0.83)]
    [InlineData("Second", "longfit", 0.47)]
    [InlineData("Third", "far", 0.83)]
    [InlineData("Fourth", "far", 0.7)]
    [InlineData("Fourth", "unrelated", 0.64)]
    [InlineData("Fourth", "lacking", 0.49)]
    [InlineData("Fifth", "unrelated", 0.74)]
    [InlineData("Fifth", "lacking", 0.46)]
    public void What_the_library_lacks_is_refused(string library, string kind, double least)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{library}, {kind}: {evaluated.Refused(library, kind):0.00} refused"));
        evaluated.Refused(library, kind).ShouldBeGreaterThan(least);
    }

    /// <summary>The nearest there is may be shown; that it fits is not said.</summary>
    [Theory]
    [InlineData("Second", "far", 0.07)]
    [InlineData("Second", "longfit", 0.05)]
    [InlineData("Third", "far", 0.07)]
    [InlineData("Third", "longfit", 0.15)]
    [InlineData("Fourth", "far", 0.07)]
    [InlineData("Fourth", "longfit", 0.05)]
    [InlineData("Fourth", "unrelated", 0.05)]
    [InlineData("Fourth", "lacking", 0.1)]
    [InlineData("Fifth", "unrelated", 0.14)]
    [InlineData("Fifth", "lacking", 0.24)]
    public void What_the_library_lacks_is_seldom_said_to_fit(string library, string kind, double most)
    {
        var share = evaluated.SaidToFit(library, kind);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{library}, {kind}: {share:0.00} said to fit"));
        share.ShouldBeLessThanOrEqualTo(most);
    }

    [Theory]
    [InlineData("Second", 0.95)]
    [InlineData("Third", 0.95)]
    [InlineData("Fourth", 0.83)]
    [InlineData("Fifth", 0.79)]
    public void What_an_ordinary_ask_means_is_said_to_fit(string library, double least) => evaluated.SaidToFit(library, "ordinary").ShouldBeGreaterThan(least);

    /// <summary>Each library's own asks, and those of the sample that it cannot answer; once with every answer written and once with what fits only.</summary>
    public sealed class Evaluated : IAsyncLifetime
    {
        private static readonly string Judged = Path.Combine(AppContext.BaseDirectory, "Judged");
        private static readonly string[] Libraries = ["Second", "Third", "Fourth", "Fifth"];

        // Letters that nobody understands, patients who do not turn up at the eye hospital, water lost from pipes: the fourth library has each of them.
        private static readonly HashSet<(string Library, string Ask)> AnsweredAllTheSame = [("Fourth", "longfit-027"), ("Fourth", "longfit-031"), ("Fourth", "longfit-037")];

        private readonly TemporaryFolder folder = new();
        private readonly Dictionary<string, List<string>> asked = [];
        private readonly Dictionary<string, HashSet<string>> answered = [];
        private readonly Dictionary<string, HashSet<string>> fitting = [];

        public async ValueTask InitializeAsync()
        {
            foreach (var library in Libraries)
            {
                var lines = File.ReadLines(Path.Combine(Judged, library, "asks.jsonl"))
                    .Concat(File.ReadLines(Path.Combine(Judged, "asks.jsonl")).Where(line => line.Contains("\"far-", StringComparison.Ordinal) || line.Contains("\"longfit-", StringComparison.Ordinal)))
                    .Where(line => !AnsweredAllTheSame.Contains((library, Id(line)))).ToList();
                await File.WriteAllLinesAsync(Asks(library), lines);
                asked[library] = lines.ConvertAll(Id);
                await Evaluate(library, Run(library), noAbstain: true);
                await Evaluate(library, Run(library) + ".abstaining", noAbstain: false);
                var answers = File.ReadLines(Run(library) + ".abstaining").Select(line => line.Split(' ')).ToList();
                answered[library] = [.. answers.Select(cells => cells[0])];
                fitting[library] = [.. answers.Where(cells => double.Parse(cells[4], CultureInfo.InvariantCulture) >= FitModel.FitsFrom).Select(cells => cells[0])];
            }
        }

        public double Gain(string library, string kind)
        {
            var judged = Path.Combine(folder.Path, kind);
            File.WriteAllLines(judged, File.ReadLines(Path.Combine(Judged, library, "asks.tsv")).Where(line => line.StartsWith(kind + "-", StringComparison.Ordinal)));
            using var output = new StringWriter();
            new EvaluateMetrics(new(Run(library), judged, Json: true), output, TextWriter.Null).Run().ShouldBe(0);
            using var measures = JsonDocument.Parse(output.ToString());
            return measures.RootElement.GetProperty("nDCG@5").GetDouble();
        }

        public double Refused(string library, string kind)
        {
            var all = asked[library].Where(id => id.StartsWith(kind + "-", StringComparison.Ordinal)).ToList();
            return (double)all.Count(id => !answered[library].Contains(id)) / all.Count;
        }

        public double SaidToFit(string library, string kind)
        {
            var all = asked[library].Where(id => id.StartsWith(kind + "-", StringComparison.Ordinal)).ToList();
            return (double)all.Count(id => fitting[library].Contains(id)) / all.Count;
        }

        private static string Id(string line)
        {
            using var ask = JsonDocument.Parse(line);
            return ask.RootElement.GetProperty("id").GetString()!;
        }

        private string Asks(string library) => Path.Combine(folder.Path, library + ".asks.jsonl");

        private string Run(string library) => Path.Combine(folder.Path, library + ".run");

        private async Task Evaluate(string library, string run, bool noAbstain)
        {
            using var progress = new StringWriter();
            (await new EvaluateSearch(new(Path.Combine(Judged, library, "cases.jsonl"), Asks(library), run, NoAbstain: noAbstain), TextWriter.Null, progress).Run(CancellationToken.None))
                .ShouldBe(0, progress.ToString());
        }

        public ValueTask DisposeAsync()
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
