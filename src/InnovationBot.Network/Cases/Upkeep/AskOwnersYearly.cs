using InnovationBot.Network.People;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>
/// Once a year whoever knows a case is asked whether it still holds, unless an organiser asked, or they said so, within the year: its author, else the
/// first of its contacts who was not asked about another one within the month.
/// </summary>
public sealed class AskOwnersYearly(NetworkDb db, AskAboutUpkeep upkeep) : IDueWork
{
    /// <summary>The name of its <see cref="Round"/>.</summary>
    public const string RoundName = "cases.still-true";

    /// <summary>As it stands among what somebody agreed to. Cases that nobody can be asked about are left out by the store: else those of a year long gone would keep all others waiting.</summary>
    private static readonly string Contact = Vocabulary.Write(Consent.CaseContact);

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromDays(30);

    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop) =>
        db.EachRound(RoundName, TimeSpan.FromDays(1), now, most, () => Due(now, most, stop), id => Ask(id, now, stop), stop);

    private async Task<List<CaseId>> Due(DateTimeOffset now, int most, CancellationToken stop)
    {
        var (year, month) = (now - Year, now - BetweenQuestions);
        var free = db.Members.Where(m => (m.State == MemberState.Active || m.State == MemberState.Paused || m.State == MemberState.Met) && m.StoppedAt == null
            && !db.CaseQuestions.Any(q => q.AskedId == m.Id && q.AskedAt > month));
        var due = await Old(year)
            .Where(c => free.Any(m => m.Id == c.AuthorId) || c.Contacts.Any(contact => free.Any(m => m.Id == contact.MemberId && ((string)(object)m.Consents).Contains(Contact))))
            .OrderBy(c => c.ConfirmedAt ?? c.PublishedAt).ThenBy(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(stop);
        return due;
    }

    private async Task<bool> Ask(CaseId id, DateTimeOffset now, CancellationToken stop)
    {
        if (await Old(now - Year).SingleOrDefaultAsync(c => c.Id == id, stop) is not { } @case) return false;
        var month = now - BetweenQuestions;
        var busy = await db.CaseQuestions.Where(q => q.AskedAt > month).Select(q => q.AskedId).Distinct().ToListAsync(stop);
        var people = (await upkeep.People(@case, stop, int.MaxValue)).Where(person => person.StoppedAt is null).Select(person => person.Id).ToList();
        if (people.FindIndex(person => !busy.Contains(person)) is not (>= 0 and var first)) return false;

        // Whoever sweeps at the same time waits here, and sees that they were asked.
        var asked = people[first];
        people.RemoveAt(first);
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Member>(asked, stop) is null || await db.CaseQuestions.AnyAsync(q => q.AskedId == asked && q.AskedAt > month, stop)) return false;
        if (!await Old(now - Year).AnyAsync(c => c.Id == id, stop)) return false;
        var question = db.CaseQuestions.Add(CaseQuestion.Of(id, CaseQuestionKind.StillTrue, asked, people.Count > 0 ? people[0] : null, by: null, now)).Entity;
        db.Notices.Add(AskAboutUpkeep.Notice(question, now));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private IQueryable<Case> Old(DateTimeOffset year) => db.Cases.Where(c => c.State == CaseState.Published && c.Readers != Readers.Private
        && (c.ConfirmedAt ?? c.PublishedAt) < year && !db.CaseQuestions.Any(q => q.CaseId == c.Id && q.Kind == CaseQuestionKind.StillTrue && q.AskedAt > year));
}
