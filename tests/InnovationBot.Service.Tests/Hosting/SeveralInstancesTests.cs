using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Testing;
using InnovationBot.Testing.Connector;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Hosting;

/// <summary>Any number of the same program behind a balancer that sends each request anywhere.</summary>
public sealed class SeveralInstancesTests(Instances instances) : IClassFixture<Instances>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static bool CannotRun => Instances.Missing is not null && Environment.GetEnvironmentVariable("CI") is null;

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task What_follows_in_the_own_chat_comes_once_whoever_took_the_question()
    {
        string[] people = [.. Enumerable.Range(0, 12).Select(number => $"Asker {number}")];
        foreach (var (name, at) in people.Select((name, at) => (name, at))) await instances.Of(name, at % Instances.Count).Say("help");
        await Task.WhenAll(people.Select((name, at) => instances.In($"19:{at}@thread.v2", (at + 1) % Instances.Count)
            .Say(instances.Of(name, 0).Person, "People wait eleven weeks for a building permit and the phone is never answered")));

        foreach (var name in people)
        {
            var chat = instances.Of(name, 0).ConversationId;
            await instances.Connector.WaitFor(_ => instances.Connector.SentTo(chat).Count >= 2, Stop);
        }

        await Until(() => instances.Store.Read(async db => !await db.Notices.AnyAsync(n => n.State == NoticeState.Queued || n.State == NoticeState.Sending, Stop)));
        foreach (var name in people) instances.Connector.SentTo(instances.Of(name, 0).ConversationId).Count.ShouldBe(2, name);
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task Of_sixteen_who_press_at_once_at_three_doors_exactly_as_many_get_in_as_there_are_places()
    {
        var made = await instances.Command(
            """{ "title": "Race clinic", "kind": "workshop", "start": "2031-03-01T09:00", "end": "2031-03-01T12:00", "zone": "Europe/Ljubljana", "capacity": 5, "audience": { "everyone": ["true"] } }""",
            "create", "event", "FILE", "--publish");
        made.ExitCode.ShouldBe(0, made.Error);
        var id = made.Out.TrimEnd().Split('\n')[^1];
        var chats = Enumerable.Range(0, 16).Select(number => instances.Of($"Guest {number}", number % Instances.Count)).ToList();
        await Task.WhenAll(chats.Select(chat => chat.Say($"event {id}")));
        await Task.WhenAll(chats.Select(chat => chat.Press("event/going")));

        var answers = await instances.Store.Read(db => db.Registrations.AsNoTracking().ToListAsync(Stop));
        answers.Count(one => one.State == RegistrationState.Going).ShouldBe(5);
        answers.Count(one => one.State == RegistrationState.Waitlisted).ShouldBe(11);
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task What_a_killed_instance_had_begun_is_taken_over_and_nobody_hears_it_twice()
    {
        string[] people = [.. Enumerable.Range(0, 30).Select(number => $"Reader {number}")];
        var before = await UnderWay("The portal is down", people);
        await instances.Kill(2);
        var leases = await instances.Store.Read(db => db.Notices.Where(n => n.State == NoticeState.Sending).Select(n => n.LeaseUntil!.Value).ToListAsync(Stop));
        leases.ShouldAllBe(until => until <= TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(10)); // how soon after it another looks: NoticesInHandTests

        await Until(() => instances.Store.Read(async db => await db.Notices.AnyAsync(n => n.Kind == BroadcastNotices.Card, Stop) && !await db.Notices.AnyAsync(n => n.State == NoticeState.Queued || n.State == NoticeState.Sending, Stop)));
        instances.Connector.Latency = TimeSpan.Zero;
        var notices = await instances.Store.Read(db => db.Notices.AsNoTracking().Where(n => n.Kind == BroadcastNotices.Card).ToListAsync(Stop));
        notices.Count.ShouldBeGreaterThanOrEqualTo(people.Length);
        notices.ShouldAllBe(n => n.State == NoticeState.Sent || n.State == NoticeState.Unknown);
        notices.Count(n => n.State == NoticeState.Unknown).ShouldBeLessThanOrEqualTo(8);
        instances.Connector.Calls.Skip(before).Where(call => call.Kind == ConnectorCallKind.Send && call.Type != "typing" && call.Body.GetRawText().Contains("portal", StringComparison.Ordinal))
            .Select(call => call.ConversationId).ShouldBeUnique();

        // What was brought while it was away it finds as the others do.
        await Import("dodo", "Dodos nest in the lift of the town hall");
        await instances.Start(2);
        await FoundEverywhere("dodos nest in our lift", "dodo");
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task An_instance_that_is_stopped_for_an_update_confirms_what_it_sent_and_leaves_the_rest_to_the_others()
    {
        string[] people = [.. Enumerable.Range(0, 30).Select(number => $"Visitor {number}")];
        var before = await UnderWay("The counter has moved", people);
        await instances.Stop(1);

        await Until(() => instances.Store.Read(async db => !await db.Notices.AnyAsync(n => n.State == NoticeState.Queued || n.State == NoticeState.Sending, Stop)));
        instances.Connector.Latency = TimeSpan.Zero;
        string[] chats = [.. people.Select(name => instances.Of(name, 0).ConversationId)];
        instances.Connector.Calls.Skip(before).Where(call => call.Kind == ConnectorCallKind.Send && call.Body.GetRawText().Contains("counter has moved", StringComparison.Ordinal))
            .Select(call => call.ConversationId).Where(chats.Contains).ShouldBe(chats, ignoreOrder: true);
        var broadcast = await instances.Store.Read(db => db.Broadcasts.OrderByDescending(b => b.CreatedAt).Select(b => b.Id).FirstAsync(Stop));
        (await instances.Store.Read(db => db.Notices.CountAsync(n => n.Subject == broadcast.Value && n.State == NoticeState.Unknown, Stop))).ShouldBe(0);
        await instances.Start(1);
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task A_case_that_a_command_brings_is_soon_found_at_every_door_also_while_Redis_is_away()
    {
        await Import("quagga", "A herd of quaggas blocks the ferry each morning");
        await FoundEverywhere("quaggas block our ferry each morning", "quagga");

        await instances.Redis.Stop();
        (await instances.Of("Finder", 0).Say("help")).ShouldNotBeEmpty();
        await Until(async () => (await instances.Ready(0)).GetProperty("checks").GetProperty("redis").GetString() == "degraded");
        (await instances.Ready(0)).GetProperty("causes").GetProperty("redis").GetString()!.ShouldContain("Redis");
        await Import("okapi", "A family of okapis sleeps in the council’s archive");
        await FoundEverywhere("okapis sleep in our archive", "okapi");
        await instances.Redis.StartAgain();
        await Until(async () => (await instances.Ready(0)).GetProperty("checks").GetProperty("redis").GetString() == "ok");
    }

    [Fact(Skip = "PostgreSQL or Redis is not installed.", SkipWhen = nameof(CannotRun))]
    public async Task A_store_that_goes_away_in_the_middle_and_comes_back_has_lost_nothing_and_nobody_hears_anything_twice()
    {
        string[] people = [.. Enumerable.Range(0, 30).Select(number => $"Patient {number}")];
        var before = await UnderWay("The archive is closed", people);
        await using (await instances.Store.Away())
        {
            await Until(async () => (await instances.Ready(0)).GetProperty("checks").GetProperty("store").GetString() == "failing");
            (await instances.Ready(1)).GetProperty("causes").GetProperty("store").GetString()!.ShouldContain("store");
        }

        await Until(() => instances.Store.Read(async db => !await db.Notices.AnyAsync(n => n.State == NoticeState.Queued || n.State == NoticeState.Sending, Stop)));
        instances.Connector.Latency = TimeSpan.Zero;
        string[] chats = [.. people.Select(name => instances.Of(name, 0).ConversationId)];
        instances.Connector.Calls.Skip(before).Where(call => call.Kind == ConnectorCallKind.Send && call.Body.GetRawText().Contains("archive is closed", StringComparison.Ordinal))
            .Select(call => call.ConversationId).Where(chats.Contains).ShouldBe(chats, ignoreOrder: true);
        await Until(async () => (await instances.Ready(0)).GetProperty("checks").GetProperty("store").GetString() == "ok");
        (await instances.Of(people[0], 1).Say("help")).ShouldNotBeEmpty();
    }

    /// <summary>A message to everybody, of which the first have left, slowly.</summary>
    /// <param name="title">What it says.</param>
    /// <param name="people">Who is there for sure.</param>
    /// <returns>How many calls the connector had heard before it.</returns>
    private async Task<int> UnderWay(string title, string[] people)
    {
        foreach (var (name, at) in people.Select((name, at) => (name, at))) await instances.Of(name, at % 2).Say("help");
        var before = instances.Connector.Calls.Count;
        instances.Connector.Latency = TimeSpan.FromMilliseconds(60);
        var made = await instances.Command(
            $$"""{"kind":"message","title":"{{title}}","text":"Use the phone.","audience":{"everyone":true},"urgent":true,"reason":"{{title}}"}""", "create", "broadcast", "FILE", "--publish");
        made.ExitCode.ShouldBe(0, made.Error);
        await instances.Connector.WaitFor(_ => instances.Connector.Calls.Count > before + 5, Stop);
        return before;
    }

    private async Task Import(string id, string problem) => (await instances.Command(
        $$"""{"id":"{{id}}","title":"{{problem}}","problem":"{{problem}}, and people wait for hours.","what_was_done":"They were led away.","outcome":"succeeded","result":"Nobody waits.","lesson":"Ask a keeper.","language":"en"}""",
        "import", "cases", "FILE")).ExitCode.ShouldBe(0);

    private async Task FoundEverywhere(string ask, string word)
    {
        for (var instance = 0; instance < Instances.Count; instance++)
        {
            var chat = instances.Of("Finder", instance);
            await Until(async () =>
            {
                await chat.Say(ask);
                return chat.LastCard.Text.Contains(word, StringComparison.OrdinalIgnoreCase) && chat.LastCard.Text.Contains("keeper", StringComparison.Ordinal);
            });
        }
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience.Limit) throw new TimeoutException();
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stop);
        }
    }
}
