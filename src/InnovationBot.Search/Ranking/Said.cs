using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>
/// How much of an ask a case says. What it leaves unsaid counts by what that tells about the problem: whole where it names something that public services
/// deal with, little otherwise. A number, a span of time or a turn of phrase may be missing, or be said in words that nothing here can compare.
/// </summary>
/// <param name="Share">0 for nothing of the ask to 1 for all of it.</param>
/// <param name="Lacking">The share of the weightiest thing named that is left unsaid: what the problem may be about.</param>
internal readonly record struct Said(double Share, double Lacking)
{
    // Of a word that names nothing public services deal with, where a case lacks it.
    private const double UnnamedCounts = 0.3;

    // What is only near to a word says so much of it.
    private const double NearSays = 0.3;

    private const double LackingCounts = 0.45;

    /// <summary>The share, less for what is lacking.</summary>
    public double Counts => Share - LackingCounts * Lacking;

    public static Said Of(AskPlan plan, IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return Of(plan, number => SaidOf(plan.Groups[number], leaf.AtomicReader, document - leaf.DocBase));
    }

    /// <param name="saidOf">How far a text says a word of the ask, 0 to 1, by its number among the plan's groups.</param>
    public static Said Of(AskPlan plan, Func<int, double> saidOf)
    {
        var (said, unsaid, lacking) = (0.0, 0.0, 0.0);
        for (var number = 0; number < plan.Groups.Count; number++) Add(plan.Groups[number], saidOf(number));
        foreach (var unknown in plan.Unknown) Add(unknown, 0);
        return said <= 0 ? default : new(said / (said + unsaid), lacking / (said + unsaid));

        void Add(ClauseGroup group, double share)
        {
            var named = Math.Min(1, group.Term.Concepts.Select(concept => (double)concept.Weight).DefaultIfEmpty().Max());
            said += share * group.Importance;
            unsaid += (1 - share) * group.Importance * (named + (1 - named) * UnnamedCounts);
            lacking = Math.Max(lacking, (1 - share) * group.Importance * named);
        }
    }

    private static double SaidOf(ClauseGroup group, AtomicReader segment, int document)
    {
        var near = false;
        foreach (var clause in group.Clauses)
        {
            var isNear = clause.Kind is ClauseKind.NearConcept or ClauseKind.Neighbour;
            if ((isNear && near) || !Has(segment, clause, document)) continue;
            if (!isNear) return 1;
            near = true;
        }

        return near ? NearSays : 0;
    }

    private static bool Has(AtomicReader segment, in Clause clause, int document) =>
        SegmentFacts.Of(segment).Term(segment, clause.Field.Terms, clause.Term)?.IsIn(segment, clause.Field.Terms, document) == true;
}
