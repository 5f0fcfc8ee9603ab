using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>
/// Puts a nomination forward, in time to the second. A work is nominated once: whoever nominates it after the first joins
/// them, and what they wrote stands beside. Also sends a mend that organisers asked for.
/// </summary>
public sealed class SubmitNomination(NetworkDb db, AwardLocks locks, AskNominees ask, FindAudience audiences, StartCaseDraft cases, TimeProvider clock)
{
    /// <param name="Own">What the nominator agrees to where the work is their own.</param>
    /// <param name="SameWork">Set once the nominator said whether a nomination of the same title is of the same work.</param>
    public sealed record Request(NominationId Nomination, MemberId By, NomineeConsents Own, bool? SameWork = null);

    public async Task<Result<SubmitOutcome>> Handle(Request request, CancellationToken stop)
    {
        if (await locks.TakeOf(request.Nomination, stop) is not var (taken, nomination)) return Refusal.NotFound;
        await using var held = taken;
        if (nomination.NominatorId != request.By) return Refusal.NotFound;
        var (round, now) = (held.Round, clock.GetUtcNow());
        var isMend = nomination is { State: NominationState.Submitted, MendDue: not null };
        if (nomination.State != NominationState.Draft && !isMend) return nomination.State == NominationState.Submitted ? new SubmitOutcome.Submitted(nomination, round) : Refusal.NoLongerOpen;
        if (!isMend && !round.IsCallOpen(now)) return NominationRefusals.CallNotOpen(round, now);
        if (!isMend && round.Plan.Nominators != Audience.All && !await audiences.Holds(round.Plan.Nominators, request.By, stop)) return NominationRefusals.MayNotNominate;
        if (NominationRules.Missing(nomination, round) is { Count: > 0 } faults) return new SubmitOutcome.Unready(nomination, round, faults);

        db.HandledAbout(nomination.Id.Value);
        if (!isMend)
        {
            var key = NominationRules.KeyOf(nomination);
            if (await db.Nominations.SingleOrDefaultAsync(n => n.RoundId == round.Id && n.WorkKey == key, stop) is { } first)
            {
                if (request.SameWork is null && nomination.CaseId is null && first.NominatorId != request.By) return new SubmitOutcome.PerhapsSame(nomination, round);
                if (request.SameWork is not false || nomination.CaseId is not null)
                {
                    if (first.NominatorId == request.By || await db.CoNominators.AnyAsync(n => n.NominationId == first.Id && n.MemberId == request.By, stop)) return NominationRefusals.AlreadyYours;
                    return await Join(held, nomination, first, request, now, stop);
                }

                key = $"own:{nomination.Id}";
            }

            nomination.WorkKey = key;
        }

        if (nomination.Submit(round, now) is { } refusal) return refusal;
        var named = nomination.People;
        if (await ask.Nominees(nomination, round, request.By, request.Own, named, now, stop) is { } unfit) return unfit;
        await ask.Partners(nomination, named, request.By, now, stop);
        nomination.People = new NominationPeople { OwnWork = named.OwnWork };
        db.AuditEvents.Add(AuditEvent.Of(isMend ? AuditAct.NominationMended : AuditAct.NominationSubmitted, request.By, null, now, nomination.Id.ToString()));
        if (!isMend && named.OwnWork) await MakeCaseDraft(nomination, request.By, stop);
        await held.Save(stop);
        return new SubmitOutcome.Submitted(nomination, round);
    }

    /// <summary>A new work becomes a case: the draft is with somebody whose work it is, and nobody else sees it.</summary>
    internal async Task MakeCaseDraft(Nomination nomination, MemberId author, CancellationToken stop)
    {
        if (nomination.CaseId is not null || nomination.CaseDraftId is not null || nomination.Track == AwardTrack.Challenge) return;
        var content = nomination.Content;
        var partners = await db.NominationPartners.Where(p => p.NominationId == nomination.Id).ToListAsync(stop);
        var made = await cases.From(
            new CaseBeginning(nomination.Id.Value)
            {
                Title = content.Title, Problem = content.Problem, WhatWasDone = content.WhatWasDone ?? "", Outcome = content.Outcome, Lesson = content.Learned, Language = nomination.Language,
                Results = content.Result is { Length: > 0 and <= NominationContent.MostLine } line ? [new Cases.ResultRow(line, null, null, null)] : [],
                Partners = [.. partners.Select(partner => new Cases.PartnerNamed(partner.Name, null, null))],
            },
            author, stop);
        if (made.Refusal is null) nomination.CaseDraftId = made.Value.Id; // who has too many drafts makes it later, from the nomination
    }

    private async Task<Result<SubmitOutcome>> Join(LockedAward held, Nomination late, Nomination first, Request request, DateTimeOffset now, CancellationToken stop)
    {
        db.CoNominators.Add(new CoNominator { NominationId = first.Id, MemberId = request.By, Content = late.Content, JoinedAt = now });
        if (await ask.Nominees(first, held.Round, request.By, request.Own, late.People, now, stop) is { } unfit) return unfit;
        await ask.Partners(first, late.People, request.By, now, stop);
        if (first.NominatorId is { } nominator) db.Notices.Add(AwardNotice.Of(nominator, NominationNotices.Joined, first.Id.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.NominationJoined, request.By, null, now, first.Id.ToString()));
        db.Nominations.Remove(late);
        db.HandledAbout(first.Id.Value);
        await held.Save(stop);
        return new SubmitOutcome.Joined(first, held.Round);
    }
}

/// <summary>What a press on "put forward" came to.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <summary>Something is missing; nothing was put forward.</summary>
    public sealed record Unready(Nomination Nomination, AwardRound Round, IReadOnlyList<AwardFault> Faults) : SubmitOutcome;

    /// <summary>A work of this title is nominated already: is it the same?</summary>
    public sealed record PerhapsSame(Nomination Nomination, AwardRound Round) : SubmitOutcome;

    public sealed record Submitted(Nomination Nomination, AwardRound Round) : SubmitOutcome;

    /// <summary>Somebody had nominated it before: the words of both stand in one nomination.</summary>
    public sealed record Joined(Nomination Nomination, AwardRound Round) : SubmitOutcome;
}
