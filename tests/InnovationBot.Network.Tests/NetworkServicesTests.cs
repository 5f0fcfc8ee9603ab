using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using InnovationBot.Network.Time;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Network.Tests;

public sealed class NetworkServicesTests
{
    [Fact]
    public async Task Every_class_with_a_handle_method_is_registered_and_can_be_made()
    {
        await using var given = await Given.On(StoreEngine.Sqlite);
        using var scope = given.Scope();
        var useCases = typeof(NetworkDb).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethods().Any(method => method.Name == "Handle"))
            .ToList();

        useCases.Count.ShouldBeGreaterThan(40);
        foreach (var useCase in useCases) scope.ServiceProvider.GetRequiredService(useCase);
        foreach (var (contract, count) in new[] { (typeof(IDueWork), 9), (typeof(IDelivered), 1), (typeof(IPersonalData), 7) })
        {
            scope.ServiceProvider.GetServices(contract).Count().ShouldBeGreaterThanOrEqualTo(count);
        }
    }

    [Fact]
    public async Task A_lost_race_is_run_again_five_times_at_most_and_nothing_else_is()
    {
        var retry = new RetryLostRace(TimeProvider.System);
        var tries = 0;
        (await retry.Run(_ => ++tries < 3 ? throw new DbUpdateConcurrencyException() : Task.FromResult("done"), IsLost, TestContext.Current.CancellationToken)).ShouldBe("done");
        tries.ShouldBe(3);

        tries = 0;
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => retry.Run<int>(_ => { tries++; throw new DbUpdateConcurrencyException(); }, IsLost, TestContext.Current.CancellationToken));
        tries.ShouldBe(RetryLostRace.MostAttempts);

        tries = 0;
        await Should.ThrowAsync<InvalidOperationException>(() => retry.Run<int>(_ => { tries++; throw new InvalidOperationException(); }, IsLost, TestContext.Current.CancellationToken));
        tries.ShouldBe(1);

        static bool IsLost(Exception e) => e is DbUpdateConcurrencyException;
    }

    [Fact]
    public async Task What_meets_a_connection_that_broke_meanwhile_is_run_again_and_what_the_store_refuses_is_not()
    {
        var retry = new RetryLostRace(TimeProvider.System);
        var tries = 0;
        (await retry.Run(_ => ++tries < 3 ? throw new InvalidOperationException("The provider's own words.", new Fault(brokeOff: true)) : Task.FromResult("done"), StoreFaultException.IsBrokenOff, TestContext.Current.CancellationToken)).ShouldBe("done");
        tries.ShouldBe(3);

        tries = 0;
        await Should.ThrowAsync<Fault>(() => retry.Run<int>(_ => { tries++; throw new Fault(brokeOff: false); }, StoreFaultException.IsBrokenOff, TestContext.Current.CancellationToken));
        tries.ShouldBe(1);
    }

    private sealed class Fault(bool brokeOff) : StoreFaultException("A fault of the store.", null)
    {
        public override bool BrokeOff => brokeOff;
    }

    [Fact]
    public async Task A_race_lost_after_a_long_wait_is_not_run_again()
    {
        var clock = new FakeTimeProvider();
        var tries = 0;
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => new RetryLostRace(clock).Run<int>(
            _ =>
            {
                tries++;
                clock.Advance(RetryLostRace.Patience);
                throw new DbUpdateConcurrencyException();
            },
            _ => true,
            TestContext.Current.CancellationToken));
        tries.ShouldBe(1);
    }

    [Fact]
    public async Task Two_turns_on_one_row_do_not_both_win()
    {
        await using var given = await Given.On(StoreEngine.Sqlite);
        var problem = (await given.Asked(await given.Asker())).Problem.Id;
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => given.Read(async first =>
        {
            (await first.Problems.FindAsync(problem))!.Text = "first";
            await given.Change<Problem>(problem, p => p.Text = "second");
            return await first.SaveChangesAsync();
        }));
        (await given.Read(db => db.Problems.SingleAsync())).Version.ShouldBe(1);
    }
}
