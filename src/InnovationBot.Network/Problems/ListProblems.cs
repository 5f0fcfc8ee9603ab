using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Desk;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>What somebody asked and has neither withdrawn nor let expire, newest first.</summary>
public sealed class ListProblems(NetworkDb db, Desks desks, Settings.SettingsInForce settings)
{
    /// <summary>Older ones are in <c>my data</c>.</summary>
    private const int Most = 20;

    public async Task<IReadOnlyList<ProblemOverview>> Handle(MemberId by, CancellationToken stop)
    {
        var problems = await db.Problems.AsNoTracking().Where(p => p.OwnerId == by && p.State != ProblemState.Withdrawn)
            .OrderByDescending(p => p.CreatedAt).Take(Most).ToListAsync(stop);
        var ids = problems.Select(p => p.Id).ToList();
        var asked = (await db.Introductions.AsNoTracking().Where(i => ids.Contains(i.ProblemId)).ToListAsync(stop)).ToLookup(i => i.ProblemId);
        var offers = (await db.HelpOffers.AsNoTracking().Where(o => ids.Contains(o.ProblemId) && o.State == Opened.HelpOfferState.Waiting).Select(o => o.ProblemId).ToListAsync(stop)).ToLookup(id => id);
        var items = (await db.DeskItems.AsNoTracking().Where(i => ids.Contains(i.ProblemId)).ToListAsync(stop)).ToLookup(i => i.ProblemId);
        var hasDesk = problems.Exists(p => p.IsOpen) && await db.MemberOf(by, stop) is { } member
            && await desks.For(member, await db.OrganisationOf(member.OrganisationId, stop), ownOrganisation: true, stop) is not null;
        var organisers = problems.Exists(MayBeOffered) && (await db.MembersWith(Role.Organiser, stop)).Any(organiser => organiser.Id != by);
        var kept = (await settings.Now(stop))[Settings.Kept.Drafts];
        return [.. problems.Select(p => new ProblemOverview(
            p, asked[p.Id].Any(i => i.IsOpen), asked[p.Id].Count(i => i.BothSaidYes),
            organisers && MayBeOffered(p) && !asked[p.Id].Any(i => i.BothSaidYes)) 
            {
                EndsAt = p.State == ProblemState.Draft ? p.CreatedAt + kept : null, Offers = offers[p.Id].Count(), Item = items[p.Id].MaxBy(i => i.CreatedAt), MayAskDesk = hasDesk && p.IsOpen && !items[p.Id].Any(i => i.IsOpen),
            })];

        static bool MayBeOffered(Problem p) => p is { IsOpen: true, OrganiserOfferedAt: not null, OrganiserAskedAt: null };
    }
}

/// <param name="Looking">A request is under way.</param>
/// <param name="Introduced">How many have said yes.</param>
/// <param name="MayAskOrganiser">An organiser may look by hand, if the owner says yes.</param>
public sealed record ProblemOverview(Problem Problem, bool Looking, int Introduced, bool MayAskOrganiser)
{
    /// <summary>Offers of help that wait for the owner's answer.</summary>
    public int Offers { get; init; }

    /// <summary>What lies, or lay last, at a contact desk.</summary>
    public DeskItem? Item { get; init; }

    public bool MayAskDesk { get; init; }

    /// <summary>When a draft is deleted.</summary>
    public DateTimeOffset? EndsAt { get; init; }
}
