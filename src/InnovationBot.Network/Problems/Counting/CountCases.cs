using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Problems.Counting;

/// <summary>Counts what all cases say that fit a problem and that its owner may read now, and lists those behind a figure.</summary>
public sealed class CountCases(NetworkDb db, Answers answers, TimeProvider clock)
{
    /// <summary>Named on one card.</summary>
    public const int MostListed = 20;

    /// <returns>Nothing when the search is not sure, or too few fit.</returns>
    public async Task<Result<CountedCases>> Handle(ProblemId id, MemberId by, CancellationToken stop) =>
        await db.ProblemOf(id, by, stop) is var (problem, owner)
            ? new CountedCases(problem, CaseCounts.Of(await answers.Fitting(problem, owner, stop)))
            : Refusal.NotFound;

    /// <summary>The cases that one figure counts, the best fit first.</summary>
    public async Task<Result<ListedFigure>> List(ProblemId id, MemberId by, CountedFigure figure, CancellationToken stop)
    {
        if (await db.ProblemOf(id, by, stop) is not var (problem, owner)) return Refusal.NotFound;
        var cases = await answers.Fitting(problem, owner, stop);
        if (CaseCounts.Of(cases) is null) return Refusal.NoLongerOpen;
        List<ListedCase> listed = [];
        var held = cases.Where(figure.Holds).ToList();
        foreach (var one in held.Take(MostListed))
        {
            var (organisation, kind) = CaseShown.Of(one, await db.OrganisationOf(one.OrganisationId, stop));
            listed.Add(new ListedCase(one, organisation, kind) { Confirmation = Confirmation.Of(one, clock.GetUtcNow()) });
        }

        return new ListedFigure(problem, figure, held.Count, listed);
    }
}

/// <param name="Counts">None: nothing is counted.</param>
public sealed record CountedCases(Problem Problem, CaseCounts? Counts);

/// <param name="All">How many there are; <paramref name="Cases"/> may be fewer.</param>
public sealed record ListedFigure(Problem Problem, CountedFigure Figure, int All, IReadOnlyList<ListedCase> Cases);
