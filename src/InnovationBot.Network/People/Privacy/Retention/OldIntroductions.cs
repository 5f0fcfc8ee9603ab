using InnovationBot.Network.Introductions;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy.Retention;

/// <summary>
/// Introductions that ended, or that nobody said anything of since both said yes: who, what was written and what came of it go, the counts
/// stay as facts without a name. Answers that both left for others stand by themselves.
/// </summary>
public sealed class OldIntroductions(NetworkDb db) : IRetention
{
    public Kept Kind => Kept.Introductions;

    public Task<int> Count(DateTimeOffset before, CancellationToken stop) => Over(before).CountAsync(stop);

    public async Task<int> Delete(DateTimeOffset before, int most, DateTimeOffset now, CancellationToken stop) =>
        await db.Each(await Over(before).OrderBy(i => i.CreatedAt).Take(most).Select(i => i.Id).ToListAsync(stop), async id =>
        {
            if (await db.Introductions.FindAsync([id], stop) is not { } introduction || introduction.IsOpen) return false;
            db.TalkOutcomes.RemoveRange(await db.TalkOutcomes.Where(o => o.IntroductionId == id).ToListAsync(stop));
            db.Introductions.Remove(introduction);
            await db.SaveChangesAsync(stop);
            return true;
        });

    private IQueryable<Introduction> Over(DateTimeOffset before) => db.Introductions.Where(i =>
        i.OutcomeDue == null && (i.EndedAt < before || (i.EndedAt == null && i.IntroducedAt < before)));
}
