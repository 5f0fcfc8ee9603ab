using InnovationBot.Network;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using InnovationBot.Service.Delivery;
using InnovationBot.Storage;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Testing.Years;

/// <summary>
/// A year of a network on a fake clock: members in six time zones and six countries who answer, skip, put off, ignore, are away and take breaks, as
/// a seed says. What is due, the outbox and the rules of when somebody may be written to are the product's own; only nothing is
/// drawn or sent. Several times the program is killed: before it marked what it had claimed, and after.
/// </summary>
public sealed class SimulatedYear : IAsyncDisposable
{
    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Begin = new(2027, 1, 4, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Within each working day everywhere there is such an instant.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromHours(8);

    private static readonly (string Zone, string Country)[] Places =
    [
        ("Europe/Lisbon", "PT"), ("Europe/Brussels", "BE"), ("Europe/Ljubljana", "SI"), ("Europe/Helsinki", "FI"), ("Atlantic/Azores", "PT"), ("America/Cayenne", "FR"),
    ];

    private static readonly List<string> Elsewhere = ["Network.Events", "Network.Awards", "Network.Broadcasts", "Network.Transfer", "Network.Figures", "Cases.Results", "Cases.Sharing", "Cases.Reuses"];

    private readonly TestStore store;
    private readonly FakeTimeProvider clock = new(Begin);
    private readonly Random random;
    private ServiceProvider services = null!;
    private string holder = "";
    private int kills;

    private SimulatedYear(TestStore store, int seed)
    {
        this.store = store;
        random = new Random(seed);
    }

    /// <summary>One message that reached somebody.</summary>
    /// <param name="InHours">The moment was working time of the recipient, who was not away.</param>
    public sealed record Sent(MemberId To, string Kind, Guid Subject, string? Detail, bool Unasked, DateTimeOffset At, bool InHours, NoticeTiming Timing);

    public List<Sent> Messages { get; } = [];

    /// <summary>Check-ins that people asked to have later: these come twice.</summary>
    public HashSet<Guid> PutOff { get; } = [];

    public int Kills => kills;

    public DateTimeOffset Now => clock.GetUtcNow();

    public static async Task<SimulatedYear> Of(int members, int seed)
    {
        var year = new SimulatedYear(await TestStore.Open(StoreEngine.Sqlite), seed);
        year.Start();
        await year.Fill(members);
        return year;
    }

    /// <summary>Lives through the days.</summary>
    public async Task Live(int days = 365)
    {
        var end = Begin.AddDays(days);
        for (var tick = 0; Now < end; tick++)
        {
            // The program does not run at weekends: nothing may be sent then, and on Monday all that fell due is caught up with.
            clock.Advance(Now.DayOfWeek == DayOfWeek.Saturday ? TimeSpan.FromDays(2) : Step);
            if (tick % 61 == 60) await Restart();
            if (tick % 20 == 0) await SomebodyGoesAway();
            await Sweep();
            await Deliver(dies: tick % 37 == 36);
        }
    }

    public async Task<T> Read<T>(Func<NetworkDb, Task<T>> read) => await store.Read(read);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
    }

    private void Start()
    {
        holder = Guid.NewGuid().ToString("N");
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock).AddSingleton<ISearch>(new KnownPeople(store.NewDb)).AddSingleton<IShortAnswerSearch, NoShortAnswers>().AddSingleton<ITasks, NoTasks>()
            .AddScoped(_ => store.NewDb()).AddNetwork().BuildServiceProvider();
    }

    private async Task Restart()
    {
        kills++;
        await services.DisposeAsync();
        Start();
    }

    private async Task Fill(int members)
    {
        await using var db = store.NewDb();
        var organisations = Enumerable.Range(0, Math.Max(6, members / 25)).Select(i => new Organisation
        {
            Id = EntityId.New<OrganisationId>(Now), Key = $"o{i}", Name = $"Organisation {i}", Tier = (Tier)(i % 3), Country = Places[i % Places.Length].Country, CreatedAt = Now,
        }).ToList();
        db.AddRange(organisations);
        for (var i = 0; i < members; i++)
        {
            var place = Places[i % Places.Length];
            var member = new Member
            {
                Id = EntityId.New<MemberId>(Now), Name = $"Person {i}", TenantId = "tenant", EntraObjectId = $"{i}", Email = $"p{i}@example.org", State = MemberState.Active, Zone = place.Zone, Country = place.Country,
                OrganisationId = organisations[i % organisations.Count].Id, OrganisationProof = OrganisationProof.Import, CreatedAt = Now.AddDays(-random.Next(200)), Address = new Address($"chat {i}"),
            };
            if (i % 10 == 0)
            {
                member.Topics = ["permits"];
                member.BecomeAmbassador(Now.AddYears(-1));
                member.Give(Consent.Findable);
                member.Give(Consent.Contactable);
                member.MonthlyCap = 20;
            }

            db.Add(member);
        }

        await db.SaveChangesAsync();
        var cadences = new[] { Cadence.Weekly, Cadence.Weekly, Cadence.Fortnightly, Cadence.Monthly, Cadence.Monthly, Cadence.Quarterly, Cadence.Never };
        foreach (var id in await store.Read(db => db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync()))
            if (cadences[random.Next(cadences.Length)] is var cadence and not Cadence.Never) await Do<ChooseCadence>(choose => choose.Handle(id, cadence, default));
    }

    private async Task SomebodyGoesAway()
    {
        var people = await store.Read(db => db.Members.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());
        for (var i = 0; i < 1 + (people.Count / 100); i++)
        {
            var id = people[random.Next(people.Count)];
            await Do<SetAway>(away => away.Handle(id, Now.AddDays(random.Next(3, 20)), default));
        }
    }

    private async Task Sweep()
    {
        bool isMoreDue;
        do
        {
            isMoreDue = false;
            await using var scope = services.CreateAsyncScope();
            foreach (var work in scope.ServiceProvider.GetServices<IDueWork>().Where(IsOfThisYear)) isMoreDue |= await work.RunDue(Now, 100, default) >= 100;
        }
        while (isMoreDue);
    }

    /// <summary>There are no events, awards, messages to many and files here, so that nothing of theirs falls due.</summary>
    private static bool IsOfThisYear(IDueWork work) => !Elsewhere.Exists(part => work.GetType().Namespace!.Contains(part, StringComparison.Ordinal));

    /// <summary>Claims, looks whether now is the time, marks, records: as the delivery worker does.</summary>
    /// <param name="dies">The program is killed in the midst of it.</param>
    private async Task Deliver(bool dies)
    {
        while (true)
        {
            var claimed = await store.Notices.Claim(holder, 64, Now, Now, TimeSpan.FromSeconds(10), default);
            if (claimed.Count == 0) return;
            if (dies && random.Next(2) == 0)
            {
                await Restart(); // claimed and never marked: the lease runs out
                return;
            }

            List<DeliveryRecord> ended = [];
            List<ClaimedNotice> leaving = [];
            await using (var scope = services.CreateAsyncScope())
            {
                var calendars = scope.ServiceProvider.GetRequiredService<WorkingCalendars>();
                foreach (var claim in claimed)
                {
                    if (claim.MayHaveArrived) ended.Add(new(claim.Notice.Id, NoticeState.Unknown, Now));
                    else if (SendingTime.Later(claim, await Days(calendars, claim.Recipient!), UnaskedLimit.PerWindow, Now) is { } later) ended.Add(new(claim.Notice.Id, NoticeState.Queued, Now, Due: later));
                    else leaving.Add(claim);
                }
            }

            var marked = await store.Notices.Advance(holder, ended, [.. leaving.Select(claim => claim.Notice.Id)], Now, default);
            var refused = leaving.Where(claim => !marked.Contains(claim.Notice.Id)).Select(claim => new DeliveryRecord(claim.Notice.Id, NoticeState.Queued, Now, Due: Now + Step)).ToList();
            if (refused.Count > 0) await store.Notices.Advance(holder, refused, [], Now, default);
            var sent = leaving.Where(claim => marked.Contains(claim.Notice.Id)).ToList();
            foreach (var claim in sent) await Arrived(claim);
            if (dies)
            {
                await Restart(); // marked and never recorded: nobody knows whether it arrived
                return;
            }

            await Record(sent);
            foreach (var claim in sent) await React(claim.Notice);
        }
    }

    private async Task Arrived(ClaimedNotice claim)
    {
        var notice = claim.Notice;
        if (notice.Edits is not null) return;
        await using var scope = services.CreateAsyncScope();
        var days = await Days(scope.ServiceProvider.GetRequiredService<WorkingCalendars>(), claim.Recipient!);
        var local = TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(claim.Recipient!.Zone!));
        var inHours = local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 8 and < 17 && days.IsWorkingTime(Now) && !(claim.Recipient.AwayUntil > Now);
        Messages.Add(new Sent(notice.RecipientId, notice.Kind, notice.Subject, notice.Detail, notice.Unasked, Now, inHours, notice.Timing));
    }

    private async Task Record(List<ClaimedNotice> sent)
    {
        await store.Notices.Advance(holder, [.. sent.Select(claim => new DeliveryRecord(claim.Notice.Id, NoticeState.Sent, Now, ConversationId: "chat", ActivityId: claim.Notice.Id.ToString()))], [], Now, default);
        await using var scope = services.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetServices<IDelivered>().ToLookup(handler => handler.Kind);
        foreach (var claim in sent)
            foreach (var handler in handlers[claim.Notice.Kind]) await handler.Handle(claim.Notice, Now, default);
        await scope.ServiceProvider.GetRequiredService<NetworkDb>().SaveChangesAsync();
    }

    /// <summary>What the person does about what reached them.</summary>
    private async Task React(Notice notice)
    {
        if (notice.Edits is not null) return;
        var chance = random.Next(100);
        switch (notice.Kind)
        {
            case CheckInNotices.Question when chance < 30:
                await Answer(EntityId.From<CheckInId>(notice.Subject), notice.RecipientId);
                break;
            case CheckInNotices.Question when chance < 50:
                await Do<SkipCheckIn>(skip => skip.Handle(EntityId.From<CheckInId>(notice.Subject), notice.RecipientId, default));
                break;
            case CheckInNotices.Question when chance < 60:
                PutOff.Add(notice.Subject);
                await Do<SkipCheckIn>(skip => skip.Later(EntityId.From<CheckInId>(notice.Subject), notice.RecipientId, default));
                break;
            case IntroductionNotices.Asked when chance < 70:
                await Do<AcceptIntroduction>(accept => accept.Handle(EntityId.From<IntroductionId>(notice.Subject), notice.RecipientId, default));
                break;
            case IntroductionNotices.Asked when chance < 85:
                await Do<DeclineIntroduction>(decline => decline.Handle(EntityId.From<IntroductionId>(notice.Subject), notice.RecipientId, DeclineReason.NotNow, default));
                break;
        }
    }

    private async Task Answer(CheckInId id, MemberId by)
    {
        await Do<AnswerCheckIn>(answer => answer.Handle(id, by, $"People wait {random.Next(2, 20)} weeks for permits and ring {random.Next(2, 9)} times", Language.English, default));
        Answer? found = null;
        await Do<ConfirmCheckIn>(async confirm => found = (await confirm.Handle(new(id, by, "permits"), default)).Match<Answer?>(answer => answer, _ => null));
        if (found is not { People: [var person, ..] } || random.Next(3) > 0) return;
        var terms = new AskTerms(null, null, [Language.English], false, "People wait for permits.", false);
        await Do<SendIntroduction>(send => send.Handle(new SendIntroduction.Request(person.Suggestion.Id, by, terms), default));
    }

    private async Task Do<TUseCase>(Func<TUseCase, Task> act) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private static async Task<WorkingDays> Days(WorkingCalendars calendars, NoticeRecipient recipient) =>
        await calendars.Of(recipient.Zone, recipient.Country, recipient.AwayUntil, recipient.WorkingHours, default);
}
