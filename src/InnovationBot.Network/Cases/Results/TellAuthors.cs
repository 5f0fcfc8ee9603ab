using InnovationBot.Network.Figures;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Results;

/// <summary>Once a month, in one message, those who shared cases hear what came of them in the month before.</summary>
public sealed class TellAuthors(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var month = ResultsMonth.Before(now);
        if (await db.Notices.AnyAsync(n => n.Subject == month.Subject && n.Kind == ResultsNotices.Monthly, stop)) return 0;

        var (from, until) = (month.From, month.Until);
        var happened = db.Facts.Where(fact => fact.At >= from && fact.At < until && fact.CaseId != null
            && (fact.Kind == FactKind.Opened || fact.Kind == FactKind.Helped || fact.Kind == FactKind.Reused)).Select(fact => fact.CaseId);
        var cases = db.Cases.Where(c => (c.State == CaseState.Published || c.State == CaseState.Archived) && happened.Contains(c.Id));
        var authors = await cases.Where(c => c.AuthorId != null).Select(c => c.AuthorId!.Value).Distinct().ToListAsync(stop);
        var contacts = await db.CaseContacts.Where(contact => cases.Any(c => c.Id == contact.CaseId && c.AuthorId == null)).Select(contact => contact.MemberId).Distinct().ToListAsync(stop);
        var people = await db.Members.AsNoTracking().Where(m => (m.State == MemberState.Active || m.State == MemberState.Paused || m.State == MemberState.Met)
            && (authors.Contains(m.Id) || contacts.Contains(m.Id))).ToListAsync(stop);

        var told = people.Where(m => authors.Contains(m.Id) || m.Has(Consent.CaseContact)).ToList();
        if (told.Count == 0) return 0;
        // all in one save: whoever finds a notice of this month knows that all are written
        db.Notices.AddRange(told.Select(member => new Notice
        {
            Id = EntityId.New<NoticeId>(now), RecipientId = member.Id, Kind = ResultsNotices.Monthly, Subject = month.Subject,
            Key = $"{ResultsNotices.Monthly}:{member.Id}:{month.Subject:N}",
            Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.Broadcast, Unasked = true, Due = now, CreatedAt = now,
        }));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (Exception lost) when (db.IsLostRace(lost))
        {
            db.ChangeTracker.Clear(); // another instance told them
            return 0;
        }

        db.ChangeTracker.Clear();
        return told.Count;
    }
}

/// <summary>A month of results, in UTC; its subject is the same on every machine.</summary>
public readonly record struct ResultsMonth(int Year, int Month)
{
    public static ResultsMonth Before(DateTimeOffset now)
    {
        var month = now.UtcDateTime.AddMonths(-1);
        return new ResultsMonth(month.Year, month.Month);
    }

    /// <returns><c>null</c> for a subject that is no month.</returns>
    public static ResultsMonth? Of(Guid subject)
    {
        var bytes = subject.ToByteArray();
        var month = new ResultsMonth(BitConverter.ToInt32(bytes, 0), BitConverter.ToInt16(bytes, 4));
        return month is { Year: > 2000 and < 9999, Month: >= 1 and <= 12 } && month.Subject == subject ? month : null;
    }

    public Guid Subject => new(Year, (short)Month, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public DateTimeOffset From => new(Year, Month, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Until => From.AddMonths(1);
}

public static class ResultsNotices
{
    /// <summary>To whoever shared cases; the subject is the <see cref="ResultsMonth"/>.</summary>
    public const string Monthly = "case.results";
}
