using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Awards;

/// <summary>Rounds and nominations in situations.</summary>
internal static class AwardSituations
{
    public static readonly NomineeConsents AllConsents = new(true, true, true);

    /// <summary>Its call is open since two days, until the first of March, half a minute past noon in Ljubljana.</summary>
    public static readonly AwardInput Input = new()
    {
        Name = "Award 2027", Zone = "Europe/Ljubljana", CallOpens = "2027-02-01", CallCloses = "2027-03-01T12:00:30", EndorsementsClose = "2027-03-08",
        EligibilityCloses = "2027-03-15", JuryCloses = "2027-04-01", Announce = "2027-04-20T10:00", Categories = [new(null, "Service", [], "2", [])],
    };

    public static readonly DateTimeOffset CallCloses = new(2027, 3, 1, 11, 0, 30, TimeSpan.Zero);

    public static async Task<AwardRound> Round(this Given given, AwardInput? input = null, Member? by = null)
    {
        var made = await given.Do<MakeAward, AwardMade>(make => make.Create(input ?? Input, by?.Id, publish: true, default));
        made.Faults.ShouldBeEmpty();
        made.Refusal.ShouldBeNull();
        return made.Round!;
    }

    public static Task<AwardRound> Row(this Given given, AwardRound round) => given.Read(db => db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == round.Id));

    public static Task<Nomination?> Row(this Given given, NominationId id) => given.Read(db => db.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id));

    /// <summary>All steps filled in.</summary>
    public static async Task<NominationId> Draft(this Given given, AwardRound round, Member by, string title = "One call before the form", bool own = false, Member? of = null, AwardTrack track = AwardTrack.Initiative)
    {
        var draft = await given.Do<WriteNomination, Result<Nomination>>(write => write.Start(round.Id, null, by.Id, default));
        draft.Refusal.ShouldBeNull();
        var people = new NominationPeople { OwnWork = own, Emails = of is null ? [] : [of.Email!] };
        var saved = await given.Do<WriteNomination, Result<SavedNomination>>(write => write.Save(new(draft.Value.Id, by.Id, NominationStep.Work, false, was => new(track, was.Category, null, Whole(title), people)), default));
        saved.Value.Faults.ShouldBeEmpty();
        return draft.Value.Id;
    }

    public static NominationContent Whole(string title) => new()
    {
        Title = title, Problem = "Callers waited three weeks for an answer.", WhatWasDone = "We called before the form.", Outcome = Outcome.Failed, Result = "Nine calls a day instead of four, counted by hand.",
        Users = UsersPart.Consulted, UsersHow = "Ten callers were asked.", Learned = "Call in the morning.",
    };

    public static Task<Result<SubmitOutcome>> Submit(this Given given, NominationId id, Member by, NomineeConsents? own = null, bool? same = null) =>
        given.Do<SubmitNomination, Result<SubmitOutcome>>(submit => submit.Handle(new(id, by.Id, own ?? AllConsents, same), default));

    public static async Task<NominationId> Submitted(this Given given, AwardRound round, Member by, string title = "One call before the form", Member? of = null, AwardTrack track = AwardTrack.Initiative)
    {
        var id = await given.Draft(round, by, title, own: of is null, of, track);
        (await given.Submit(id, by)).Value.ShouldBeOfType<SubmitOutcome.Submitted>();
        return id;
    }

    public static Task<Nominee?> NomineeOf(this Given given, NominationId id, Member member) =>
        given.Read(db => db.Nominees.AsNoTracking().SingleOrDefaultAsync(n => n.NominationId == id && n.MemberId == member.Id));

    public static async Task<Result<Nomination>> Accept(this Given given, NominationId id, Member by, NomineeConsents? consents = null)
    {
        var nominee = await given.NomineeOf(id, by);
        return await given.Do<AnswerNomination, Result<Nomination>>(answer => answer.Accept(nominee!.Id, by.Id, consents ?? AllConsents, default));
    }

    public static async Task To(this Given given, DateTimeOffset at)
    {
        given.Clock.SetUtcNow(at);
        await given.Sweep();
        await given.Sweep();
    }
}
