using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reuses;

/// <summary>Somebody tells what they do with a case; told again, it is the new state of the same. The author hears.</summary>
public sealed class RecordReuse(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for a case this person may not read; <see cref="ReuseRefusals.OwnCase"/> for one they wrote.</returns>
    public async Task<Result<Reuse>> Handle(CaseId id, MemberId by, ReuseKind kind, ReuseStatus status, CancellationToken stop)
    {
        var @case = await db.Cases.AsNoTracking().Include(c => c.Editors).SingleOrDefaultAsync(c => c.Id == id, stop);
        if (@case is null || await db.MemberOf(by, stop) is null || !(await db.ReaderOf(by, stop)).MayRead(@case)) return Refusal.NotFound;
        if (@case.MayEdit(by)) return ReuseRefusals.OwnCase;

        var now = clock.GetUtcNow();
        var reuse = await db.Reuses.SingleOrDefaultAsync(r => r.CaseId == id && r.MemberId == by, stop)
            ?? db.Reuses.Add(new Reuse { Id = EntityId.New<ReuseId>(now), CaseId = id, MemberId = by, CreatedAt = now }).Entity;
        var counted = reuse.ImplementedAt is not null;
        if (!reuse.Tell(kind, status, now)) return reuse;

        if (!counted && reuse.ImplementedAt is not null)
            db.Facts.Add(new Fact { Kind = FactKind.Reused, At = now, CaseId = id, Tier = @case.Tier, Country = @case.Country, PolicyArea = @case.PolicyArea });
        if (status != ReuseStatus.Dropped && await db.HearerOf(@case, stop) is { } hearer && hearer != by
            && ReuseNotices.Told(reuse, hearer, now) is var told && !await db.Notices.AnyAsync(n => n.Key == told.Key, stop))
            db.Notices.Add(told);
        await db.SaveChangesAsync(stop);
        return reuse;
    }
}

/// <summary>Who uses a case and how, for whoever hears of it: the person named only where they chose to be.</summary>
public sealed class ShowReuse(NetworkDb db)
{
    public async Task<Result<ReuseTold>> Handle(ReuseId id, MemberId by, CancellationToken stop)
    {
        if (await db.Reuses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { MemberId: { } teller } reuse) return Refusal.NotFound;
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == reuse.CaseId, stop) is not { } @case || await db.HearerOf(@case, stop) != by) return Refusal.NotFound;
        if (await db.MemberOf(teller, stop) is not { } member) return Refusal.NotFound;

        var shown = (await db.ReaderOf(by, stop)).Show(member, await db.OrganisationOf(member.OrganisationId, stop), []);
        return new ReuseTold(reuse, @case, shown);
    }
}

public sealed record ReuseTold(Reuse Reuse, Case Case, PersonShown By);
