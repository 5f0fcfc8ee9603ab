using System.Collections.Concurrent;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using InnovationBot.Service.Watching;

namespace InnovationBot.Service.People;

/// <summary>
/// Members by who sends, so that no turn reads its sender from the store, and the settings in force. Kept true by the change sequence: what this process has
/// committed is taken in before the next look, what others committed within a second.
/// </summary>
/// <remarks>Whoever is in here belongs to nobody's unit of work and must not be changed.</remarks>
internal sealed class MemberCache(IChangeFeed feed, ChangesWritten written, SettingsInForce settings, CacheMetrics? metrics = null, LastCards? shown = null) : IDisposable
{
    /// <summary>About 1 KB each. A network that has more people than this at once forgets all of them and starts over.</summary>
    private const int Most = 20_000;

    private const int Batch = 500;

    private readonly ConcurrentDictionary<SenderKey, Member> bySender = new();
    private readonly ConcurrentDictionary<MemberId, Member> byId = new();
    private readonly SemaphoreSlim following = new(1, 1);
    private Task unread = Task.CompletedTask;
    private ChangePosition? position;
    private long version;

    /// <summary>Rises with every change taken in. Read it before reading a member from the store.</summary>
    public long Version => Volatile.Read(ref version);

    public async ValueTask<Member?> Find(SenderKey sender, CancellationToken stop)
    {
        await TakeInOwn(stop);
        var known = bySender.GetValueOrDefault(sender);
        metrics?.Looked("members", known is not null);
        return known;
    }

    public async ValueTask<Member?> Find(MemberId id, CancellationToken stop)
    {
        await TakeInOwn(stop);
        return byId.GetValueOrDefault(id);
    }

    /// <param name="readAt"><see cref="Version"/> from before the member was read; when something changed since, the member is not kept.</param>
    public void Keep(SenderKey sender, Member member, long readAt)
    {
        if (Keep(member, readAt)) bySender[sender] = member;
    }

    /// <inheritdoc cref="Keep(SenderKey, Member, long)"/>
    public bool Keep(Member member, long readAt)
    {
        if (readAt != Version) return false;
        if (byId.Count >= Most) Clear();
        byId[member.Id] = member;
        return true;
    }

    public void Forget(MemberId id)
    {
        Interlocked.Increment(ref version);
        byId.TryRemove(id, out _);
        foreach (var entry in bySender)
            if (entry.Value.Id == id) bySender.TryRemove(entry);
    }

    /// <summary>Takes in whatever was committed, by this process or others.</summary>
    public async Task Follow(CancellationToken stop)
    {
        await following.WaitAsync(stop);
        try
        {
            Volatile.Write(ref unread, written.Next); // before reading: what is committed meanwhile is looked for again
            await TakeIn(stop);
        }
        catch
        {
            Volatile.Write(ref unread, Task.CompletedTask);
            Clear();
            throw;
        }
        finally
        {
            following.Release();
        }
    }

    public void Dispose() => following.Dispose();

    private ValueTask TakeInOwn(CancellationToken stop) =>
        Volatile.Read(ref unread).IsCompleted ? new ValueTask(Follow(stop)) : ValueTask.CompletedTask;

    private async Task TakeIn(CancellationToken stop)
    {
        if (position is null) await BeginAnew(stop);
        while (position is { } from)
        {
            var batch = await feed.Read(from, Batch, stop);
            if (batch.Lost)
            {
                await BeginAnew(stop);
                return;
            }

            position = batch.Next;
            if (batch.Changes.Count == 0) return;
            Forget(batch.Changes);
        }
    }

    /// <summary>What was kept before the place was known may have changed before it.</summary>
    private async Task BeginAnew(CancellationToken stop)
    {
        position = await feed.End(stop);
        Clear();
    }

    private void Forget(IReadOnlyList<Change> changes)
    {
        if (changes.Any(change => change.Kind == ChangedKind.Settings)) settings.Forget();
        var ids = changes.Where(change => change.Kind == ChangedKind.Member).Select(change => EntityId.From<MemberId>(change.Subject)).ToHashSet();
        var traces = changes.Where(change => change.Kind == ChangedKind.Forgotten).Select(change => change.Subject).ToHashSet();
        if (traces.Count > 0) shown?.Clear();
        if (traces.Count > 0) ids.UnionWith(byId.Keys.Concat(bySender.Values.Select(member => member.Id)).Where(id => traces.Contains(Change.TraceOf(id))).ToList());
        if (ids.Count == 0) return;
        Interlocked.Increment(ref version);
        foreach (var id in ids) byId.TryRemove(id, out _);
        foreach (var entry in bySender)
            if (ids.Contains(entry.Value.Id)) bySender.TryRemove(entry);
    }

    private void Clear()
    {
        settings.Forget();
        Interlocked.Increment(ref version);
        bySender.Clear();
        byId.Clear();
    }
}
