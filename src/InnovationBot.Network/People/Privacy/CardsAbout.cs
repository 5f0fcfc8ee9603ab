using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Cases;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Cards that others were sent about what is somebody's own: their role offered, their application, their membership. They may name the person, and are drawn again when the
/// person is forgotten; where nothing is left to draw they say no more than that.
/// </summary>
internal static class CardsAbout
{
    private const int Chunk = 500;

    /// <summary>Of these others are told what they are about and never whose they are, or their own capability brings the cards up to date.</summary>
    private static readonly HashSet<Type> NobodyNamed = [typeof(Suggestion), typeof(Notice), typeof(Broadcast), typeof(Event), typeof(Case), typeof(AwardRound), typeof(CheckIn), typeof(Member)];

    /// <returns>Those that arrived and can be edited; read before anything of the person is erased.</returns>
    public static async Task<List<Notice>> Sent(NetworkDb db, IEnumerable<IPersonalData> everything, MemberId person, CancellationToken stop)
    {
        HashSet<Guid> subjects = [person.Value];
        foreach (var (entity, property) in everything.SelectMany(data => data.Holds).Where(held => !NobodyNamed.Contains(held.Entity)))
        {
            if (db.Model.FindEntityType(entity) is not { } kind || kind.FindPrimaryKey()!.Properties is not [{ } key] || !IsId(key.ClrType)) continue;
            var ids = typeof(CardsAbout).GetMethod(nameof(Ids), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(entity, key.ClrType);
            subjects.UnionWith(await (Task<List<Guid>>)ids.Invoke(null, [db, property, key.Name, kind.FindProperty(property)!.ClrType, person, stop])!);
        }

        List<Notice> sent = [];
        foreach (var chunk in subjects.Chunk(Chunk))
            sent.AddRange(await db.Notices.AsNoTracking()
                .Where(n => chunk.Contains(n.Subject) && n.RecipientId != person && n.ChannelId == null && n.Edits == null && n.State == NoticeState.Sent && n.ActivityId != null).ToListAsync(stop));
        return sent;
    }

    /// <summary>Those that nobody brings up to date already.</summary>
    public static async Task Redraw(NetworkDb db, IReadOnlyList<Notice> sent, MemberId person, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var chunk in sent.Chunk(Chunk))
        {
            var ids = Array.ConvertAll(chunk, notice => (NoticeId?)notice.Id);
            var edited = (await db.Notices.Where(n => ids.Contains(n.Edits) && n.State == NoticeState.Queued).Select(n => n.Edits).ToListAsync(stop))
                .Concat(db.ChangeTracker.Entries<Notice>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.Edits)).ToHashSet();
            db.Notices.AddRange(chunk.Where(notice => !edited.Contains(notice.Id)).Select(notice => new Notice
            {
                Id = EntityId.New<NoticeId>(now), RecipientId = notice.RecipientId, Kind = PrivacyNotices.Gone, Subject = notice.Subject == person.Value ? Guid.Empty : notice.Subject, Edits = notice.Id,
                Timing = NoticeTiming.AtOnce, Priority = notice.Priority, Due = now, CreatedAt = now,
            }));
        }
    }

    private static bool IsId(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEntityId<>));

    private static async Task<List<Guid>> Ids<TRow, TId>(NetworkDb db, string property, string key, Type held, MemberId person, CancellationToken stop) where TRow : class where TId : struct, IEntityId<TId>
    {
        var rows = db.Set<TRow>().AsNoTracking();
        MemberId? one = person;
        var own = held == typeof(MemberId) ? rows.Where(row => EF.Property<MemberId>(row, property) == person) : held == typeof(MemberId?) ? rows.Where(row => EF.Property<MemberId?>(row, property) == one) : rows.Take(0);
        return (await own.Select(row => EF.Property<TId>(row, key)).ToListAsync(stop)).ConvertAll(id => id.Value);
    }
}

public static class PrivacyNotices
{
    /// <summary>Only ever an edit: of a card about somebody who was forgotten. Drawn as what it edits, where that can still be drawn.</summary>
    public const string Gone = "privacy.gone";
}
