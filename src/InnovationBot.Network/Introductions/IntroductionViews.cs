using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions;

/// <summary>Makes views of introductions: the one place that decides what a side sees of the other.</summary>
public sealed class IntroductionViews(NetworkDb db, Loads loads, Desks desks, Times.TalkTimes times, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for whoever is on neither side.</returns>
    public async Task<Result<IntroductionView>> Of(Introduction introduction, MemberId by, CancellationToken stop) => introduction.SideOf(by) switch
    {
        IntroductionSide.Taker => await ForTaker(await Newest(introduction, stop), stop),
        IntroductionSide.Giver => await ForGiver(introduction, stop),
        _ => Refusal.NotFound,
    };

    /// <summary>This very introduction, also when another has followed it; none for whoever is on neither side.</summary>
    public async Task<IntroductionView?> Exactly(Introduction introduction, MemberId by, CancellationToken stop) => introduction.SideOf(by) switch
    {
        IntroductionSide.Taker => await ForTaker(introduction, stop),
        IntroductionSide.Giver => await ForGiver(introduction, stop),
        _ => null,
    };

    /// <summary>
    /// What a taker sees in place of a request that came to nothing: the one that followed it. Among all that the same
    /// approval led to, the one that got furthest.
    /// </summary>
    public async Task<Introduction> Newest(Introduction introduction, CancellationToken stop)
    {
        if (!introduction.CameToNothing && introduction.State != IntroductionState.Cancelled) return introduction;
        var all = await db.Introductions.Where(i => i.FirstId == introduction.FirstId).ToListAsync(stop);
        return Newest(all.Count > 0 ? all : [introduction]);
    }

    internal static Introduction Newest(IEnumerable<Introduction> following) => following
        .OrderByDescending(i => i.BothSaidYes ? 3 : i.IsOpen ? 2 : i.State == IntroductionState.Answered ? 1 : 0)
        .ThenByDescending(i => i.CreatedAt).ThenByDescending(i => i.Id.Value).First();

    private async Task<IntroductionView> ForTaker(Introduction introduction, CancellationToken stop)
    {
        var giver = await db.MemberOf(introduction.GiverId, stop);
        var problem = await db.Problems.FindAsync([introduction.ProblemId], stop);
        var reader = await db.ReaderOf(introduction.TakerId, stop);
        var other = await Shown(giver, introduction, person => reader.MayName(person) || introduction.BothSaidYes, introduction.Languages, stop);

        var acts = introduction.ActsOf(IntroductionSide.Taker).ToHashSet();
        if (problem is { IsOpen: true, OrganiserOfferedAt: not null, OrganiserAskedAt: null } && !introduction.BothSaidYes
            && (await db.MembersWith(Role.Organiser, stop)).Count > 0)
        {
            acts.Add(IntroductionAct.AskOrganiser);
        }

        var taker = await db.MemberOf(introduction.TakerId, stop);
        var stage = introduction.CameToNothing && problem is not { IsOpen: true } ? IntroductionStage.Withdrawn : StageForTaker(introduction);
        return View(introduction, IntroductionSide.Taker, stage, other, taker, giver, acts) with
        {
            Reasons = other.IsNamed ? introduction.Reasons : Reasons.WithoutPerson(introduction.Reasons),
            AnswerDue = introduction.LapseDue,
            OwnReport = introduction.TakerReport,
            Times = await times.Of(introduction, stop),
            HasDesk = stage == IntroductionStage.NobodyLeft && taker is not null
                && await desks.For(taker, await db.OrganisationOf(taker.OrganisationId, stop), ownOrganisation: true, stop) is not null,
        };
    }

    private async Task<IntroductionView> ForGiver(Introduction introduction, CancellationToken stop)
    {
        var taker = await db.MemberOf(introduction.TakerId, stop);
        var other = await Shown(taker, introduction, _ => introduction.BothSaidYes || introduction.Disclosure == Disclosure.NameNow, [], stop);
        var acts = introduction.ActsOf(IntroductionSide.Giver).ToHashSet();
        if (introduction.State == IntroductionState.Lapsed && await StillLooks(introduction, stop)) acts.Add(IntroductionAct.Accept);
        var giver = await db.MemberOf(introduction.GiverId, stop);
        if (introduction.State == IntroductionState.Declined && giver is not null && TopicOf(introduction, giver) is not null) acts.Add(IntroductionAct.RemoveTopic);

        return View(introduction, IntroductionSide.Giver, StageForGiver(introduction), other with { Languages = introduction.Languages }, giver, taker, acts) with
        {
            Reasons = introduction.Reasons,
            AnswerDue = introduction.State == IntroductionState.TakerQuestioned ? null : introduction.LapseDue,
            OwnReport = introduction.GiverReport,
            Times = await times.Of(introduction, stop),
            OtherReport = introduction.TakerReportShared ? introduction.TakerReport : null,
            AskedLastQuarter = (await loads.Of(introduction.GiverId, clock.GetUtcNow(), stop)).LastQuarter,
            TalkWanted = introduction.TalkWanted,
            IsNamedToOther = giver is not null && (await db.ReaderOf(introduction.TakerId, stop)).MayName(giver),
        };
    }

    private static IntroductionView View(
        Introduction introduction, IntroductionSide side, IntroductionStage stage, PersonShown other, Member? self, Member? otherMember, IReadOnlySet<IntroductionAct> acts) => new(
        introduction.Id, introduction.ProblemId, side, stage, introduction.Kind, introduction.Blurb, introduction.BlurbLanguage, other,
        introduction.BothSaidYes && self is not null && otherMember is not null ? ContactOf(otherMember, self) : null, [],
        introduction.Question, introduction.QuestionAnswer, introduction.WrittenAnswer,
        introduction.CreatedAt, introduction.AskedAt, null, introduction.IntroducedAt, introduction.RemindedAt is not null, null, null, acts);

    private async Task<PersonShown> Shown(Member? person, Introduction introduction, Predicate<Member> mayName, IReadOnlyList<Language> shared, CancellationToken stop)
    {
        if (person is null || introduction.State == IntroductionState.Cancelled) return PersonShown.Nobody;
        var organisation = await db.OrganisationOf(person.OrganisationId, stop);
        return mayName(person) ? PersonAccess.Named(person, organisation, shared) : PersonAccess.Unnamed(person, organisation, shared);
    }

    /// <summary>A late yes still counts while the problem is open and nobody else has said it.</summary>
    public async Task<bool> StillLooks(Introduction lapsed, CancellationToken stop) =>
        await db.Problems.AnyAsync(p => p.Id == lapsed.ProblemId
            && (p.State == ProblemState.Draft || p.State == ProblemState.Open || p.State == ProblemState.Matched || p.State == ProblemState.Trying), stop)
        && !await db.Introductions.AnyAsync(i => i.ProblemId == lapsed.ProblemId && (i.State == IntroductionState.Introduced || i.State == IntroductionState.FollowedUp), stop);

    /// <summary>The topic or offer for which somebody was asked, when it is still on their profile.</summary>
    public static string? TopicOf(Introduction introduction, Member giver) => introduction.Reasons
        .Select(reason => reason.Facts.GetValueOrDefault("topic") ?? reason.Facts.GetValueOrDefault("offer"))
        .FirstOrDefault(topic => topic is not null && (giver.Topics.Contains(topic) || giver.Offers.Contains(topic)));

    private static IntroductionContact ContactOf(Member other, Member self) =>
        new(other.Id, other.Name, other.Email, other.EntraObjectId, other.TenantId is not null && other.TenantId == self.TenantId);

    /// <summary>Declined, passed on and lapsed are one and the same to a taker.</summary>
    private static IntroductionStage StageForTaker(Introduction introduction) => introduction.State switch
    {
        IntroductionState.TakerAgreed when introduction.FirstId != introduction.Id => IntroductionStage.StillLooking,
        IntroductionState.GiverAsked when introduction.FirstId != introduction.Id => IntroductionStage.StillLooking,
        IntroductionState.Declined or IntroductionState.Redirected or IntroductionState.Lapsed => IntroductionStage.NobodyLeft,
        _ => StageForGiver(introduction),
    };

    private static IntroductionStage StageForGiver(Introduction introduction) => introduction.State switch
    {
        IntroductionState.TakerAgreed => IntroductionStage.OnItsWay,
        IntroductionState.GiverAsked => IntroductionStage.Asked,
        IntroductionState.TakerQuestioned => IntroductionStage.Questioned,
        IntroductionState.Answered => IntroductionStage.Answered,
        IntroductionState.Introduced or IntroductionState.FollowedUp => IntroductionStage.Introduced,
        IntroductionState.Closed => IntroductionStage.Closed,
        IntroductionState.Declined => IntroductionStage.Declined,
        IntroductionState.Redirected => IntroductionStage.PassedOn,
        IntroductionState.Lapsed => IntroductionStage.Lapsed,
        IntroductionState.Withdrawn => IntroductionStage.Withdrawn,
        _ => IntroductionStage.Cancelled,
    };
}
