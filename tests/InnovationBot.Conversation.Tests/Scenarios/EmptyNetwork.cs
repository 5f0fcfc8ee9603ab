using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>One running service without anybody in it, shared by the tests of a class; each test brings people of its own.</summary>
public sealed class EmptyNetwork : IAsyncLifetime
{
    public BotUnderTest Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    /// <summary>Somebody who wrote, joined, and has these roles.</summary>
    public async Task<Chat> Joined(string name, params Role[] roles)
    {
        var chat = Bot.Of(name);
        await chat.Say("profile");
        await chat.Press("profile/join");
        if (roles.Length > 0) await Change(chat, member => Array.ForEach(roles, member.Give));
        return chat;
    }

    public Task<Member> Stored(Chat chat) => Bot.Store(db => db.Members.AsNoTracking().SingleAsync(member => member.Name == chat.Person.Name));

    public Task Change(Chat chat, Action<Member> change) => Bot.Store(async db =>
    {
        change(await db.Members.SingleAsync(member => member.Name == chat.Person.Name));
        return 0;
    });

    public Task<Organisation> Organisation(string name, params string[] domains) => Bot.Store(db =>
    {
        var organisation = new Organisation { Id = EntityId.New<OrganisationId>(Bot.Clock.GetUtcNow()), Key = name, Name = name, Country = "SI", Domains = [.. domains], CreatedAt = Bot.Clock.GetUtcNow() };
        db.Organisations.Add(organisation);
        return Task.FromResult(organisation);
    });
}
