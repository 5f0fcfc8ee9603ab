using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Profile;

/// <summary>
/// Deletes what an import told of people who did not answer in time: whoever never wrote to the bot altogether, of others what
/// the import told, as if they had declined. The day that each was told stands, so that a shorter time ends nothing at once.
/// </summary>
public sealed class ForgetUnanswered(NetworkDb db, ForgetMe forget, DeclineInvitation decline, TimeProvider clock) : IRetention
{
    public Kept Kind => Kept.Invitations;

    public Task<int> Count(DateTimeOffset before, CancellationToken stop) => Over(clock.GetUtcNow()).CountAsync(stop);

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop) =>
        await db.Each(await Over(now).OrderBy(m => m.AnswerDue).Take(most).Select(m => m.Id).ToListAsync(stop), async id =>
        {
            if (await db.MemberOf(id, stop) is not { } member || !(member.AnswerDue <= now)) return false; // answered meanwhile
            return member.State == MemberState.Invited
                ? await forget.Handle(id, stop) is null
                : (await decline.Handle(id, stop)).Refusal is null;
        });

    private IQueryable<Member> Over(DateTimeOffset now) => db.Members.Where(m => m.AnswerDue <= now && m.State != MemberState.Erased);
}
