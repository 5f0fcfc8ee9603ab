using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Reuses;

public static class ReuseNotices
{
    /// <summary>To the author: somebody uses the case; the subject is the <see cref="Reuse"/>.</summary>
    public const string Reused = "case.reused";

    /// <summary>Who hears what becomes of a case: its author, else the first contact who agreed to be one and may read it.</summary>
    public static async Task<MemberId?> HearerOf(this NetworkDb db, Case @case, CancellationToken stop)
    {
        if (@case.AuthorId is { } author) return author;
        var contacts = await db.CaseContacts.AsNoTracking().Where(c => c.CaseId == @case.Id).OrderBy(c => c.Position).Select(c => c.MemberId).ToListAsync(stop);
        foreach (var id in contacts)
            if (await db.MemberOf(id, stop) is { State: MemberState.Active or MemberState.Paused } member && member.Has(Consent.CaseContact)
                && (await db.ReaderOf(id, stop)).MayRead(@case)) return id;
        return null;
    }

    internal static Notice Told(Reuse reuse, MemberId hearer, DateTimeOffset now) => new()
    {
        Id = EntityId.New<NoticeId>(now), RecipientId = hearer, Kind = Reused, Subject = reuse.Id.Value, Key = $"{Reused}:{reuse.Id}:{Vocabulary.Write(reuse.Status)}",
        Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.Broadcast, Unasked = true, Due = now, CreatedAt = now,
    };
}
