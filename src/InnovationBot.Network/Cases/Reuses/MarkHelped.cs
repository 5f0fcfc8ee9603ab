using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reuses;

/// <summary>Somebody says that a case helped them, or takes that back. Said twice counts once.</summary>
public sealed class MarkHelped(NetworkDb db, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NotFound"/> for a case this person may not read; <see cref="ReuseRefusals.OwnCase"/> for one they wrote.</returns>
    public async Task<Refusal?> Handle(CaseId id, MemberId by, bool helped, CancellationToken stop)
    {
        var @case = await db.Cases.AsNoTracking().Include(c => c.Editors).SingleOrDefaultAsync(c => c.Id == id, stop);
        if (@case is null || await db.MemberOf(by, stop) is null || !(await db.ReaderOf(by, stop)).MayRead(@case)) return Refusal.NotFound;
        if (@case.MayEdit(by)) return ReuseRefusals.OwnCase;

        var said = await db.CaseHelps.FindAsync([id, by], stop);
        if (said is not null == helped) return null;
        if (said is not null)
        {
            db.CaseHelps.Remove(said);

            // liked, taken back and liked again is one person helped, in every count
            var counted = await db.Facts.FirstOrDefaultAsync(fact => fact.CaseId == id && fact.Kind == FactKind.Helped && fact.At == said.At, stop);
            if (counted is not null) db.Facts.Remove(counted);
        }
        else
        {
            var now = clock.GetUtcNow();
            db.CaseHelps.Add(new CaseHelp { CaseId = id, MemberId = by, At = now });
            db.Facts.Add(new Fact { Kind = FactKind.Helped, At = now, CaseId = id, Tier = @case.Tier, Country = @case.Country, PolicyArea = @case.PolicyArea });
        }

        await db.SaveChangesAsync(stop);
        return null;
    }

    /// <summary>The same by a like of a message that shows a case, as its first or by itself; other messages mean nothing.</summary>
    public async Task Liked(string activity, MemberId by, bool likes, CancellationToken stop)
    {
        var shown = await db.ShownMessages.AsNoTracking().SingleOrDefaultAsync(m => m.ActivityId == activity && m.MemberId == by, stop);
        if ((shown?.CaseId ?? await SentCase(activity, by, stop)) is { } @case) await Handle(@case, by, likes, stop);
    }

    /// <summary>What a message shows that came unasked or later: the news of a kept problem, the answer to a question asked where others read.</summary>
    private async Task<CaseId?> SentCase(string activity, MemberId by, CancellationToken stop)
    {
        var sent = await db.Notices.AsNoTracking()
            .Where(n => n.RecipientId == by && n.ActivityId == activity && (n.Kind == ProblemNotices.News || n.Kind == ProblemNotices.Answer))
            .OrderBy(n => n.CreatedAt).FirstOrDefaultAsync(stop);
        if (sent is null) return null;
        if (EntityId.TryRead<SuggestionId>(sent.Detail, out var news)) return (await db.Suggestions.FindAsync([news], stop))?.CaseId;
        var problem = EntityId.From<ProblemId>(sent.Subject);
        return (await db.Suggestions.AsNoTracking().Where(s => s.ProblemId == problem && s.Current && s.Slot == Slot.Best).FirstOrDefaultAsync(stop))?.CaseId;
    }
}

/// <summary>Why something said about a case does not count.</summary>
public static class ReuseRefusals
{
    /// <summary>Those who wrote a case do not count as helped by it, or as taking it over.</summary>
    public static readonly Refusal OwnCase = new("OwnCase");
}
