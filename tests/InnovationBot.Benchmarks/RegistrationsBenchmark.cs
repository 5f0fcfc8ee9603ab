using InnovationBot.Benchmarks.Load;
using InnovationBot.Benchmarks.Networks;
using InnovationBot.Benchmarks.Servers;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks;

/// <summary><c>registrations</c>: so many people press <i>Going</i> on one event of 500 places, from 200 clients at once, through the door of the running service.</summary>
internal static class RegistrationsBenchmark
{
    private const int Places = 500;
    private const int Clients = 200;
    private const int Batch = 5_000;

    public static async Task<int> Run(int people)
    {
        var id = default(EventId);
        using var folder = await NetworkFolder.Make(async (services, stop) => id = await Fill(services, people, stop));
        LoadResult load;
        await using (var service = await ServerProcess.OfService(folder.Path))
        {
            var presses = Enumerable.Range(1, people).Select(person => PostedActivity.Press(service.Address, "event/going", new() { ["event"] = id.ToString() }, person)).ToList();
            load = LightClient.Run(service.Address, presses, people, Clients);
            Report.Line($"{people} registrations from {Clients} clients: {load.PerSecond:0} a second, p50 {Numbers.Percentile(load.Milliseconds, 0.5):0} ms, p99 {Numbers.Percentile(load.Milliseconds, 0.99):0} ms, {service.ProcessorTime.TotalMicroseconds / people:0} us CPU each, at most {Numbers.Megabytes(service.PeakResident):0} MB");
        }

        await Check(folder.Path, id, people);
        return 0;
    }

    private static async Task<EventId> Fill(IServiceProvider services, int people, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var from = 1; from <= people; from += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            foreach (var person in Enumerable.Range(from, Math.Min(Batch, people - from + 1)))
                db.Members.Add(new Member
                {
                    Id = EntityId.New<MemberId>(now), Name = $"Person {person}", TenantId = "9f2c1d7e-0000-4000-8000-000000000001", EntraObjectId = $"5f1d3c3e-8c55-4c3a-9d7a-{person:d12}",
                    Email = $"person{person}@bench.example", CreatedAt = now,
                });
            await db.SaveChangesAsync(stop);
        }

        await using var making = services.CreateAsyncScope();
        var day = $"{now.AddDays(30):yyyy-MM-dd}";
        var input = new EventInput { Title = "Everybody at once", Kind = "meetup", Start = $"{day}T09:00", End = $"{day}T12:00", Zone = "Europe/Ljubljana", Place = "Great hall", Capacity = $"{Places}" };
        return (await making.ServiceProvider.GetRequiredService<MakeEvent>().Create(input, null, publish: true, stop)).Event!.Id;
    }

    private static async Task Check(string folder, EventId id, int people)
    {
        var settings = new Dictionary<string, string?> { ["Bot:LocalMode"] = "true", ["Service:Port"] = "0", ["Logging:LogLevel:Default"] = "Error" };
        await using var service = await Service.Hosting.RunningService.Start(Service.Hosting.Installation.In(folder, settings), new(_ => { }, (_, _) => Task.CompletedTask), CancellationToken.None);
        await using var scope = service.Services.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<NetworkDb>().Registrations.AsNoTracking().Where(r => r.EventId == id).ToListAsync();
        var going = all.Count(r => r.State == RegistrationState.Going);
        Report.Aim("going", going, $"exactly {Places}", going == Places && all.Count == people);
        var waiting = all.Where(r => r.State == RegistrationState.Waitlisted).OrderBy(r => r.Number).Select(r => r.Arrival).ToList();
        var inOrder = waiting.SequenceEqual(Enumerable.Range(1, people - Places).Select(n => (long)n));
        Report.Aim("waiting in order of arrival, without gaps", waiting.Count, $"{people - Places}", inOrder);
    }
}
