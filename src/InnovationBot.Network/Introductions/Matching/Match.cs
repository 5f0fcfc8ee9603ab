using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>What is shown for a problem, before it is stored.</summary>
public sealed record Match(Fit Fit, IReadOnlyList<ChosenCase> Cases, IReadOnlyList<ChosenPerson> People)
{
    /// <summary>All readable cases near enough to the best, the slate's among them; none unless the search is sure.</summary>
    public IReadOnlyList<Case> Fitting { get; init; } = [];

    public static readonly Match Nothing = new(Fit.Nothing, [], []);
}

public sealed record ChosenCase(Case Case, Organisation? Organisation, Slot Slot, double Score, List<Reason> Reasons)
{
    public IReadOnlyList<ScorePart> Parts { get; init; } = [];
}

public sealed record ChosenPerson(Member Member, Organisation? Organisation, double Score, List<Reason> Reasons)
{
    /// <summary>Somebody's open hour about this, to which several are led with one problem.</summary>
    public OpenHourId? OpenHour { get; init; }

    /// <summary>Nobody alone can be brought together with them now; their open hour is the way.</summary>
    public bool OnlyOpenHour { get; init; }

    public IReadOnlyList<ScorePart> Parts { get; init; } = [];
}

/// <summary>What the asker said does not fit, so that it is not shown for this problem again.</summary>
public sealed record Dismissed(IReadOnlySet<CaseId> Cases, IReadOnlySet<MemberId> People)
{
    public static readonly Dismissed Nothing = new(new HashSet<CaseId>(), new HashSet<MemberId>());
}
