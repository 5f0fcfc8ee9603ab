using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Jury;

/// <summary>A juror says, for the whole list and before anything else, where there is a conflict of interest.</summary>
public sealed class DeclareConflicts(NetworkDb db, JuryDesk desk, KnownConflicts conflicts, SpreadJuryWork spread, AwardLocks locks, TimeProvider clock)
{
    /// <summary>Titles on one page of the list.</summary>
    public const int OnAPage = 40;

    /// <summary>One page of the nominations of this juror's categories: title and organisation alone.</summary>
    public async Task<Result<DeclarePage>> List(AwardRoundId id, MemberId by, int page, CancellationToken stop)
    {
        if (await desk.Juror(id, by, stop) is not { } juror || await db.AwardRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { } round) return JuryRefusals.NotOfJury;
        if (round.StateAt(clock.GetUtcNow()) < AwardState.Jury) return JuryRefusals.NotOpen;
        return await Page(round, juror, page, stop);
    }

    /// <summary>Takes what was said of one page; with the last one the list is declared, and the work is spread anew.</summary>
    /// <param name="chosen">Of the page: with a conflict. Those the network knows stay, whatever is said.</param>
    public async Task<Result<DeclarePage>> Declare(AwardRoundId id, MemberId by, int page, IReadOnlySet<NominationId> chosen, CancellationToken stop)
    {
        await using var held = await locks.Take(id, stop);
        if (held is null || await desk.Juror(id, by, stop) is not { } juror) return JuryRefusals.NotOfJury;
        var (round, now) = (held.Round, clock.GetUtcNow());
        if (round.StateAt(now) < AwardState.Jury) return JuryRefusals.NotOpen;
        if (!round.TakesScores(now)) return JuryRefusals.Closed(round);
        var shown = await Page(round, juror, page, stop);
        var ids = shown.Rows.Select(row => row.Id).ToList();
        var told = await db.JurorConflicts.Where(c => c.JurorId == juror.Id && c.Kind == ConflictKind.Declared && ids.Contains(c.NominationId)).ToDictionaryAsync(c => c.NominationId, stop);
        foreach (var row in shown.Rows.Where(row => chosen.Contains(row.Id) != told.ContainsKey(row.Id)))
        {
            if (told.TryGetValue(row.Id, out var taken)) db.JurorConflicts.Remove(taken);
            else if (row.Known is null) db.JurorConflicts.Add(new JurorConflict { JurorId = juror.Id, NominationId = row.Id, Kind = ConflictKind.Declared, At = now });
        }

        var withConflict = ids.Where(chosen.Contains).ToList();
        db.JuryScores.RemoveRange(await db.JuryScores.Where(s => s.JurorId == juror.Id && withConflict.Contains(s.NominationId)).ToListAsync(stop));
        if (shown.IsLast)
        {
            juror.DeclaredAt = now;
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.AwardConflictsDeclared, by, by, now, id.ToString()));
            await db.SaveChangesAsync(stop);
            await spread.Spread(round, now, stop);
        }

        db.HandledAbout(id.Value);
        await held.Save(stop);
        return shown.IsLast ? shown : await Page(round, juror, page + 1, stop);
    }

    private async Task<DeclarePage> Page(AwardRound round, AwardJuror juror, int page, CancellationToken stop)
    {
        var all = (await db.Nominations.AsNoTracking().Where(n => n.RoundId == round.Id).ToListAsync(stop)).Where(n => n.IsForJury && n.Category is { } category && juror.Categories.Contains(category))
            .OrderBy(n => n.Category, StringComparer.Ordinal).ThenBy(n => n.Id.Value).ToList();
        var (at, pages) = Paged.At(page, all.Count, OnAPage);
        var known = (await conflicts.Find([juror], all, stop)).ToLookup(one => one.Nomination, one => one.Kind);
        var told = (await db.JurorConflicts.AsNoTracking().Where(c => c.JurorId == juror.Id).ToListAsync(stop)).ToLookup(c => c.NominationId, c => c.Kind);
        List<DeclareRow> rows = [];
        foreach (var nomination in all.Skip((at - 1) * OnAPage).Take(OnAPage))
        {
            var organisation = await db.OrganisationOf(nomination.OrganisationId, stop);
            rows.Add(new DeclareRow(nomination.Id, nomination.Content.Title, organisation?.Name, known[nomination.Id].Select(kind => (ConflictKind?)kind).FirstOrDefault(), told[nomination.Id].Any(kind => kind == ConflictKind.Declared)));
        }

        return new DeclarePage(round, rows, at, pages);
    }
}

public sealed record DeclarePage(AwardRound Round, IReadOnlyList<DeclareRow> Rows, int Page, int Pages)
{
    public bool IsLast => Page == Pages;
}

/// <param name="Known">What the network knows; the juror cannot take it back.</param>
public sealed record DeclareRow(NominationId Id, string Title, string? Organisation, ConflictKind? Known, bool Declared);
