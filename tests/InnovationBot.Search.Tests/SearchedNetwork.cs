using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Phrasing;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Meaning;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Case = InnovationBot.Network.Cases.Case;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InnovationBot.Search.Tests;

/// <summary>A network in a store of its own, and the search over it.</summary>
public sealed class SearchedNetwork : IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly TestStore store;
    private readonly ServiceProvider services;
    private readonly bool ownsStore;

    private SearchedNetwork(TestStore store, SearchOptions options, bool ownsStore, EmbeddingSource? embeddings = null, TimeProvider? clock = null)
    {
        this.store = store;
        this.ownsStore = ownsStore;
        var collected = new ServiceCollection();
        if (embeddings is not null) collected.AddSingleton(embeddings).AddSingleton<ModelBudget>();
        if (clock is not null) collected.AddSingleton(clock);
        services = collected.AddStore(store.ConnectionString).AddSearch(options).BuildServiceProvider(validateScopes: true);
    }

    public IServiceProvider Services => services;

    public ISearchIndex Index => services.GetRequiredService<ISearchIndex>();

    public ILanguageDetector Detector => services.GetRequiredService<ILanguageDetector>();

    public static async Task<SearchedNetwork> Open(string? folder = null, string? languagePack = null, EmbeddingSource? embeddings = null, TimeProvider? clock = null) =>
        new(await TestStore.Open(StoreEngine.Sqlite), new() { Folder = folder, LanguagePack = languagePack }, ownsStore: true, embeddings, clock);

    public IEmbeddings Embeddings => services.GetRequiredService<IEmbeddings>();

    public async Task<int> Count<TEntity>() where TEntity : class
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<TEntity>().CountAsync();
    }

    public async Task<TEntity> Stored<TEntity>(object id) where TEntity : class
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<NetworkDb>().Set<TEntity>().FindAsync(id))!;
    }

    /// <summary>The models whose vectors are stored.</summary>
    public async Task<List<string>> Models()
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NetworkDb>().StoredEmbeddings.Select(made => made.Model).Distinct().ToListAsync();
    }

    /// <summary>Why the search has no language pack.</summary>
    public string? PackComplaint => services.GetRequiredService<ILanguagePackState>().Complaint;

    /// <summary>The same store as another process of the program sees it.</summary>
    public SearchedNetwork Another(string? folder = null, EmbeddingSource? embeddings = null) => new(store, new() { Folder = folder }, ownsStore: false, embeddings);

    /// <summary>A host that follows, as the service runs it.</summary>
    public async Task<IAsyncDisposable> Follow()
    {
        var follower = services.GetServices<IHostedService>().Single(hosted => hosted.GetType().Name == "IndexFollower");
        await follower.StartAsync(CancellationToken.None);
        return new Following(follower);
    }

    /// <summary>Stores entities and says so in the change sequence, in one transaction, as use cases do.</summary>
    public async Task Save(params object[] entities)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        foreach (var entity in entities)
        {
            var known = entity switch
            {
                Case @case => await db.Cases.FindAsync(@case.Id) is not null,
                Member member => await db.Members.FindAsync(member.Id) is not null,
                _ => false,
            };
            db.ChangeTracker.Clear();
            if (known) db.Update(entity);
            else db.Add(entity);
            db.Add(entity switch
            {
                Case @case => new Change { Kind = ChangedKind.Case, Subject = @case.Id.Value, At = Start },
                Member member => new Change { Kind = ChangedKind.Member, Subject = member.Id.Value, At = Start },
                _ => throw new ArgumentOutOfRangeException(nameof(entities)),
            });
            await db.SaveChangesAsync();
        }
    }

    /// <summary>Takes somebody out of the store as "forget me" does: the sequence holds their trace alone, in the lines from before too.</summary>
    public async Task Forget(Member member)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        var trace = Change.TraceOf(member.Id);
        await db.Changes.Where(change => change.Subject == member.Id.Value).ExecuteUpdateAsync(set => set.SetProperty(change => change.Kind, ChangedKind.Forgotten).SetProperty(change => change.Subject, trace));
        db.Members.Remove(await db.Members.SingleAsync(one => one.Id == member.Id));
        db.Add(Change.Of(ChangedKind.Forgotten, trace, Start));
        await db.SaveChangesAsync();
    }

    /// <summary>Asks after everything stored can be found.</summary>
    public async Task<SearchAnswer> Ask(string text, string language = "en", Reader? reader = null, bool evenIfNothingFits = false)
    {
        await Index.CatchUp(CancellationToken.None);
        return await AskNow(text, language, reader, evenIfNothingFits);
    }

    public async Task<SearchAnswer> AskNow(string text, string language = "en", Reader? reader = null, bool evenIfNothingFits = false) =>
        await services.GetRequiredService<ISearch>().Find(new(text, new Language(language), reader ?? Reader.Anybody, EvenIfNothingFits: evenIfNothingFits), CancellationToken.None);

    public static Case Case(string title, string problem, string language = "en", string whatWasDone = "", string? lesson = null)
    {
        var id = EntityId.New<CaseId>(Start);
        return new Case
        {
            Id = id,
            Key = id.ToString(),
            Title = title,
            Problem = problem,
            WhatWasDone = whatWasDone,
            Lesson = lesson,
            Language = new(language),
            CreatedAt = Start,
        };
    }

    public static Member Ambassador(string name, params string[] topics) => new()
    {
        Id = EntityId.New<MemberId>(Start),
        Name = name,
        State = MemberState.Active,
        Consents = [Consent.Findable, Consent.Contactable, Consent.CaseContact],
        Languages = [Language.English],
        Topics = [.. topics],
        CreatedAt = Start,
    };

    public static void Carries(Member member, Case @case) => @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = member.Id, Position = @case.Contacts.Count });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsStore) await store.DisposeAsync();
    }

    private sealed class Following(IHostedService follower) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await follower.StopAsync(CancellationToken.None);
    }
}

/// <summary>A folder of one test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("innovationbot-search-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
