using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

internal static class UpkeepQueries
{
    /// <summary>Questions that somebody who is still here may yet answer; of the others nobody is waited for.</summary>
    public static IQueryable<CaseQuestion> Waiting(this NetworkDb db, DateTimeOffset now)
    {
        var since = now - CaseQuestion.Patience;
        return db.CaseQuestions.AsNoTracking().Where(q => q.Answer == null && q.AskedAt > since
            && db.Members.Any(m => (m.Id == q.AskedId || m.Id == q.DeputyId) && m.State != MemberState.Left && m.State != MemberState.Erased));
    }

    /// <summary>Whoever leaves is waited for no longer: the deputies of their questions are asked now. Saved by the caller.</summary>
    public static async Task PassQuestionsOn(this NetworkDb db, MemberId gone, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var question in await db.CaseQuestions.Where(q => q.AskedId == gone && q.Answer == null && q.DeputyDue != null).ToListAsync(stop)) question.PassOnAt(now);
    }
}
