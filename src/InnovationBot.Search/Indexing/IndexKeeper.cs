using System.Collections.Concurrent;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;
using Lucene.Net.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Indexing;

/// <summary>
/// Keeps the index in step with the store: opens it, reads the change sequence from where it stopped, and builds a new
/// one beside the running one when it is missing, broken, of another format, or the store is not the one it was made from.
/// </summary>
internal sealed class IndexKeeper(
    IDbContextFactory<NetworkDb> contexts, IChangeFeed feed, Documents documents, Lexicon lexicon, PackKeeper pack, Tuning tuning, SearchOptions options, TimeProvider clock, ILogger<IndexKeeper> log)
    : ISearchIndex, IAsyncDisposable
{
    // Changes read at once; a bigger step keeps the writer longer from what follows.
    private const int Step = 500;

    // How long changes may be findable without being durable; a crash reads them again from the store.
    private static readonly TimeSpan CommitInterval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly ConcurrentDictionary<MemberId, KnownPerson> people = new();
    private string Format => FormattableString.Invariant($"{IndexFields.Format} {lexicon.Fingerprint} {pack.Words?.Pack.Fingerprint}").TrimEnd();
    private IndexFolder? folder;
    private volatile Generation? current;
    private ChangePosition position;
    private DateTimeOffset committedAt;
    private bool uncommitted;

    /// <summary>Counts up whenever what can be found changed.</summary>
    public int Edition => Volatile.Read(ref edition);

    private int edition;

    /// <summary>What came or changed since it was last taken from here; filled only for whoever watches.</summary>
    public ConcurrentBag<(ChangedKind Kind, Guid Id)> Changed { get; } = [];

    public bool IsWatched { get; set; }

    public KnownPerson? Person(MemberId id) => people.GetValueOrDefault(id);

    /// <summary>What counts as a fit among what can be found now.</summary>
    public FitModel Fit => learned?.Model ?? FitModel.Usual(withMeaning: false);

    private volatile LearnedFit? learned;

    /// <summary>The index in use, opened or built when this is the first one who asks.</summary>
    public async ValueTask<Generation> Use(CancellationToken stop)
    {
        while (true)
        {
            if (current is { } generation && generation.TryUse()) return generation;
            if (current is null) await CatchUp(stop);
        }
    }

    public async Task CatchUp(CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            if (current is null) await Open(stop);
            await Follow(stop);
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task Rebuild(CancellationToken stop)
    {
        await writing.WaitAsync(stop);
        try
        {
            await BuildBeside(stop);
            await Follow(stop);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task Open(CancellationToken stop)
    {
        if (options.Folder is { } path && (folder = IndexFolder.TryHold(path)) is null) log.FolderInUse();
        if (Existing() is not { } index)
        {
            await BuildBeside(stop);
            return;
        }

        position = index.Position;
        await using var db = await contexts.CreateDbContextAsync(stop);
        await foreach (var member in db.Members.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop)) Know(member.Id, KnownPerson.Of(member));
        Replace(index);
        log.IndexOpened(index.Count);
    }

    private SearchIndex? Existing()
    {
        if (folder?.Current is not { } generation) return null;
        try
        {
            return SearchIndex.Existing(generation, Format);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            log.IndexBroken(failure.GetType().Name);
            return null;
        }
    }

    private async Task BuildBeside(CancellationToken stop)
    {
        var started = clock.GetTimestamp();
        var path = folder?.Next();
        var index = path is null ? SearchIndex.InMemory() : SearchIndex.Create(path);
        try
        {
            position = await feed.End(stop); // first: what changes while we read is read again
            await using var db = await contexts.CreateDbContextAsync(stop);
            await Fill(index, db.Cases.AsNoTracking().Include(c => c.Contacts).AsAsyncEnumerable(), documents.Of, stop);
            await Fill(index, db.ShortAnswers.AsNoTracking().AsAsyncEnumerable(), documents.Of, stop);

            people.Clear();
            await foreach (var member in db.Members.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            {
                Know(member.Id, KnownPerson.Of(member));
                foreach (var line in documents.Of(member)) index.Add(line);
            }

            index.Commit(position, Format, learned: null);
            index.Refresh();
            await Committed(); // of the one that is replaced
        }
        catch
        {
            index.Dispose();
            throw;
        }

        if (path is not null) folder!.Use(path);
        Replace(index);
        folder?.DeleteOthers();
        committedAt = clock.GetUtcNow();
        log.IndexBuilt(index.Count, clock.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>
    /// Documents are made on the other cores while this one reads the store and writes the index: making one costs as much as both. They come in the store's
    /// order all the same, so that the same store makes the same index.
    /// </summary>
    private static async Task Fill<T>(SearchIndex index, IAsyncEnumerable<T> entities, Func<T, Document?> make, CancellationToken stop)
    {
        var beingMade = new Queue<Task<List<Document>>>();
        await foreach (var some in entities.Chunk(MadeAtOnce).WithCancellation(stop))
        {
            beingMade.Enqueue(Task.Run(() => some.Select(make).OfType<Document>().ToList(), stop));
            if (beingMade.Count > Environment.ProcessorCount) await Write(beingMade.Dequeue());
        }

        while (beingMade.TryDequeue(out var made)) await Write(made);

        async Task Write(Task<List<Document>> made)
        {
            foreach (var document in await made) index.Add(document);
        }
    }

    // Few enough that some texts in memory are nothing, and enough that handing them over is nothing.
    private const int MadeAtOnce = 64;

    private async Task Follow(CancellationToken stop)
    {
        while (true)
        {
            var batch = await feed.Read(position, Step, stop);
            if (batch.Lost)
            {
                await BuildBeside(stop);
                continue;
            }

            if (batch.Changes.Count > 0) await Apply(batch.Changes, stop);
            position = batch.Next;
            if (batch.Changes.Count < Step) break;
        }

        Learn();

        if (uncommitted && clock.GetUtcNow() - committedAt >= CommitInterval) await Commit();
    }

    private async Task Apply(IReadOnlyList<Change> changes, CancellationToken stop)
    {
        var index = current!.Index;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var cases = changes.Where(c => c.Kind == ChangedKind.Case).Select(c => CaseId.From(c.Subject)).Distinct().ToList();
        var found = await db.Cases.AsNoTracking().Include(c => c.Contacts).Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        foreach (var id in cases) index.Put(id, found.TryGetValue(id, out var @case) ? documents.Of(@case) : null);

        var answers = changes.Where(c => c.Kind == ChangedKind.ShortAnswer).Select(c => ShortAnswerId.From(c.Subject)).Distinct().ToList();
        var kept = answers.Count == 0 ? [] : await db.ShortAnswers.AsNoTracking().Where(a => answers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        foreach (var id in answers) index.Put(id, kept.TryGetValue(id, out var answer) ? documents.Of(answer) : null);

        var members = changes.Where(c => c.Kind == ChangedKind.Member).Select(c => MemberId.From(c.Subject)).Distinct().ToList();
        var known = await db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        foreach (var id in members)
        {
            var member = known.GetValueOrDefault(id);
            Know(id, member is null ? null : KnownPerson.Of(member));
            index.Put(id, member is null ? [] : documents.Of(member));
        }

        var forgotten = Forgotten(changes, index);
        foreach (var id in forgotten)
        {
            Know(id, null);
            index.Put(id, []);
        }

        if (IsWatched)
        {
            foreach (var id in forgotten) Changed.Add((ChangedKind.Member, id.Value));
            foreach (var change in changes.Where(change => change.Kind is ChangedKind.Case or ChangedKind.Member)) Changed.Add((change.Kind, change.Subject));
        }

        index.Refresh();
        uncommitted = true;
        Interlocked.Increment(ref edition);
    }

    /// <summary>The sequence does not tell who was forgotten; whoever is still here is told by their trace.</summary>
    private List<MemberId> Forgotten(IReadOnlyList<Change> changes, SearchIndex index)
    {
        var traces = changes.Where(change => change.Kind == ChangedKind.Forgotten).Select(change => change.Subject).ToHashSet();
        return traces.Count == 0 ? [] : [.. people.Keys.Concat(index.People()).Distinct().Where(id => traces.Contains(Change.TraceOf(id)))];
    }

    private void Know(MemberId id, KnownPerson? person)
    {
        if (person is null) people.TryRemove(id, out _);
        else people[id] = person;
    }

    /// <summary>
    /// Beside what follows: the disk takes a tenth of a second or more, and the next change would be found that much later. One that fails is told when the next
    /// is due; what it held is read again from the store.
    /// </summary>
    private async Task Commit()
    {
        await Committed();
        var (index, upTo, format, fit) = (current!.Index, position, Format, learned);
        committing = Task.Run(() => index.Commit(upTo, format, fit));
        committedAt = clock.GetUtcNow();
        uncommitted = false;
    }

    /// <summary>The last commit has ended.</summary>
    private Task Committed()
    {
        var last = committing;
        committing = Task.CompletedTask;
        return last;
    }

    private Task committing = Task.CompletedTask;

    private void Replace(SearchIndex index)
    {
        var old = current;
        current = new Generation(index);
        learned = index.Learned;
        uncommitted = false;
        Interlocked.Increment(ref edition);
        old?.Retire();
        Learn();
    }

    /// <summary>Again whenever a tenth of the documents has come or gone.</summary>
    private void Learn()
    {
        var index = current!.Index;
        if (learned?.IsStale(index.Count) == false) return;
        using var view = index.Read();
        learned = new(FitModel.Learn(view.Searcher, lexicon, pack.Words, tuning), index.Count);
        uncommitted = true;
    }

    /// <summary>Registered under two types, it may be disposed of twice.</summary>
    public async ValueTask DisposeAsync()
    {
        await writing.WaitAsync();
        if (current is { } generation)
        {
            if (uncommitted) await Commit();
            await Committed();
            current = null;
            generation.Retire();
        }

        folder?.Dispose();
        folder = null;
        writing.Release();
    }
}

/// <summary>An index in use; closed when it was replaced and the last one who reads it has finished.</summary>
internal sealed class Generation(SearchIndex index) : IDisposable
{
    private int users = 1; // the keeper is one

    public SearchIndex Index { get; } = index;

    public bool TryUse()
    {
        while (true)
        {
            var seen = Volatile.Read(ref users);
            if (seen == 0) return false;
            if (Interlocked.CompareExchange(ref users, seen + 1, seen) == seen) return true;
        }
    }

    /// <summary>The keeper has another one.</summary>
    public void Retire() => Dispose();

    public void Dispose()
    {
        if (Interlocked.Decrement(ref users) == 0) Index.Dispose();
    }
}
