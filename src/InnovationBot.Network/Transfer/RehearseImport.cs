using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.Transfer;

/// <summary>A store of the same make with nothing in it, for whoever wants to write without keeping others waiting.</summary>
public interface IEmptyStore
{
    /// <summary>In memory; gone when disposed.</summary>
    Task<NetworkDb> Open(CancellationToken stop);
}

/// <summary>
/// Takes one record of each kind into an empty store in memory, before the first file of a process is written: what is compiled on first use
/// is compiled then, and not while the write lock is held and everybody else waits, for seconds on a busy machine. Nothing to do where a store has no one lock.
/// </summary>
public sealed class RehearseImport(TimeProvider clock, IEmptyStore? empty = null)
{
    private const int AtOnce = 100;

    private static int isRehearsed;

    /// <summary>Of the whole process: what is compiled stays so.</summary>
    public Task Once(CancellationToken stop) => Interlocked.Exchange(ref isRehearsed, 1) == 1 ? Task.CompletedTask : Run(stop);

    /// <returns>Whether it came to its end.</returns>
    internal async Task<bool> Run(CancellationToken stop)
    {
        if (empty is null) return false;

        await using var db = await empty.Open(stop);
        var now = clock.GetUtcNow();
        var finish = new FinishImports(db, new NoLines(), clock);
        var writer = new ImportWriter(db, finish, clock);
        if (!await writer.Begin(stop)) return false;

        var organisation = new OrganisationRecord("o", "O", Tier.Local, Sector.Public, "SI", null, [], null, null, []).ToOrganisation(now);
        var member = new Member { Id = EntityId.New<MemberId>(now), Name = "M", Email = "m@example.org", OrganisationId = organisation.Id, CreatedAt = now };
        var @case = new Case { Id = EntityId.New<CaseId>(now), Key = "c", Title = "C", Problem = "P", WhatWasDone = "W", Language = Language.English, OrganisationId = organisation.Id, State = CaseState.Published, CreatedAt = now };
        @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = member.Id });
        if (await writer.Write([organisation, member, @case, new AwaitedPerson { Email = "a@example.org", CaseId = @case.Id, Position = 1 }], stop) is not null) return false;

        var columns = StagedColumns.Of(db, @case, () => (@case.Title, @case.Edition) = ("D", @case.Edition + 1));
        var update = new StagedUpdate { ImportId = writer.Id, Kind = RecordKind.Cases, Subject = @case.Id.Value, Version = @case.Version, Columns = columns, People = ["m@example.org"], Record = "{}" };
        if (await writer.Write([update], stop) is not null) return false;
        if (await writer.Publish(AuditEvent.Of(AuditAct.RecordsImported, null, null, now, ""), updates => new NoLines().Again(updates, stop), stop) is not null) return false;

        while (await finish.RunAll(AtOnce, stop) > 0)
        {
        }

        return true;
    }

    private sealed class NoLines : IStagedLines
    {
        public Task<IReadOnlyList<StagedUpdate>> Again(IReadOnlyList<StagedUpdate> updates, CancellationToken stop) => Task.FromResult<IReadOnlyList<StagedUpdate>>([]);
    }
}
