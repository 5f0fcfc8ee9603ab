using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>The message was edited in the chat: the problem that came from it says what the message says now.</summary>
public sealed class EditFromMessage(NetworkDb db, Answers answers)
{
    /// <returns><see cref="Refusal.NotFound"/> when no problem of this person came from that message.</returns>
    public async Task<Result<Answer>> Handle(MemberId by, string sourceActivity, string text, Language language, CancellationToken stop)
    {
        var problem = await db.Problems
            .Where(p => p.OwnerId == by && p.SourceActivity == sourceActivity).OrderByDescending(p => p.CreatedAt).FirstOrDefaultAsync(stop);
        if (problem is null || await db.MemberOf(by, stop) is not { } owner) return Refusal.NotFound;
        if (problem.Edit(by, text) is { } refusal) return refusal;

        problem.Language = language;
        var answer = await answers.Find(problem, owner, stop);
        await db.SaveChangesAsync(stop);
        return answer;
    }
}
