using System.Text.Json;
using InnovationBot.Service.Evaluation;

namespace InnovationBot.Search.Tests.Evaluation;

public sealed class EvaluateSearchTests : IDisposable
{
    private const string Cases = """
        {"id": "permit", "title": "A call first", "problem": "Applicants wait fourteen weeks for a building permit because drawings are missing.", "what_was_done": "We call them.", "outcome": "succeeded", "language": "en", "people": ["ana", "bo"]}
        {"id": "queue", "title": "Opomnik", "problem": "Čakalne vrste pri okencu so vsak dan daljše.", "what_was_done": "Opomnik po SMS.", "outcome": "partly", "people": "cene"}
        {"id": "plain", "title": "Lamps", "text": "The street lamps in our park are broken all winter."}
        """;

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter progress = new();

    [Fact]
    public async Task A_run_is_written_in_trec_s_format_best_first_and_ends_with_one_json_line()
    {
        var code = await Evaluate("""{"id": "q1", "text": "Building permits take months, drawings are missing"}""" + "\n" + """{"id": "q2", "text": "My cat refuses to eat kibble"}""");

        code.ShouldBe(0, progress.ToString());
        var lines = Run();
        lines[0].Split(' ').ShouldSatisfyAllConditions(
            cells => cells.Length.ShouldBe(6),
            cells => cells[..4].ShouldBe(["q1", "Q0", "permit", "1"]));
        lines.ShouldAllBe(line => line.StartsWith("q1 ", StringComparison.Ordinal), "a query for which nothing fits has no line");
        using var summary = JsonDocument.Parse(output.ToString().Trim());
        summary.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["documents", "queries", "answered", "indexSeconds", "indexBytes", "peakMemoryBytes", "p50Milliseconds", "p99Milliseconds"]);
        summary.RootElement.GetProperty("documents").GetInt32().ShouldBe(3);
        summary.RootElement.GetProperty("answered").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task People_are_found_through_their_documents()
    {
        (await Evaluate("""{"id": "q1", "text": "Building permits take months, drawings are missing", "language": "en"}""", people: true)).ShouldBe(0, progress.ToString());
        Run().Take(2).Select(line => line.Split(' ')[2]).ShouldBe(["ana", "bo"]);
    }

    [Fact]
    public async Task Scores_fall_from_rank_to_rank()
    {
        (await Evaluate("""{"id": "q1", "text": "permit queue lamps winter", "language": "en"}""", noAbstain: true)).ShouldBe(0);
        var scores = Run().Select(line => double.Parse(line.Split(' ')[4], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        scores.ShouldBe(scores.OrderDescending());
        scores.Distinct().Count().ShouldBe(scores.Count);
    }

    [Theory]
    [InlineData("{\"id\": \"q1\"", "line 1")]
    [InlineData("[1, 2]", "line 1")]
    [InlineData("{\"text\": \"no id\"}", "'id' is missing")]
    [InlineData("{\"id\": \"q 1\", \"text\": \"lamps\"}", "has a space in it")]
    [InlineData("{\"id\": \"q1\", \"text\": \"lamps\"}\n{\"id\": \"q1\", \"text\": \"permits\"}", "line 2: the id 'q1' stands there twice")]
    public async Task Unreadable_queries_are_refused_with_the_line(string queries, string said)
    {
        (await Evaluate(queries)).ShouldBe(2);
        progress.ToString().ShouldContain(said);
    }

    [Fact]
    public async Task Where_the_run_cannot_be_written_is_said_before_the_work()
    {
        var queries = Write("queries", """{"id": "q1", "text": "lamps"}""");
        (await new EvaluateSearch(new(Write("cases", Cases), queries, Path.Combine(folder.Path, "none", "run")), output, progress).Run(TestContext.Current.CancellationToken)).ShouldBe(2);
        progress.ToString().ShouldContain("cannot be written");
        progress.ToString().ShouldNotContain("documents indexed");
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        (await new EvaluateSearch(new("/nowhere/cases.jsonl", "/nowhere/queries.jsonl", "/nowhere/run"), output, progress).Run(TestContext.Current.CancellationToken)).ShouldBe(2);
        progress.ToString().ShouldContain("cannot be read");
    }

    [Theory]
    [InlineData("q1\td1\t2\nq1\td2\t1\n")]
    [InlineData("query\tdocument\tgrade\r\nq1\td1\t2\r\nq1\td2\t1\r\n")]
    [InlineData("q1 0 d1 2\nq1 0 d2 1\n")]
    [InlineData("\ufeffq1 0 d1 2\nq1 0 d2 1\n")]
    public void Measures_follow_trec_eval(string judgements)
    {
        var (run, qrels) = (Write("run", "q1 Q0 d9 1 3.0 t\nq1 Q0 d2 2 2.0 t\nq1 Q0 d1 3 1.0 t\n"), Write("qrels", judgements));

        new EvaluateMetrics(new(run, qrels, Json: true), output, progress).Run().ShouldBe(0, progress.ToString());

        using var measures = JsonDocument.Parse(output.ToString());
        double Of(string name) => measures.RootElement.GetProperty(name).GetDouble();
        var ideal = 2 + (1 / Math.Log2(3));
        Of("nDCG@5").ShouldBe(((1 / Math.Log2(3)) + (2 / Math.Log2(4))) / ideal, 0.0001);
        Of("MRR@10").ShouldBe(0.5);
        Of("Recall@100").ShouldBe(1);
        Of("Success@5").ShouldBe(1);
    }

    [Fact]
    public void A_query_without_an_answer_counts_as_nothing_found()
    {
        var (run, qrels) = (Write("run", "q1 Q0 d1 1 3.0 t\n"), Write("qrels", "q1 0 d1 1\nq2 0 d1 1\n"));
        new EvaluateMetrics(new(run, qrels, Json: true), output, progress).Run().ShouldBe(0);
        output.ToString().ShouldContain("\"Success@5\":0.5");
    }

    [Theory]
    [InlineData("q1 Q0 d1 1 3.0\n", "q1 0 d1 1\n", 2)]
    [InlineData("q1 Q0 d1 1 high t\n", "q1 0 d1 1\n", 2)]
    [InlineData("q1 Q0 d1 1 3.0 t\n", "q1 d1\n", 2)]
    [InlineData("q1 Q0 d1 1 3.0 t\n", "q1 0 d1 0\n", 1)]
    public void What_cannot_be_judged_is_refused_with_a_sentence(string run, string qrels, int code)
    {
        new EvaluateMetrics(new(Write("run", run), Write("qrels", qrels)), output, progress).Run().ShouldBe(code);
        progress.ToString().ShouldNotBeNullOrWhiteSpace();
    }

    private async Task<int> Evaluate(string queries, bool people = false, bool noAbstain = false) =>
        await new EvaluateSearch(new(Write("cases", Cases), Write("queries", queries), RunPath, People: people, NoAbstain: noAbstain), output, progress).Run(TestContext.Current.CancellationToken);

    private string RunPath => Path.Combine(folder.Path, "out");

    private string[] Run() => File.ReadAllLines(RunPath);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => folder.Dispose();
}
