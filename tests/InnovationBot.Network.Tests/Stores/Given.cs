using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using InnovationBot.Network.Turns;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Network.Tests.Stores;

/// <summary>People in situations, over a real store; each act runs in a scope of its own, as a turn does.</summary>
internal sealed class Given : IAsyncDisposable
{
    /// <summary>A Wednesday, ten in the morning in Brussels; no holiday anywhere near.</summary>
    public static readonly DateTimeOffset Start = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    public const string Permits = "People wait eleven weeks for building permits and the phone is never answered";

    private readonly TestStore store;
    private readonly ServiceProvider services;

    private Given(TestStore store)
    {
        this.store = store;
        Search = new StoredSearch(store.NewDb);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock).AddSingleton<ISearch>(Search).AddSingleton<IShortAnswerSearch>(Search).AddSingleton<ITasks, WordTasks>().AddScoped(_ => store.NewDb())
            .AddNetwork().BuildServiceProvider(validateScopes: true);
    }

    public static async Task<Given> On(StoreEngine engine) => new(await TestStore.Open(engine));

    public FakeTimeProvider Clock { get; } = new(Start);

    public StoredSearch Search { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Runs one use case as a turn does: with parts of its own.</summary>
    public async Task<T> Do<TUseCase, T>(Func<TUseCase, Task<T>> act) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <summary>The same, run again when somebody else was faster.</summary>
    public async Task<T> Turn<TUseCase, T>(Func<TUseCase, Task<T>> act) where TUseCase : notnull
    {
        await using var db = store.NewDb();
        return await new RetryLostRace(TimeProvider.System).Run(_ => Do(act), db.IsLostRace, default);
    }

    public async Task<T> Read<T>(Func<NetworkDb, Task<T>> read)
    {
        await using var db = store.NewDb();
        return await read(db);
    }

    public async Task Save(params object[] entities)
    {
        await using var db = store.NewDb();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    public Task Change<TEntity>(object id, Action<TEntity> change) where TEntity : class => Read(async db =>
    {
        change((await db.FindAsync<TEntity>(id))!);
        return await db.SaveChangesAsync();
    });

    public async Task<Organisation> Organisation(string name = "City of Aarhus", Tier tier = Tier.Local, string country = "BE", Sector sector = Sector.Public, params string[] domains)
    {
        var organisation = new Organisation
        {
            Id = EntityId.New<OrganisationId>(Now), Key = name, Name = name, Tier = tier, Sector = sector, Country = country, Domains = [.. domains], CreatedAt = Now,
        };
        await Save(organisation);
        return organisation;
    }

    /// <summary>Somebody who wrote and has not joined.</summary>
    public async Task<Member> Asker(string name = "Mia", Organisation? organisation = null, params string[] languages)
    {
        var member = Person(name, organisation, languages);
        member.State = MemberState.Met;
        await Save(member);
        return member;
    }

    /// <summary>Somebody who agreed to be found and asked.</summary>
    public async Task<Member> Ambassador(
        string name, string topic = "building permits", Visibility visibility = Visibility.Listed, Organisation? organisation = null, int cap = 3, params string[] languages)
    {
        var member = Person(name, organisation, languages);
        member.State = MemberState.Active;
        member.Topics = [topic];
        member.Visibility = visibility;
        member.MonthlyCap = cap;
        member.Ambassador = AmbassadorState.Confirmed;
        member.AmbassadorSince = Start.AddYears(-2);
        member.Give(Consent.Findable);
        member.Give(Consent.Contactable);
        member.Give(Consent.CaseContact);
        await Save(member);
        return member;
    }

    public async Task<Member> Organiser(string name = "Olga")
    {
        var member = Person(name, null, []);
        member.State = MemberState.Active;
        member.Give(Role.Organiser);
        await Save(member);
        return member;
    }

    public async Task<Case> Case(
        string title, string problem = Permits, Outcome outcome = Outcome.Succeeded, Organisation? organisation = null, string? area = "housing",
        Readers readers = Readers.Network, ShownAs shownAs = ShownAs.Named, Member? contact = null, Tier? tier = Tier.Local, int? year = 2025)
    {
        var id = EntityId.New<CaseId>(Now);
        var @case = new Case
        {
            Id = id, Key = title, Title = title, Problem = problem, WhatWasDone = "We changed the order of the steps.", Lesson = "Start with the phone.", Outcome = outcome,
            OrganisationId = organisation?.Id, PolicyArea = area, Tier = tier, Sector = Sector.Public, Country = "BE", Year = year, Readers = readers, ShownAs = shownAs,
            Language = Language.English, CreatedAt = Now, PublishedAt = Now,
            Contacts = contact is null ? [] : [new CaseContact { CaseId = id, MemberId = contact.Id }],
        };
        await Save(@case, Outbox.Change.Of(ChangedKind.Case, id.Value, Now));
        return @case;
    }

    public async Task<Answer> Asked(Member by, string text = Permits) =>
        (await Do<AskNetwork, Result<Answer>>(ask => ask.Handle(new AskNetwork.Request(by.Id, text, Language.English, null), default))).Value;

    public static AskTerms Terms(string blurb = "People wait eleven weeks for a permit.", bool nameNow = false, bool notOwn = false, params string[] languages) => new(
        null, new OrganisationKind(Tier.Local, Sector.Public, "BE"), [.. (languages is [] ? ["en"] : languages).Select(code => new Language(code))], notOwn, blurb, nameNow);

    public Task<Result<IntroductionView>> Send(SuggestionId suggestion, Member by, AskTerms? terms = null) =>
        Do<SendIntroduction, Result<IntroductionView>>(send => send.Handle(new SendIntroduction.Request(suggestion, by.Id, terms ?? Terms()), default));

    /// <summary>Asks, chooses the person, and sends.</summary>
    public async Task<IntroductionView> Requested(Member taker, Member giver, AskTerms? terms = null, string text = Permits)
    {
        var answer = await Asked(taker, text);
        var suggestion = answer.People.Single(person => person.Suggestion.MemberId == giver.Id).Suggestion;
        return (await Send(suggestion.Id, taker, terms)).Value;
    }

    /// <summary>The same, and the request has reached the giver.</summary>
    public async Task<IntroductionId> IntroductionAsked(Member taker, Member giver, AskTerms? terms = null)
    {
        var view = await Requested(taker, giver, terms);
        await DeliverAll();
        return view.Id;
    }

    /// <summary>What the delivery worker does with everything that is due, without sending it anywhere.</summary>
    public async Task DeliverAll()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
        foreach (var notice in await db.Notices.Where(n => n.State == NoticeState.Queued).ToListAsync())
        {
            (notice.State, notice.SentAt, notice.ConversationId, notice.ActivityId) = (NoticeState.Sent, Now, "conversation", notice.Id.ToString());
            foreach (var delivered in scope.ServiceProvider.GetServices<IDelivered>().Where(one => one.Kind == notice.Kind)) await delivered.Handle(notice, Now, default);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Moves the clock and lets everything happen that is due by then.</summary>
    public async Task Later(TimeSpan by)
    {
        Clock.Advance(by);
        await Sweep();
    }

    /// <summary>One sweep of the clockwork worker.</summary>
    public async Task Sweep()
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IDueWork>()) await work.RunDue(Now, 100, default);
    }

    public Task<Introduction> Introduction(IntroductionId id) => Read(db => db.Introductions.AsNoTracking().SingleAsync(i => i.Id == id));

    /// <summary>The request for the same problem that is under way now.</summary>
    public Task<Introduction> Next(IntroductionId after) => Read(async db =>
    {
        var first = await db.Introductions.AsNoTracking().SingleAsync(i => i.Id == after);
        return await db.Introductions.AsNoTracking().Where(i => i.FirstId == first.FirstId && i.Id != after).OrderByDescending(i => i.CreatedAt).FirstAsync();
    });

    public async Task<IReadOnlyList<string>> NoticesTo(Member member) => await Read(db => db.Notices.AsNoTracking()
        .Where(n => n.RecipientId == member.Id && n.Edits == null && n.Reason != FailureReason.Cancelled).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Select(n => n.Kind).ToListAsync());

    public Task<Result<IntroductionView>> Seen(IntroductionId id, Member by) => Do<ShowIntroduction, Result<IntroductionView>>(show => show.Handle(id, by.Id, default));

    public IServiceScope Scope() => services.CreateScope();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
    }

    private Member Person(string name, Organisation? organisation, string[] languages) => new()
    {
        Id = EntityId.New<MemberId>(Now), Name = name, Email = $"{name.ToLowerInvariant()}@example.org", TenantId = "tenant", EntraObjectId = name,
        Role = "adviser", OrganisationId = organisation?.Id, OrganisationProof = organisation is null ? OrganisationProof.Claimed : OrganisationProof.Import,
        Zone = "Europe/Brussels", Country = "BE", Languages = [.. languages.Select(code => new Language(code))], CreatedAt = Now,
    };
}
