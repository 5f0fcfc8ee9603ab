using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Results;

/// <summary>Tells the results: first those nominated and those who nominated, each by themselves and at once; then everybody, at the set time.</summary>
public sealed class AnnounceAward(NetworkDb db, AwardLocks locks, EnterAwardPhase enter, ComposeBroadcast compose, PublishBroadcast publish, TimeProvider clock)
{
    /// <param name="words">Of the broadcast, in every language; the results stand on its card.</param>
    /// <param name="by">An organiser.</param>
    /// <returns>With what the broadcast was refused for, if it was: the results are told all the same, and one can be made by hand.</returns>
    public async Task<Result<(AwardRound Round, Broadcast? Broadcast, Refusal? NotSent)>> Handle(AwardRoundId id, BroadcastContent words, MemberId by, CancellationToken stop)
    {
        DateTimeOffset at;
        AwardRound round;
        var (taken, refusal) = await locks.TakeAs(by, id, stop);
        if (refusal is not null) return refusal;
        await using (var held = taken!)
        {
            round = held.Round;
            var now = clock.GetUtcNow();
            if (round.Announce(now) is { } notYet) return notYet;
            await enter.Handle(round, AwardState.Announced, by, now, stop);
            await Tell(round, now, stop);
            db.HandledAbout(id.Value);
            await held.Save(stop);
            at = round.PublicAt!.Value;
        }

        var made = await compose.Create(new(BroadcastKind.Award, words, id.Value, Audience.All, new SendAt(DateTime.SpecifyKind(at.UtcDateTime, DateTimeKind.Unspecified), TimeSpan.Zero)), by, stop);
        if (made.Refusal is { } unfit) return (round, null, unfit);
        var sent = await publish.Handle(made.Value.Id, by, null, inChat: true, stop);
        return (round, sent.Refusal is null ? sent.Value : made.Value, sent.Refusal);
    }

    private async Task Tell(AwardRound round, DateTimeOffset now, CancellationToken stop)
    {
        var nominations = (await db.Nominations.Where(n => n.RoundId == round.Id).ToListAsync(stop)).Where(n => n.IsForJury).ToList();
        var ids = nominations.ConvertAll(n => n.Id);
        var nominees = await db.Nominees.Where(n => ids.Contains(n.NominationId) && n.State == NomineeState.Accepted).ToListAsync(stop);
        foreach (var nominee in nominees)
        {
            if (nominee.ContactOffer == ContactOffer.NotOffered) nominee.ContactOffer = ContactOffer.Offered;
            db.Notices.Add(Own(nominee.MemberId, ResultNotices.Result, nominee.NominationId));
        }

        var told = nominees.Select(n => (n.MemberId, n.NominationId)).ToHashSet();
        var also = await db.CoNominators.Where(n => ids.Contains(n.NominationId)).Select(n => new { n.MemberId, n.NominationId }).ToListAsync(stop);
        foreach (var (person, nomination) in nominations.Where(n => n.NominatorId is not null).Select(n => (n.NominatorId!.Value, n.Id)).Concat(also.Select(n => (n.MemberId, n.NominationId))).Distinct())
            if (!told.Contains((person, nomination))) db.Notices.Add(Own(person, ResultNotices.Thanks, nomination));

        // results of an award go out at once, at whatever hour
        Notice Own(MemberId person, string kind, NominationId nomination) => Notice.To(person, kind, nomination.Value, now, NoticeTiming.AtOnce);
    }
}

/// <summary>The kinds of notices about results; their subject is the nomination.</summary>
public static class ResultNotices
{
    /// <summary>To a nominee: what became of it, and the offer to be a contact for the topic.</summary>
    public const string Result = "award.result";

    /// <summary>To whoever nominated: thanks, and what became of it.</summary>
    public const string Thanks = "award.thanks";

    /// <summary>To the team: somebody recorded what was found of a claimed result.</summary>
    public const string Fact = "award.fact";
}
