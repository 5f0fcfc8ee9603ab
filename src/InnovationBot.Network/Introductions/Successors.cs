using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>
/// Whom to ask next when a request came to nothing: the same text, which its taker approved for whoever is asked. The taker
/// reads that the bot is still looking, never why.
/// </summary>
public sealed class Successors(NetworkDb db, Matcher matcher, Loads loads, RequestNotices notices, TimeProvider clock)
{
    /// <summary>How many are kept in reserve in case the first of them can no longer be asked.</summary>
    private const int Reserve = 5;

    /// <summary>An organiser is offered after so many who could not.</summary>
    public const int OrganiserAfter = 2;

    /// <summary>Searches before any lock is taken; <see cref="AskNext"/> checks again.</summary>
    public async Task<IReadOnlyList<ChosenPerson>> Find(IntroductionId ending, CancellationToken stop)
    {
        var introduction = await db.Introductions.AsNoTracking().SingleOrDefaultAsync(i => i.Id == ending, stop);
        return introduction is null ? [] : await Find(introduction, stop);
    }

    /// <inheritdoc cref="Find(IntroductionId, CancellationToken)"/>
    public async Task<IReadOnlyList<ChosenPerson>> Find(Introduction ending, CancellationToken stop)
    {
        if (await Asking(ending, stop) is not var (problem, asker)) return [];

        var dismissed = await db.Suggestions.Where(s => s.ProblemId == problem.Id && s.Dismissed && s.MemberId != null).Select(s => s.MemberId!.Value).ToListAsync(stop);
        return [.. (await matcher.Others(problem, asker, dismissed.ToHashSet(), stop)).Take(Reserve)];
    }

    /// <summary>Why somebody cannot be asked in place of the giver; none when they can.</summary>
    public async Task<Gate?> Closed(Introduction ending, MemberId person, CancellationToken stop)
    {
        if (await Asking(ending, stop) is not var (problem, asker) || await db.MemberOf(person, stop) is not { } member) return Gate.Hidden;

        var now = clock.GetUtcNow();
        var organisation = await db.OrganisationOf(member.OrganisationId, stop);
        var candidate = new Candidate(member, organisation, await loads.Of(person, now, stop), []);
        return PersonGate.Closed(candidate, asker, await matcher.Apart(asker.Id, stop), await matcher.Asked(problem.Id, stop), now);
    }

    /// <summary>Within the transaction that ended a request: asks the first who still can be, or tells the taker that nobody is left.</summary>
    /// <param name="ended">Ended in memory, not saved yet.</param>
    /// <param name="problem">Locked.</param>
    /// <param name="candidates">Best first.</param>
    public async Task AskNext(Introduction ended, Problem? problem, IReadOnlyList<ChosenPerson> candidates, CancellationToken stop)
    {
        if (problem is not { IsOpen: true } || await SomebodySaidYes(problem.Id, stop)) return;

        await OfferOrganiser(ended, problem, stop);
        foreach (var candidate in candidates)
        {
            await db.Lock<Member>(candidate.Member.Id, stop);
            if (await Closed(ended, candidate.Member.Id, stop) is not null) continue;

            var next = Follow(ended, candidate);
            db.Introductions.Add(next);
            db.Facts.Add(new Fact { Kind = FactKind.Requested, At = next.CreatedAt, Language = next.BlurbLanguage });
            notices.AskGiver(next);
            notices.TellLater(next.TakerId, IntroductionNotices.StillLooking, next.Id.Value);
            return;
        }

        notices.TellLater(ended.TakerId, IntroductionNotices.NobodyLeft, ended.Id.Value);
    }

    private Introduction Follow(Introduction ended, ChosenPerson person)
    {
        var now = clock.GetUtcNow();
        return new Introduction
        {
            Id = EntityId.New<IntroductionId>(now), FirstId = ended.FirstId, ProblemId = ended.ProblemId, TakerId = ended.TakerId, GiverId = person.Member.Id,
            Blurb = ended.Blurb, BlurbLanguage = ended.BlurbLanguage, Languages = [.. ended.Languages], Disclosure = ended.Disclosure,
            Reasons = person.Reasons, PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
        };
    }

    private async Task OfferOrganiser(Introduction ended, Problem problem, CancellationToken stop)
    {
        if (problem.OrganiserOfferedAt is not null) return;
        var others = await db.Introductions.CountAsync(
            i => i.ProblemId == problem.Id && i.Id != ended.Id
                && (i.State == IntroductionState.Declined || i.State == IntroductionState.Lapsed || i.State == IntroductionState.Redirected), stop);
        if (others + 1 < OrganiserAfter) return;

        problem.OrganiserOfferedAt = clock.GetUtcNow();
        problem.OrganiserOfferDue = null;
    }

    private Task<bool> SomebodySaidYes(ProblemId problem, CancellationToken stop) => db.Introductions.AnyAsync(
        i => i.ProblemId == problem && (i.State == IntroductionState.Introduced || i.State == IntroductionState.FollowedUp), stop);

    private async Task<(Problem Problem, Asker Asker)?> Asking(Introduction introduction, CancellationToken stop)
    {
        if (await db.Problems.FindAsync([introduction.ProblemId], stop) is not { IsOpen: true } problem) return null;
        if (await db.MemberOf(introduction.TakerId, stop) is not { } taker) return null;

        var organisation = await db.OrganisationOf(taker.OrganisationId, stop);
        return (problem, Asker.Of(taker, organisation, problem) with { Languages = introduction.Languages });
    }
}
