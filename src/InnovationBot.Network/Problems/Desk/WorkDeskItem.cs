using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Desk;

/// <summary>What the people at a desk do with an item, and its owner with what the desk answered. One row is held for each act: one claims.</summary>
public sealed class WorkDeskItem(NetworkDb db, Desks desks, WorkingCalendars calendars, TimeProvider clock)
{
    public Task<Result<DeskItem>> Claim(DeskItemId id, MemberId by, CancellationToken stop) => AtDesk(id, by, async (item, now) =>
    {
        var waited = item.State == DeskItemState.Waiting;
        if (item.Claim(by) is { } refusal) return refusal;
        if (!waited) return null;
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.DeskItemClaimed, by, item.OwnerId, now));
        await db.RedrawAtDesk(item, now, stop);
        return null;
    }, stop);

    public Task<Result<DeskItem>> GiveBack(DeskItemId id, MemberId by, CancellationToken stop) => AtDesk(id, by, async (item, now) =>
    {
        if (item.GiveBack(by, now, await calendars.Of(by, stop)) is { } refusal) return refusal;
        await TellDesk(item, by, now, stop);
        return null;
    }, stop);

    public Task<Result<DeskItem>> Answer(DeskItemId id, MemberId by, string text, CancellationToken stop) => AtDesk(id, by, (item, now) =>
    {
        if (item.Say(by, text) is { } refusal) return Task.FromResult<Refusal?>(refusal);
        db.TellAbout(item, item.OwnerId, DeskNotices.Told, now);
        return Task.FromResult<Refusal?>(null);
    }, stop);

    /// <summary>Found nobody: the owner is told so.</summary>
    public Task<Result<DeskItem>> Close(DeskItemId id, MemberId by, CancellationToken stop) => AtDesk(id, by, async (item, now) =>
    {
        var was = item.IsOpen;
        if (item.Close(by, DeskItemEnd.Nothing, now) is { } refusal) return refusal;
        if (was) await Ended(item, now, stop);
        return null;
    }, stop);

    /// <summary>To another desk, which starts anew with its two working days.</summary>
    public Task<Result<DeskItem>> HandOn(DeskItemId id, MemberId by, DeskPlace to, CancellationToken stop) => AtDesk(id, by, async (item, now) =>
    {
        if (item.ClaimedById != by) return item.ClaimedById is null ? DeskRefusals.ClaimFirst : DeskRefusals.ClaimedAlready;
        var people = (await Readers(item, await desks.People(to, stop), stop)).Where(one => one.Id != by).ToList();
        if (people.Count == 0 || !item.IsOpen) return Refusal.NotFound;
        item.LieAt(to, now, await calendars.Of(people[0], stop));
        await TellDesk(item, by, now, stop);
        return null;
    }, stop);

    /// <summary>To one person of any desk, who has it from then on.</summary>
    public Task<Result<DeskItem>> HandTo(DeskItemId id, MemberId by, MemberId person, CancellationToken stop) => AtDesk(id, by, async (item, now) =>
    {
        if (item.ClaimedById != by) return item.ClaimedById is null ? DeskRefusals.ClaimFirst : DeskRefusals.ClaimedAlready;
        var places = await desks.Of(person, stop);
        if (!item.IsOpen || places.Count == 0 || await db.MemberOf(person, stop) is not { } member || (await Readers(item, [member], stop)).Count == 0) return Refusal.NotFound;
        item.GiveTo(person, places.Contains(item.Place) ? item.Place : places.First());
        await db.RedrawAtDesk(item, now, stop);
        db.TellAbout(item, person, DeskNotices.Given, now);
        return null;
    }, stop);

    /// <summary>The owner and whoever has the item are brought together by name; the owner agreed to it when passing it on.</summary>
    public Task<Result<DeskItem>> Introduce(DeskItemId id, MemberId by, CancellationToken stop) => AtDesk(id, by, async (item, now) =>
    {
        if (item.End == DeskItemEnd.Introduced) return item.ClaimedById == by ? null : Refusal.NoLongerOpen;
        if (await db.Problems.FindAsync([item.ProblemId], stop) is not { IsOpen: true } problem) return Refusal.NoLongerOpen;
        if (item.Close(by, DeskItemEnd.Introduced, now) is { } refusal) return refusal;

        var key = EntityId.New<IntroductionId>(now);
        var introduction = await db.Introductions.SingleOrDefaultAsync(i => i.ProblemId == item.ProblemId && i.GiverId == by && i.State != IntroductionState.Cancelled, stop)
            ?? db.Introductions.Add(new Introduction
            {
                Id = key, FirstId = key, ProblemId = item.ProblemId, TakerId = item.OwnerId, GiverId = by, Kind = IntroductionKind.ContactPoint, Blurb = item.Text,
                BlurbLanguage = item.Language, Languages = [.. item.Languages], Disclosure = item.OwnerNamed ? Disclosure.NameNow : Disclosure.NameAfterYes,
                Reasons = [Reason.Of(ReasonKind.ContactPoint)], PolicyVersion = MatchingPolicy.Version, CreatedAt = now,
            }).Entity;
        introduction.BringTogether(now, await calendars.Of(by, stop), await calendars.Of(item.OwnerId, stop));
        problem.Matched();
        foreach (var side in new[] { introduction.TakerId, introduction.GiverId })
            db.Notices.Add(Outbox.Notice.To(side, IntroductionNotices.Introduced, introduction.Id.Value, now, Outbox.NoticeTiming.AtOnce));
        db.Facts.Add(new Fact { Kind = FactKind.Introduced, At = now, Language = item.Language });
        await db.RedrawAtDesk(item, now, stop);
        return null;
    }, stop);

    /// <summary>The owner needs more than the desk answered.</summary>
    public Task<Result<DeskItem>> AskOn(DeskItemId id, MemberId by, CancellationToken stop) => Act(id, by, owner: true, (item, now) =>
    {
        if (item.AskOn(by) is { } refusal) return Task.FromResult<Refusal?>(refusal);
        if (item.ClaimedById is { } has) db.TellAbout(item, has, DeskNotices.Given, now);
        return Task.FromResult<Refusal?>(null);
    }, stop);

    /// <summary>The owner was helped, or takes it back.</summary>
    public Task<Result<DeskItem>> CloseOwn(DeskItemId id, MemberId by, DeskItemEnd end, CancellationToken stop) => Act(id, by, owner: true, async (item, now) =>
    {
        if (item.Close(by, end, now) is { } refusal) return refusal;
        await db.RedrawAtDesk(item, now, stop);
        return null;
    }, stop);

    /// <summary>Somebody leaves, or is forgotten: what they had goes back to the others at the desk, who are told.</summary>
    internal async Task EndOf(MemberId member, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var had in await db.DeskItems.Where(i => i.ClaimedById == member && i.State != DeskItemState.Closed).ToListAsync(stop))
        {
            had.LieAgain(now);
            await TellDesk(had, member, now, stop);
        }
    }

    private Task<Result<DeskItem>> AtDesk(DeskItemId id, MemberId by, Func<DeskItem, DateTimeOffset, Task<Refusal?>> act, CancellationToken stop) => Act(id, by, owner: false, act, stop);

    private async Task<Result<DeskItem>> Act(DeskItemId id, MemberId by, bool owner, Func<DeskItem, DateTimeOffset, Task<Refusal?>> act, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<DeskItem>(id, stop) is not { } item || await db.MemberOf(by, stop) is not { } actor) return Refusal.NotFound;
        if (owner ? item.OwnerId != by : !await desks.MayRead(item, actor, stop)) return Refusal.NotFound;
        if (await act(item, clock.GetUtcNow()) is { } refusal) return refusal;

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return item;
    }

    private async Task Ended(DeskItem item, DateTimeOffset now, CancellationToken stop)
    {
        db.TellAbout(item, item.OwnerId, DeskNotices.Told, now);
        await db.RedrawAtDesk(item, now, stop);
    }

    private async Task TellDesk(DeskItem item, MemberId butNot, DateTimeOffset now, CancellationToken stop)
    {
        await db.RedrawAtDesk(item, now, stop);
        foreach (var person in await Readers(item, await desks.People(item.Place, stop), stop))
            if (person.Id != butNot) db.TellAbout(item, person.Id, DeskNotices.Waiting, now);
    }

    private async Task<IReadOnlyList<Member>> Readers(DeskItem item, IReadOnlyList<Member> people, CancellationToken stop)
    {
        var owner = await db.MemberOf(item.OwnerId, stop);
        return [.. people.Where(one => one.Id != item.OwnerId && (item.OwnOrganisationMaySee || owner is null || !Desks.IsColleague(one, owner)))];
    }
}
