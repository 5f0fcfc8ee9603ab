using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>
/// Once a year whoever knows a case is asked whether it still holds, unless an organiser asked, or they said so, within the year. Somebody who
/// knows many is asked about one of them a month.
/// </summary>
public sealed class AskOwnersYearly(NetworkDb db, AskAboutUpkeep upkeep) : IDueWork
{
    /// <summary>The name of its <see cref="Round"/>.</summary>
    public const string RoundName = "cases.still-true";

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromDays(30);

    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) =>
        db.EachRound(RoundName, TimeSpan.FromDays(1), now, most, () => Due(now, most, stop), id => Ask(id, now, stop), stop);

    private async Task<List<CaseId>> Due(DateTimeOffset now, int most, CancellationToken stop)
    {
        var (year, month) = (now - Year, now - BetweenQuestions);
        var due = await Old(year)
            .Where(c => c.AuthorId != null
                ? !db.CaseQuestions.Any(q => q.AskedId == c.AuthorId && q.AskedAt > month)
                : c.Contacts.Any(contact => db.Members.Any(m => m.Id == contact.MemberId && (m.State == MemberState.Active || m.State == MemberState.Paused))
                    && !db.CaseQuestions.Any(q => q.AskedId == contact.MemberId && q.AskedAt > month)))
            .OrderBy(c => c.ConfirmedAt ?? c.PublishedAt).ThenBy(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(stop);
        return due;
    }

    private async Task<bool> Ask(CaseId id, DateTimeOffset now, CancellationToken stop)
    {
        if (await Old(now - Year).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } @case) return false;
        var people = (await upkeep.People(@case, stop)).Where(person => person.StoppedAt is null).ToList();
        if (people.Count == 0) return false;

        // Whoever sweeps at the same time waits here, and sees that they were asked.
        var (asked, month) = (people[0].Id, now - BetweenQuestions);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(asked, stop) is null || await db.CaseQuestions.AnyAsync(q => q.AskedId == asked && q.AskedAt > month, stop)) return false;
        if (!await Old(now - Year).AnyAsync(c => c.Id == id, stop)) return false;
        var question = db.CaseQuestions.Add(CaseQuestion.Of(id, CaseQuestionKind.StillTrue, asked, people.Count > 1 ? people[1].Id : null, by: null, now)).Entity;
        db.Notices.Add(AskAboutUpkeep.Notice(question, now));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private IQueryable<Case> Old(DateTimeOffset year) => db.Cases.Where(c => c.State == CaseState.Published && c.Readers != Readers.Private
        && (c.ConfirmedAt ?? c.PublishedAt) < year && !db.CaseQuestions.Any(q => q.CaseId == c.Id && q.Kind == CaseQuestionKind.StillTrue && q.AskedAt > year));
}
