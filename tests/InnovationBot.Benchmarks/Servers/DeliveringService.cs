using InnovationBot.Activities;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Benchmarks.Servers;

/// <summary>The service with one more kind of notice, a card for everybody as a broadcast is, and an audience that waits for it.</summary>
internal static class DeliveringService
{
    private const string Kind = "benchmark.card";
    private const int Batch = 2_000;

    /// <summary>Where nobody of the sample is.</summary>
    public const string Country = "AU";

    /// <summary>Due long after the folder is made, and at once when <see cref="Run"/> starts.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromDays(1);

    /// <summary>Writes so many people, each reached at the connector, and a notice for each.</summary>
    public static async Task Fill(IServiceProvider services, Uri connector, int audience, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var from = 0; from < audience; from += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            foreach (var person in Enumerable.Range(from, Math.Min(Batch, audience - from)).Select(number => Person(connector, number, now)))
            {
                db.Members.Add(person);
                db.Notices.Add(new Notice
                {
                    Id = EntityId.New<NoticeId>(now), RecipientId = person.Id, Kind = Kind, Subject = person.Id.Value, Unasked = true,
                    Priority = NoticePriority.Broadcast, Timing = NoticeTiming.AtOnce, Due = now + Later, CreatedAt = now,
                });
            }

            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>The people alone, told apart from those of the sample by a country of their own.</summary>
    public static async Task FillPeople(IServiceProvider services, Uri connector, int people, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        for (var from = 0; from < people; from += Batch)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
            foreach (var number in Enumerable.Range(from, Math.Min(Batch, people - from)))
            {
                var person = Person(connector, number, now);
                person.Country = Country;
                db.Members.Add(person);
            }

            await db.SaveChangesAsync(stop);
        }
    }

    public static async Task Run(string folder, IEnumerable<string> settings)
    {
        var all = new Dictionary<string, string?> { ["Bot:LocalMode"] = "true", ["Service:Port"] = "0", ["Logging:LogLevel:Default"] = "Error" };
        foreach (var setting in settings.Select(text => text.Split('='))) all[setting[0]] = setting[1];
        var extension = new ServiceExtension(
            builder => builder.Services.AddScoped<Renderer>(),
            async (services, stop) =>
            {
                services.GetRequiredService<NoticeKinds>().Add(Kind, typeof(Renderer));
                await using var scope = services.CreateAsyncScope();
                var due = services.GetRequiredService<TimeProvider>().GetUtcNow();
                await scope.ServiceProvider.GetRequiredService<NetworkDb>().Notices.ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Due, due), stop);
            });
        await using var service = await RunningService.Start(Installation.In(folder, all), extension, CancellationToken.None);
        await ServerPrograms.Listen(service.Address.AbsoluteUri);
    }

    private static Member Person(Uri connector, int number, DateTimeOffset now)
    {
        var id = EntityId.New<MemberId>(now);
        var chat = new ConversationReference(connector.AbsoluteUri, $"a:chat-{number}", ConversationTypes.Personal, "9f2c1d7e-0000-4000-8000-000000000001", $"29:person-{number}", BotId: "28:innovation-bot");
        return new Member { Id = id, Name = $"Person {number}", State = MemberState.Active, CreatedAt = now, Zone = "Europe/Ljubljana", Address = AddressText.Write(chat) };
    }

    /// <summary>A card of usual size.</summary>
    private sealed class Renderer : INoticeRenderer
    {
        public Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
            Task.FromResult<NoticeMessage?>(new NoticeMessage(HelpCard.For(reading.Say).Card, reading.Say["Help.Speak"], Alert: true));
    }
}
