namespace InnovationBot.Service.Evaluation;

/// <summary>
/// Measures of one query's ranking, by trec_eval's definitions: linear gains, discount log2(rank + 1), the ideal ranking
/// of all that was judged.
/// </summary>
internal static class Metrics
{
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var ideal = Dcg([.. grades.Values.Where(grade => grade > 0).OrderDescending()], depth);
        return ideal == 0 ? 0 : Dcg([.. ranking.Take(depth).Select(document => Math.Max(0, grades.GetValueOrDefault(document)))], depth) / ideal;
    }

    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        for (var i = 0; i < Math.Min(depth, ranking.Count); i++)
        {
            if (grades.GetValueOrDefault(ranking[i]) > 0) return 1.0 / (i + 1);
        }

        return 0;
    }

    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth)
    {
        var relevant = grades.Values.Count(grade => grade > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(depth).Count(document => grades.GetValueOrDefault(document) > 0) / relevant;
    }

    public static double Success(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> grades, int depth) =>
        ReciprocalRank(ranking, grades, depth) > 0 ? 1 : 0;

    private static double Dcg(IReadOnlyList<int> gains, int depth)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(depth, gains.Count); i++) sum += gains[i] / Math.Log2(i + 2);
        return sum;
    }
}
