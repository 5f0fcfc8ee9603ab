using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Mobility;

/// <summary>Twice a year members are asked whether they are still where they were. No answer changes nothing.</summary>
public sealed class AskStillThere(NetworkDb db) : IDueWork
{
    public static readonly TimeSpan Between = TimeSpan.FromDays(182);

    public Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var before = now - Between;
        return db.EachRound(
            "people.still-there", TimeSpan.FromDays(1), now, most,
            () => Due(before).OrderBy(m => m.Id).Take(most).Select(m => m.Id).ToListAsync(stop),
            async id =>
            {
                if (await Due(before).SingleOrDefaultAsync(m => m.Id == id, stop) is not { } member) return false;
                member.PlaceCheckedAt = now;
                if (!member.IsPaused(now))
                {
                    db.Notices.Add(new Notice
                    {
                        Id = EntityId.New<NoticeId>(now), RecipientId = id, Kind = MobilityNotices.StillThere, Subject = id.Value, Detail = member.OrganisationId.ToString(),
                        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
                    });
                }

                await db.SaveChangesAsync(stop);
                return true;
            },
            stop);
    }

    private IQueryable<Member> Due(DateTimeOffset before) => db.Members.Where(m =>
        (m.State == MemberState.Active || m.State == MemberState.Paused) && m.OrganisationId != null && m.StoppedAt == null && (m.PlaceCheckedAt ?? m.CreatedAt) <= before);
}

/// <summary>"Yes, still there."</summary>
public sealed class ConfirmPlace(NetworkDb db, TimeProvider clock)
{
    /// <returns>The organisation as it is known.</returns>
    public async Task<Result<string>> Handle(MemberId by, CancellationToken stop)
    {
        var asked = await Asked(by, stop);
        if (asked.Refusal is not null) return asked;
        (await db.MemberOf(by, stop))!.PlaceCheckedAt = clock.GetUtcNow();
        db.HandledAbout(by.Value);
        await db.SaveChangesAsync(stop);
        return asked;
    }

    /// <returns><see cref="Refusal.NotFound"/> for somebody of whom no organisation is known.</returns>
    public async Task<Result<string>> Asked(MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { HasJoined: true } member && await db.OrganisationOf(member.OrganisationId, stop) is { } organisation ? organisation.Name : Refusal.NotFound;
}
