using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Storage;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>A turn during which the store says that somebody else was faster.</summary>
public sealed class LostRaceScenarioTests
{
    [Fact]
    public async Task A_busy_store_or_a_lost_race_runs_the_turn_again()
    {
        var faults = new Queue<Exception>([new StoreException(StoreProblem.Busy, "Somebody else writes."), new DbUpdateConcurrencyException()]);
        await using var bot = await BotUnderTest.Start(configure: builder =>
            builder.Services.AddScoped<ITextInterceptor>(_ => new Failing(faults)));

        await bot.Of("Mia").Say("help");
        faults.ShouldBeEmpty();
        bot.Of("Mia").LastCard.Card.GetProperty("lang").GetString().ShouldBe("en");
    }

    /// <summary>Lets a text pass when there is nothing left to throw.</summary>
    private sealed class Failing(Queue<Exception> faults) : ITextInterceptor
    {
        public Task<Reply?> Intercept(string text, Turn turn, CancellationToken stop) =>
            faults.TryDequeue(out var fault) ? Task.FromException<Reply?>(fault) : Task.FromResult<Reply?>(null);
    }
}
