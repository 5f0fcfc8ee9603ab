using System.Collections.Concurrent;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems.Embeddings;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Embeddings;

/// <summary>
/// Makes the embeddings of cases and of lines of profiles as they change, a batch at a time and no faster than the endpoint is to be
/// asked; each batch is stored before the next one, so that whoever is stopped goes on from there. What another model made is made anew. Of several
/// instances one asks the model, and the others read what it stored.
/// </summary>
internal sealed class EmbeddingKeeper(
    IDbContextFactory<NetworkDb> contexts, IndexKeeper index, ModelTrial trial, TimeProvider clock, ILogger<EmbeddingKeeper> log, SearchMetrics metrics, IEmbeddingStore? store = null, EmbeddingSource? source = null, ISoleWork? sole = null)
    : BackgroundService, IEmbeddings
{
    private const int Batch = 32;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim making = new(1, 1);
    private volatile EmbeddingTable? table;
    private bool everythingSeen;

    /// <summary>From the beginning on, so that no change is missed.</summary>
    public bool AreOn { get; } = index.IsWatched = source is not null && store is not null;

    /// <summary>Those of the model in use; <c>null</c> when none is configured, or nobody could ask it yet and none are stored.</summary>
    public async ValueTask<EmbeddingTable?> Table(CancellationToken stop)
    {
        if (!AreOn) return null;
        if (table is { } known) return known;
        await making.WaitAsync(stop);
        try
        {
            return table ??= await Stored(stop);
        }
        finally
        {
            making.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!AreOn) return;
        await Task.Yield();
        var pause = FirstPause;
        ISoleTurn? turn = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (turn is not null && !await turn.IsHeld(stoppingToken))
                {
                    await turn.DisposeAsync();
                    turn = null;
                }

                turn ??= sole is null ? null : await sole.TryTake("embeddings", stoppingToken);
                if (sole is null || turn is not null) await CatchUp(stoppingToken);
                else await ReadOthers(stoppingToken);
                pause = FirstPause;
                await Task.Delay(sole is null || turn is not null ? Look : LookAtOthers, clock, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.EmbeddingsFailed(fault is EmbeddingException ? fault.Message : fault.GetType().Name, pause.TotalSeconds);
                await Task.Delay(pause, clock, stoppingToken);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        if (turn is not null) await turn.DisposeAsync();
    }

    /// <summary>Another instance makes them: what it has stored since the last look is taken over. Once it stops, everything is looked at here.</summary>
    private async Task ReadOthers(CancellationToken stop)
    {
        await making.WaitAsync(stop);
        try
        {
            everythingSeen = false;
            index.Changed.Clear();
            var isFirst = table is null;
            var now = clock.GetUtcNow();
            table ??= await Stored(stop);
            if (table is not { } known) return;
            if (!isFirst)
            {
                await foreach (var made in store!.Read(known.Model, othersReadAt - Overlap, stop)) known.Put(made.Subject, made.TextHash, EmbeddingTable.FromBytes(made.Vector));
            }

            othersReadAt = now;
            if (IsToBeTried) await Try(known, stop); // how far the model is listened to is the same everywhere
        }
        finally
        {
            making.Release();
        }
    }

    private static readonly TimeSpan LookAtOthers = TimeSpan.FromSeconds(1);

    /// <summary>Another machine's clock may be behind, and its transaction may have taken a while.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private DateTimeOffset othersReadAt;

    public async Task CatchUp(CancellationToken stop)
    {
        if (!AreOn) return;
        await index.CatchUp(stop);
        await making.WaitAsync(stop);
        try
        {
            table ??= await Stored(stop);
            while (!await Make(stop))
            {
            }
        }
        finally
        {
            making.Release();
        }
    }

    /// <returns>No when the model turned out to be another one, so that all is to be looked at again.</returns>
    private async Task<bool> Make(CancellationToken stop)
    {
        List<(ChangedKind, Guid)> changed = [];
        if (!everythingSeen)
        {
            index.Changed.Clear();
            foreach (var some in (await Everything(stop)).Chunk(Batch))
            {
                if (!await Make(some, stop)) return false;
            }

            everythingSeen = true;
        }

        if (IsToBeTried && IsAnother(await Try(table!, stop))) return false;
        while (index.Changed.TryTake(out var one)) changed.Add(one);
        if (changed.Count == 0) return true;
        try
        {
            var texts = await Texts(changed, stop);
            await store!.Remove(
                [.. changed.Where(one => one.Item1 == ChangedKind.Case).Select(one => CaseId.From(one.Item2)).Distinct()],
                [.. changed.Where(one => one.Item1 == ChangedKind.Member).Select(one => MemberId.From(one.Item2)).Distinct()],
                [.. texts.Select(text => text.Subject)], stop);
            foreach (var some in texts.Where(text => table?.Has(text.Subject, text.Hash) != true).Chunk(Batch))
            {
                if (!await Make(some, stop)) return false;
            }
        }
        catch
        {
            foreach (var one in changed) index.Changed.Add(one); // once more, later
            throw;
        }

        return true;
    }

    /// <summary>Again when there are twice as many texts as there were.</summary>
    private bool IsToBeTried => table is { Count: > 0 } all && all.Count >= 2 * all.TriedWith;

    /// <summary>What the model is worth beside the words, found out with some cases of the library.</summary>
    /// <returns>How long its vectors are now: the deployment may have another model than the one that made the table's.</returns>
    private async Task<int> Try(EmbeddingTable all, CancellationToken stop)
    {
        var count = all.Count;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var library = await db.Cases.AsNoTracking().OrderBy(c => c.Key).Select(c => new { c.Id, c.Language }).ToListAsync(stop);
        var known = library.Select(c => (Place: all.Place(c.Id.Value), Language: Label.LanguageNumber(c.Language))).Where(c => c.Place >= 0).ToList();
        var some = library.Where((_, place) => place % Math.Max(1, library.Count / ModelTrial.MostTitles) == 0).Take(ModelTrial.MostTitles).Select(c => c.Id).ToList();
        var tried = (await db.Cases.AsNoTracking().Where(c => some.Contains(c.Id)).OrderBy(c => c.Key).ToListAsync(stop))
            .Where(c => all.Place(c.Id.Value) >= 0).Select(c => ModelTrial.Tried.Of(c, all.Place(c.Id.Value))).OfType<ModelTrial.Tried>().ToList();
        List<string?> rests = [.. tried.Select(one => one.RestText)];
        var made = tried.Count < ModelTrial.FewestTitles ? [] : await AskAll([.. tried.Select(one => one.Title), .. rests.OfType<string>()], stop);
        all.TriedWith = count; // not before: whom the endpoint does not answer tries again
        if (made.Count == 0) return all.Dimensions;
        if (made[0].Length != all.Dimensions) return made[0].Length;
        var next = tried.Count;
        List<float[]?> ofRests = [.. rests.Select(rest => rest is null ? null : made[next++])];

        using var generation = await index.Use(stop);
        using var view = generation.Index.Read();
        all.Worth = trial.Of(tried, made[..tried.Count], ofRests, known, all, view.Reader);
        return all.Dimensions;
    }

    private async Task<List<float[]>> AskAll(string[] texts, CancellationToken stop)
    {
        var made = new List<float[]>(texts.Length);
        foreach (var some in texts.Chunk(Batch))
        {
            if (made.Count > 0) await Pace(stop);
            made.AddRange(await Ask(some, stop));
        }

        return made;
    }

    private Task Pace(CancellationToken stop) => Task.Delay(TimeSpan.FromMinutes(1) / source!.RequestsPerMinute, clock, stop);

    private async Task<bool> Make(IReadOnlyList<EmbeddedText> texts, CancellationToken stop)
    {
        var vectors = await Ask([.. texts.Select(text => text.Text)], stop);
        if (IsAnother(vectors[0].Length)) return false;

        var into = table!;
        var made = texts.Zip(vectors).Select(pair => new StoredEmbedding
        {
            Subject = pair.First.Subject, CaseId = pair.First.Kind == ChangedKind.Case ? CaseId.From(pair.First.Owner) : null,
            MemberId = pair.First.Kind == ChangedKind.Member ? MemberId.From(pair.First.Owner) : null, Model = into.Model, TextHash = pair.First.Hash,
            Vector = EmbeddingTable.ToBytes(pair.Second), MadeAt = clock.GetUtcNow(),
        }).ToList();
        await store!.Write(made, stop);
        foreach (var (text, vector) in texts.Zip(vectors)) into.Put(text.Subject, text.Hash, vector);
        await Pace(stop);
        return true;
    }

    /// <summary>The first answer of all, or the deployment has another model now: what there is cannot be compared with it, and everything is to be made.</summary>
    private bool IsAnother(int length)
    {
        if (table?.Dimensions == length) return false;
        if (table is not null) log.ModelChanged(table.Dimensions, length);
        table = new EmbeddingTable(Model(length), length);
        everythingSeen = false;
        return true;
    }

    private async Task<List<float[]>> Ask(string[] texts, CancellationToken stop)
    {
        GeneratedEmbeddings<Embedding<float>> answer;
        try
        {
            answer = await source!.Generator.GenerateAsync(texts, cancellationToken: stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            metrics.Embedded("library", "failed", texts.Length);
            throw new EmbeddingException($"the embedding endpoint does not answer ({fault.GetType().Name})", fault);
        }

        metrics.Embedded("library", "made", answer.Count);
        if (answer.Count != texts.Length) throw new EmbeddingException($"the embedding endpoint answered {answer.Count} vectors for {texts.Length} texts");
        var vectors = answer.Select(one => one.Vector.ToArray()).ToList();
        if (vectors.Any(vector => vector.Length != vectors[0].Length)) throw new EmbeddingException("the embedding endpoint answers vectors of different lengths");
        if (!vectors.TrueForAll(vector => EmbeddingTable.Normalise(vector))) throw new EmbeddingException("the embedding endpoint answers vectors without a direction");
        return vectors;
    }

    private string Model(int length) => FormattableString.Invariant($"{source!.Deployment}/{length}");

    private async Task<EmbeddingTable?> Stored(CancellationToken stop)
    {
        if (await store!.NewestModel(source!.Deployment, stop) is not { } model || !int.TryParse(model[(model.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var length)) return null;
        var read = new EmbeddingTable(model, length);
        await foreach (var made in store.Read(model, stop)) read.Put(made.Subject, made.TextHash, EmbeddingTable.FromBytes(made.Vector));
        return read;
    }

    private async Task<List<EmbeddedText>> Everything(CancellationToken stop)
    {
        var missing = new List<EmbeddedText>();
        await using var db = await contexts.CreateDbContextAsync(stop);
        await foreach (var @case in db.Cases.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop)) missing.AddRange(EmbeddedText.Of(@case).Where(IsMissing));
        await foreach (var member in db.Members.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop)) missing.AddRange(EmbeddedText.Of(member).Where(IsMissing));
        return missing;

        bool IsMissing(EmbeddedText text) => table?.Has(text.Subject, text.Hash) != true;
    }

    private async Task<List<EmbeddedText>> Texts(IReadOnlyCollection<(ChangedKind Kind, Guid Id)> changed, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var cases = changed.Where(one => one.Kind == ChangedKind.Case).Select(one => CaseId.From(one.Id)).Distinct().ToList();
        var members = changed.Where(one => one.Kind == ChangedKind.Member).Select(one => MemberId.From(one.Id)).Distinct().ToList();
        return
        [
            .. (await db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).ToListAsync(stop)).SelectMany(EmbeddedText.Of),
            .. (await db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).ToListAsync(stop)).SelectMany(EmbeddedText.Of),
        ];
    }
}
