using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>What waits for an organiser in the library: reports; cases that are incomplete, cases nobody confirmed for long; the most opened first. Of cases that are not for them organisers learn nothing.</summary>
public sealed class ListUpkeep(NetworkDb db, TimeProvider clock)
{
    /// <summary>Of each kind.</summary>
    private const int Most = 60;

    /// <returns><see cref="ReportRefusals.OrganisersOnly"/> for everybody else.</returns>
    public async Task<Result<IReadOnlyList<WaitingReport>>> Reports(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !member.Has(Role.Organiser)) return ReportRefusals.OrganisersOnly;
        var open = await db.CaseReports.AsNoTracking().Where(r => r.State == ReportState.Open || (r.State == ReportState.TakenDown && r.AnsweredAt >= r.DecidedAt))
            .OrderBy(r => r.CreatedAt).Take(Most).Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new { Report = r, c.Title }).ToListAsync(stop);
        return open.ConvertAll(one => new WaitingReport(one.Report, one.Title));
    }

    /// <inheritdoc cref="Reports"/>
    public async Task<Result<UpkeepList>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !member.Has(Role.Organiser)) return ReportRefusals.OrganisersOnly;

        var now = clock.GetUtcNow();
        var asked = await db.Waiting(now).Select(q => new { q.CaseId, q.Kind, q.AskedAt }).ToListAsync(stop);
        var changed = (await db.CaseQuestions.AsNoTracking().Where(q => q.Answer == CaseAnswer.Changed).Join(db.Cases, q => q.CaseId, c => c.Id, (q, c) => new { q.CaseId, q.AnsweredAt, c.EditedAt })
            .Where(one => one.EditedAt == null || one.EditedAt < one.AnsweredAt).Select(one => one.CaseId).ToListAsync(stop)).ToHashSet();
        var shown = db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(await db.ReaderOf(by, stop))).Where(c => c.State == CaseState.Published && c.Readers != Readers.Private);
        var incomplete = shown.Where(c => c.Lesson == null || c.Lesson == "" || ((c.Result == null || c.Result == "") && !c.NotMeasured && (string)(object)c.Results == "[]"));
        var unconfirmed = shown.Where(Confirmation.IsOldAt(now));
        return new UpkeepList(
            await MostOpened(incomplete, CaseQuestionKind.Complete), await incomplete.CountAsync(stop),
            await MostOpened(unconfirmed, CaseQuestionKind.StillTrue), await unconfirmed.CountAsync(stop));

        async Task<IReadOnlyList<WaitingCase>> MostOpened(IQueryable<Case> cases, CaseQuestionKind kind)
        {
            var ranked = await cases
                .Select(c => new { c.Id, c.Title, Opened = db.Facts.Count(fact => fact.CaseId == c.Id && fact.Kind == FactKind.Opened) })
                .OrderByDescending(c => c.Opened).ThenBy(c => c.Id).Take(Most).ToListAsync(stop);
            return [.. ranked.Select(one => new WaitingCase(one.Id, one.Title, kind, one.Opened, asked.Find(q => q.CaseId == one.Id && q.Kind == kind)?.AskedAt, changed.Contains(one.Id)))];
        }
    }
}

/// <param name="Incompletes">How many there are in all; as <paramref name="Unconfirmeds"/>.</param>
public sealed record UpkeepList(
    IReadOnlyList<WaitingCase> Incomplete, int Incompletes, IReadOnlyList<WaitingCase> Unconfirmed, int Unconfirmeds);

public sealed record WaitingReport(CaseReport Report, string Title);

/// <param name="Opened">How often it was opened.</param>
/// <param name="AskedAt">Somebody was asked and has not answered yet.</param>
/// <param name="SaidChanged">Who knows says that it has changed, and nobody has edited it since.</param>
public sealed record WaitingCase(CaseId Case, string Title, CaseQuestionKind Kind, int Opened, DateTimeOffset? AskedAt, bool SaidChanged = false);
