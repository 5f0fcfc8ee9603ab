using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Profile;

/// <summary>
/// Deletes what an import told of people who did not answer in time: whoever never wrote to the bot altogether, of others what
/// the import told, as if they had declined.
/// </summary>
public sealed class ForgetUnanswered(NetworkDb db, ForgetMe forget, DeclineInvitation decline) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Members.Where(m => m.AnswerDue <= now && m.State != MemberState.Erased)
            .OrderBy(m => m.AnswerDue).Take(most).Select(m => m.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.MemberOf(id, stop) is not { } member || !(member.AnswerDue <= now)) return false; // answered meanwhile
            return member.State == MemberState.Invited
                ? await forget.Handle(id, stop) is null
                : (await decline.Handle(id, stop)).Refusal is null;
        });
    }
}
