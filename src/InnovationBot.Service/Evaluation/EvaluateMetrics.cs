using System.Globalization;
using System.Text.Json;

namespace InnovationBot.Service.Evaluation;

/// <param name="Run">A run in TREC's format: <c>query Q0 document rank score tag</c>.</param>
/// <param name="Qrels"><c>query 0 document grade</c>, or tab-separated <c>query document grade</c> with or without a header row.</param>
/// <param name="Json">One JSON object instead of a table.</param>
public sealed record EvaluateMetricsOptions(string Run, string Qrels, bool Json = false);

/// <summary>
/// Judges a run. The mean is over every query that has something relevant, whether the run answers it or not (trec_eval's
/// <c>-c</c>): a search that stays silent finds nothing.
/// </summary>
public sealed class EvaluateMetrics(EvaluateMetricsOptions options, TextWriter output, TextWriter progress)
{
    private static readonly (string Name, Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, double> Of)[] Measures =
    [
        ("nDCG@5", (ranking, grades) => Metrics.Ndcg(ranking, grades, 5)),
        ("nDCG@10", (ranking, grades) => Metrics.Ndcg(ranking, grades, 10)),
        ("MRR@10", (ranking, grades) => Metrics.ReciprocalRank(ranking, grades, 10)),
        ("Recall@100", (ranking, grades) => Metrics.Recall(ranking, grades, 100)),
        ("Success@5", (ranking, grades) => Metrics.Success(ranking, grades, 5)),
    ];

    /// <returns>0 done, 1 no query has a relevant document, 2 unreadable input.</returns>
    public int Run()
    {
        try
        {
            var grades = ReadJudgements(options.Qrels);
            var rankings = ReadRun(options.Run);
            var queries = grades.Where(query => query.Value.Values.Any(grade => grade > 0)).ToList();
            if (queries.Count == 0)
            {
                progress.WriteLine($"{options.Qrels} judges nothing relevant.");
                return 1;
            }

            Write(queries.Count, [.. Measures.Select(measure => (measure.Name, queries.Average(query => measure.Of(rankings.GetValueOrDefault(query.Key) ?? [], query.Value))))]);
            return 0;
        }
        catch (EvaluationInputException failure)
        {
            progress.WriteLine(failure.Message);
            return 2;
        }
    }

    private void Write(int queries, IReadOnlyList<(string Name, double Value)> values)
    {
        if (options.Json)
        {
            var all = new Dictionary<string, object> { ["queries"] = queries };
            foreach (var (name, value) in values) all[name] = Math.Round(value, 4);
            output.WriteLine(JsonSerializer.Serialize(all));
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"queries",-12}{queries}"));
        foreach (var (name, value) in values) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12}{value:0.0000}"));
    }

    private static Dictionary<string, Dictionary<string, int>> ReadJudgements(string file)
    {
        var judgements = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var isFirst = true;
        foreach (var (number, line) in EvaluationInput.Lines(file))
        {
            var cells = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t', StringSplitOptions.TrimEntries) : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length is not (3 or 4)) throw new EvaluationInputException($"{file}, line {number}: {cells.Length} columns where 3 or 4 are expected.");
            var isHeader = isFirst && !double.TryParse(cells[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            isFirst = false;
            if (isHeader) continue;
            if (!judgements.TryGetValue(cells[0], out var grades)) judgements[cells[0]] = grades = new(StringComparer.Ordinal);
            grades[cells[^2]] = (int)EvaluationInput.Number(cells[^1], file, number);
        }

        return judgements;
    }

    /// <summary>Sorted as trec_eval does: by score, equal ones by document name, backwards; the rank column is not looked at.</summary>
    private static Dictionary<string, List<string>> ReadRun(string file)
    {
        var scored = new Dictionary<string, List<(string Document, double Score)>>(StringComparer.Ordinal);
        foreach (var (number, line) in EvaluationInput.Lines(file))
        {
            var cells = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length != 6) throw new EvaluationInputException($"{file}, line {number}: {cells.Length} columns where 'query Q0 document rank score tag' are expected.");
            if (!scored.TryGetValue(cells[0], out var list)) scored[cells[0]] = list = [];
            list.Add((cells[2], EvaluationInput.Number(cells[4], file, number)));
        }

        return scored.ToDictionary(
            query => query.Key,
            query => query.Value.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Document, StringComparer.Ordinal).Select(hit => hit.Document).ToList(),
            StringComparer.Ordinal);
    }
}
