using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>One running service for all scenarios of events; each brings people and an event of its own.</summary>
public sealed class EventNetwork : IAsyncLifetime
{
    private int people;

    public BotUnderTest Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    public static CancellationToken Patience => Testing.Patience.Token;

    /// <summary>Somebody who has written to the bot before.</summary>
    public async Task<Chat> Somebody()
    {
        var chat = Bot.Of($"Guest {Interlocked.Increment(ref people)}");
        await chat.Say("help");
        return chat;
    }

    public async Task<Chat> Organiser()
    {
        var chat = await Somebody();
        await Bot.Store(async db => (await db.Members.SingleAsync(m => m.Email == chat.Person.Email)).Roles = [Role.Organiser]);
        return chat;
    }

    public async Task<MemberId> Id(Chat chat) => (await Bot.Store(db => db.Members.AsNoTracking().SingleAsync(m => m.Email == chat.Person.Email))).Id;

    /// <summary>A published event four weeks from now.</summary>
    public async Task<EventId> Published(string title, int? capacity = null, MemberId? organiser = null, Func<EventInput, EventInput>? with = null)
    {
        var day = $"{Bot.Clock.GetUtcNow().AddDays(28):yyyy-MM-dd}";
        var input = new EventInput
        {
            Title = title, Kind = "workshop", Start = $"{day}T09:00", End = $"{day}T12:00", Zone = "Europe/Ljubljana", Place = "Room 1",
            Capacity = capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        await using var scope = Bot.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<MakeEvent>().Create(with is null ? input : with(input), organiser, publish: true, CancellationToken.None);
        made.Faults.ShouldBeEmpty();
        return made.Event!.Id;
    }

    public Task<Registration?> Answer(EventId @event, MemberId member) =>
        Bot.Store(db => db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.EventId == @event && r.MemberId == member));
}
