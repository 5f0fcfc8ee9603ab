using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Puts events at the end of the log as the last thing before their transaction commits: writers of the log wait for one
/// another only for that moment, hold nothing others could wait for in turn, and stand in the order of their commits.
/// </summary>
internal static class AuditChain
{
    /// <summary>People asked for in one statement.</summary>
    private const int AtOnce = 500;

    /// <summary>SHA-256 of the lines' UTF-8, 64 lower-case hexadecimal digits.</summary>
    public static string HashOf(string lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));

    /// <param name="before">Hash of the event before.</param>
    /// <param name="id">Its place.</param>
    /// <param name="act">The vocabulary's word.</param>
    /// <param name="ticks">When, in UTC ticks.</param>
    /// <param name="actor">Pseudonym.</param>
    /// <param name="subject">Pseudonym.</param>
    /// <param name="detail">Last, so that nothing in it can pass for another line.</param>
    public static string HashOf(string before, long id, string act, long ticks, string? actor, string? subject, string? detail) =>
        HashOf(string.Create(CultureInfo.InvariantCulture, $"{before}\n{id}\n{act}\n{ticks}\n{actor}\n{subject}\n{detail}"));

    /// <summary>Within a transaction that commits right after.</summary>
    public static async Task Append(NetworkDb db, IReadOnlyList<AuditEvent> events, CancellationToken stop)
    {
        await db.LockAudit(stop);
        var known = await Pseudonyms(db, events, stop);
        var segment = await db.AuditSegments.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        foreach (var added in events)
        {
            if (segment is not null && segment.SealedAt is null && segment.IsFull(added.At)) await Seal(db, segment, added.At, stop);
            var (place, before, opens) = segment is null
                ? (1L, AuditSegment.Beginning, true)
                : (segment.Last + 1, segment.EndHash, segment.SealedAt is not null || segment.IsFull(added.At));
            var (actor, subject) = (Of(added.ActorId, added.Actor), Of(added.SubjectId, added.Subject));
            var (act, ticks) = (Vocabulary.Write(added.Act), added.At.UtcTicks);
            var hash = HashOf(before, place, act, ticks, actor, subject, added.Detail);
            var number = (segment?.Number ?? 0) + (opens ? 1 : 0);
            if (opens)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "AuditSegments" ("Number", "First", "Last", "StartHash", "EndHash", "OpenedAt")
                    VALUES ({number}, {place}, {place}, {before}, {hash}, {ticks})
                    """,
                    stop);
                segment = new() { Number = number, First = place, Last = place, StartHash = before, EndHash = hash, OpenedAt = added.At };
            }
            else
            {
                segment = new() { Number = number, First = segment!.First, Last = place, StartHash = segment.StartHash, EndHash = hash, OpenedAt = segment.OpenedAt };
            }

            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "AuditEvents" ("Id", "Segment", "Act", "At", "Actor", "Subject", "Detail", "Hash")
                VALUES ({place}, {number}, {act}, {ticks}, {actor}, {subject}, {added.Detail}, {hash})
                """,
                stop);
        }

        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditSegments" SET "Last" = {segment!.Last}, "EndHash" = {segment.EndHash} WHERE "Number" = {segment.Number}""", stop);

        string? Of(MemberId? person, string? given) => person is { } id ? known.GetValueOrDefault(id) : given;
    }

    /// <summary>Ends the open segment when its time is over; nothing has to be logged for that.</summary>
    /// <returns>Whether one was sealed.</returns>
    public static async Task<bool> SealWhenOld(NetworkDb db, DateTimeOffset now, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        await db.LockAudit(stop);
        if (await db.AuditSegments.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop) is not { SealedAt: null } open || !open.IsFull(now)) return false;
        await Seal(db, open, now, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private static Task<int> Seal(NetworkDb db, AuditSegment open, DateTimeOffset now, CancellationToken stop)
    {
        var ticks = now.UtcTicks;
        var seal = AuditSegment.SealOf(open.Number, open.First, open.Last, open.StartHash, open.EndHash, open.OpenedAt.UtcTicks, ticks);
        return db.Database.ExecuteSqlAsync(
            $"""UPDATE "AuditSegments" SET "Last" = {open.Last}, "EndHash" = {open.EndHash}, "SealedAt" = {ticks}, "Seal" = {seal} WHERE "Number" = {open.Number}""", stop);
    }

    /// <summary>Who is new to the log gets a pseudonym; who is not in the network any more has none.</summary>
    private static async Task<Dictionary<MemberId, string>> Pseudonyms(NetworkDb db, IReadOnlyList<AuditEvent> events, CancellationToken stop)
    {
        var known = new Dictionary<MemberId, string>();
        foreach (var ids in events.SelectMany(one => new[] { one.ActorId, one.SubjectId }).OfType<MemberId>().Distinct().Chunk(AtOnce))
        {
            foreach (var person in await db.AuditPeople.AsNoTracking().Where(p => ids.Contains(p.MemberId)).ToListAsync(stop)) known[person.MemberId] = person.Pseudonym;
            foreach (var id in ids.Where(id => !known.ContainsKey(id)))
            {
                var person = AuditPerson.For(id);
                var made = await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "AuditPeople" ("Pseudonym", "MemberId", "Salt")
                    SELECT {person.Pseudonym}, "Id", {person.Salt} FROM "Members" WHERE "Id" = {id.Value}
                    """,
                    stop);
                if (made == 1) known[id] = person.Pseudonym;
            }
        }

        return known;
    }
}
