using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>A partner that an author named says whether it is true, and may say otherwise later.</summary>
public sealed class AnswerPartner(NetworkDb db, TimeProvider clock)
{
    /// <returns>The question as it is, for whoever was asked.</returns>
    public async Task<Result<PartnerAsked>> Show(CasePartnerId id, MemberId by, CancellationToken stop) =>
        await Find(id, by, stop) is var (partner, @case) ? await Asked(partner, @case, stop) : Refusal.NotFound;

    public async Task<Result<PartnerAsked>> Handle(CasePartnerId id, MemberId by, bool confirmed, CancellationToken stop)
    {
        if (await Find(id, by, stop) is not var (partner, @case)) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        var before = partner.State;
        if (partner.Answer(by, confirmed, now) is { } refusal) return refusal;
        if (partner.State == PartnerState.Declined && before != PartnerState.Declined && @case.AuthorId is { } author && author != by)
            db.Notices.Add(Notice.To(author, SharingNotices.PartnerDeclined, id.Value, now, NoticeTiming.WorkingHours));
        db.Changes.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
        await db.SaveChangesAsync(stop);
        return await Asked(partner, @case, stop);
    }

    /// <summary>For the author of the case alone: a partner they named, who said no.</summary>
    public async Task<Result<PartnerAsked>> Declined(CasePartnerId id, MemberId author, CancellationToken stop) =>
        await db.CasePartners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, stop) is { State: PartnerState.Declined } partner
        && await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == partner.CaseId, stop) is { } @case && @case.AuthorId == author
            ? await Asked(partner, @case, stop) : Refusal.NotFound;

    private async Task<PartnerAsked> Asked(CasePartner partner, Case @case, CancellationToken stop)
    {
        var (organisation, kind) = CaseShown.Of(@case, await db.OrganisationOf(@case.OrganisationId, stop));
        return new PartnerAsked(partner, @case, organisation, kind);
    }

    /// <summary>While the case stands and they may read it: what was withdrawn, taken down or kept to others is not shown to a partner either.</summary>
    private async Task<(CasePartner, Case)?> Find(CasePartnerId id, MemberId by, CancellationToken stop) =>
        await db.CasePartners.SingleOrDefaultAsync(p => p.Id == id && p.MemberId == by && p.State != PartnerState.Named, stop) is { } partner
        && await db.Cases.SingleOrDefaultAsync(c => c.Id == partner.CaseId && (c.State == CaseState.Published || c.State == CaseState.Archived), stop) is { } @case
        && (await db.ReaderOf(by, stop)).MayRead(@case)
            ? (partner, @case)
            : null;
}

internal static class PartnerQueries
{
    /// <summary>
    /// Everybody of the network reads most cases; of the others only their readers learn that they are named in them, since the question shows what
    /// their name would stand under. For an organisation nobody answers but its contact point and who is confirmed there.
    /// </summary>
    public static async Task<bool> MayBeAskedAsPartner(this NetworkDb db, CasePartner partner, Case @case, MemberId person, CancellationToken stop)
    {
        if (partner.OrganisationId is { } organisation && await db.MemberOf(person, stop) is { } member && !(member.OrganisationConfirmed && member.OrganisationId == organisation)
            && (await db.OrganisationOf(organisation, stop))?.ContactPoint != person) return false;
        return @case.Readers == Readers.Network || (await db.ReaderOf(person, stop)).MayRead(@case);
    }

    /// <summary>Saved by the caller.</summary>
    public static async Task AskOrExpect(this NetworkDb db, CasePartner partner, Case @case, MemberId person, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.MayBeAskedAsPartner(partner, @case, person, stop)) db.AskAsPartner(partner, person, now);
        else partner.Expect(person);
    }

    /// <summary>Of somebody who may be asked. Saved by the caller.</summary>
    public static void AskAsPartner(this NetworkDb db, CasePartner partner, MemberId person, DateTimeOffset now)
    {
        partner.Ask(person, now);
        db.Notices.Add(NamedPartners.Notice(partner, person, now));
    }
}

/// <summary>What a partner reads before answering: title, problem and what was done, since that is what their name would stand under.</summary>
public sealed record PartnerAsked(CasePartner Partner, Case Case, Organisation? Organisation, OrganisationKind? Kind);
