using System.Runtime.CompilerServices;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Reads what is published, sorted by id (ordinal), a chunk at a time.</summary>
public sealed class ExportRecords(NetworkDb db)
{
    private const int Chunk = 500;

    public async IAsyncEnumerable<OrganisationRecord> Organisations([EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Key }).ToListAsync(stop);
        foreach (var chunk in ids.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Id).Chunk(Chunk))
        {
            var organisations = await db.Organisations.AsNoTracking().Where(o => chunk.Contains(o.Id)).ToListAsync(stop);
            foreach (var record in (await db.RecordsOf(organisations, stop)).OrderBy(record => record.Id, StringComparer.Ordinal)) yield return record;
        }
    }

    /// <summary>Those with an address and a confirmed organisation: without them nobody could be imported again. Who left is not among them.</summary>
    public async IAsyncEnumerable<MemberRecord> Members([EnumeratorCancellation] CancellationToken stop)
    {
        var members = db.Members.AsNoTracking().Where(m => m.Email != null && m.OrganisationId != null && m.OrganisationProof != OrganisationProof.Claimed
            && m.State != MemberState.Left && m.State != MemberState.Erased);
        var ids = await members.Select(m => new { m.Id, m.Email }).ToListAsync(stop);
        foreach (var chunk in ids.OrderBy(m => m.Email, StringComparer.Ordinal).Select(m => m.Id).Chunk(Chunk))
        {
            var found = await members.Where(m => chunk.Contains(m.Id)).ToListAsync(stop);
            foreach (var record in (await db.RecordsOf(found, stop)).OrderBy(record => record.Email, StringComparer.Ordinal)) yield return record;
        }
    }

    /// <param name="reader">Only what this person may read; none for the administrator of the machine, who gets all but what a member keeps to themselves.</param>
    /// <param name="stop">Ends it.</param>
    public async IAsyncEnumerable<CaseRecord> Cases(Reader? reader, [EnumeratorCancellation] CancellationToken stop)
    {
        var cases = db.Cases.AsNoTracking().Where(reader is not null
            ? CaseAccess.ReadableBy(reader)
            : c => (c.State == CaseState.Published || c.State == CaseState.Archived) && (c.Readers != Readers.Private || c.AuthorId == null));
        var ids = await cases.Select(c => new { c.Id, c.Key }).ToListAsync(stop);
        foreach (var chunk in ids.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Id).Chunk(Chunk))
        {
            var found = await cases.Include(c => c.Contacts).Include(c => c.NamedPartners).Where(c => chunk.Contains(c.Id)).ToListAsync(stop);
            foreach (var record in (await db.RecordsOf(found, stop)).OrderBy(record => record.Id, StringComparer.Ordinal)) yield return record;
        }
    }

    public Task<Reader> ReaderOf(MemberId by, CancellationToken stop) => db.ReaderOf(by, stop);
}
