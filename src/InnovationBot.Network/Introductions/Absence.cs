using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Somebody can no longer be asked: their open requests go on to the next at once, in the same transaction.</summary>
public sealed class Absence(NetworkDb db, Successors successors, RequestNotices notices, TimeProvider clock)
{
    public async Task<Result<Member>> Begin(MemberId by, Action<Member> absent, CancellationToken stop)
    {
        var candidates = await Candidates(by, stop);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(by, stop) is not { State: not MemberState.Erased } member) return Refusal.NotFound;

        absent(member);
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await PassOn(by, candidates, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return member;
    }

    /// <summary>Whom to ask in place of somebody, for each of their open requests; searched before any lock is taken.</summary>
    public async Task<IReadOnlyDictionary<IntroductionId, IReadOnlyList<ChosenPerson>>> Candidates(MemberId giver, CancellationToken stop)
    {
        Dictionary<IntroductionId, IReadOnlyList<ChosenPerson>> found = [];
        var deputy = await Deputy(giver, stop);
        foreach (var open in await db.Open().AsNoTracking().Where(i => i.GiverId == giver).ToListAsync(stop))
        {
            var others = await successors.Find(open, stop);
            found[open.Id] = deputy is null ? others : [others.FirstOrDefault(one => one.Member.Id == deputy.Member.Id) ?? deputy, .. others.Where(one => one.Member.Id != deputy.Member.Id)];
        }

        return found;
    }

    /// <summary>Who agreed to be asked first while an ambassador is away.</summary>
    private async Task<ChosenPerson?> Deputy(MemberId giver, CancellationToken stop) =>
        await db.MemberOf(giver, stop) is { DeputyId: { } id } && await db.MemberOf(id, stop) is { } deputy
            ? new ChosenPerson(deputy, await db.OrganisationOf(deputy.OrganisationId, stop), 0, [Reason.Of(ReasonKind.Deputy)])
            : null;

    /// <summary>Within a transaction that holds the person's row. Saves after each request, so that the next one counts it against the limits of whoever got it.</summary>
    public async Task PassOn(MemberId giver, IReadOnlyDictionary<IntroductionId, IReadOnlyList<ChosenPerson>> candidates, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var open in await db.Open().Where(i => i.GiverId == giver).ToListAsync(stop))
        {
            var problem = await db.Lock<Problem>(open.ProblemId, stop);
            if (!open.PassOn(now)) continue;

            await notices.EndRequest(open, tellGiver: false, stop);
            await successors.AskNext(open, problem, candidates.GetValueOrDefault(open.Id) ?? await successors.Find(open, stop), stop);
            await db.SaveChangesAsync(stop);
        }
    }
}
