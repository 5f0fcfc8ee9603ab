using InnovationBot.Network.Turns;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Storage.Tests;

public class HandledActivitiesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task A_key_is_found_with_what_its_effect_was_about(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        var subject = Guid.NewGuid();
        await store.Save(new HandledActivity { Key = "a'b\"c", At = Now, Subject = subject }, new HandledActivity { Key = "none", At = Now });
        var handled = store.Services.GetRequiredService<IHandledActivities>();

        (await handled.Find("a'b\"c", Stop))!.Subject.ShouldBe(subject);
        (await handled.Find("none", Stop))!.Subject.ShouldBeNull();
        (await handled.Find("A'B\"C", Stop)).ShouldBeNull();
    }

    [Theory, ClassData(typeof(Testing.Stores.Stores))]
    public async Task Keys_past_their_time_are_deleted_in_bounded_steps(StoreEngine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Save([.. Enumerable.Range(0, 5).Select(i => new HandledActivity { Key = $"old {i}", At = Now - HandledActivity.Lifetime - TimeSpan.FromSeconds(1) })]);
        await store.Save(new HandledActivity { Key = "new", At = Now - HandledActivity.Lifetime });
        var handled = store.Services.GetRequiredService<IHandledActivities>();

        (await handled.Prune(Now, 3, Stop)).ShouldBe(3);
        (await handled.Prune(Now, 3, Stop)).ShouldBe(2);
        (await handled.Prune(Now, 3, Stop)).ShouldBe(0);
        (await store.Read(db => db.HandledActivities.SingleAsync(Stop))).Key.ShouldBe("new");
    }
}
