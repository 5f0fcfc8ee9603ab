using InnovationBot.Activities;
using InnovationBot.Network;
using InnovationBot.Network.Turns;
using InnovationBot.Service.Options;
using InnovationBot.Service.People;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Service.Tests.People;

public sealed class TurnLimitTests
{
    private readonly FakeTimeProvider time = new();
    private readonly CountingBot inner = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_half_a_minutes_turns_at_once_a_sentence_comes_instead()
    {
        var limit = Limit(perMinute: 10);

        var turns = await Messages(limit, 8);

        inner.Turns.ShouldBe(5);
        turns[^1].Replies.ShouldHaveSingleItem().Text.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Turns_come_back_with_time()
    {
        var limit = Limit(perMinute: 10);
        await Messages(limit, 8);

        time.Advance(TimeSpan.FromSeconds(12));
        await Messages(limit, 3);

        inner.Turns.ShouldBe(7);
    }

    [Fact]
    public async Task One_persons_flood_costs_nobody_else_a_turn()
    {
        var limit = Limit(perMinute: 10);
        await Messages(limit, 20);

        await Messages(limit, 1, from: "other");

        inner.Turns.ShouldBe(6);
    }

    [Fact]
    public async Task A_press_beyond_the_limit_is_answered_with_the_sentence()
    {
        var limit = Limit(perMinute: 2);
        await Messages(limit, 1);

        var answer = await limit.OnTurn(Turn(ActivityTypes.Invoke, name: InvokeNames.AdaptiveCardAction), Stop);

        answer.ShouldNotBeNull().Status.ShouldBe(200);
        inner.Turns.ShouldBe(1);
    }

    [Fact]
    public async Task Arrivals_are_never_lost()
    {
        var limit = Limit(perMinute: 2);
        await Messages(limit, 5);

        await limit.OnTurn(Turn(ActivityTypes.InstallationUpdate), Stop);

        inner.Turns.ShouldBe(2);
    }

    [Fact]
    public async Task In_local_mode_nobody_is_limited()
    {
        var limit = Limit(perMinute: 2, localMode: true);

        await Messages(limit, 50);

        inner.Turns.ShouldBe(50);
    }

    private async Task<List<TurnContext>> Messages(TurnLimit limit, int count, string from = "mia")
    {
        var turns = Enumerable.Range(0, count).Select(_ => Turn(ActivityTypes.Message, from)).ToList();
        foreach (var turn in turns) await limit.OnTurn(turn, Stop);
        return turns;
    }

    private TurnContext Turn(string type, string from = "mia", string? name = null) => new(
        new Activity
        {
            Type = type, Name = name, Text = "help", DeliveryMode = DeliveryModes.ExpectReplies, ChannelId = "msteams",
            From = new ChannelAccount { Id = from, AadObjectId = from }, Conversation = new ConversationAccount { Id = "a:1" },
        },
        new CallerIdentity("tenant", "app"), connector: null!, time);

    /// <summary>A script that spreads its messages over instances gets no more turns for it.</summary>
    [Fact]
    public async Task What_a_person_used_up_at_another_instance_is_used_up_here_and_without_the_shared_budget_this_one_counts()
    {
        var shared = new SharedTurns { Answer = false };
        var limit = Limit(perMinute: 20, shared: shared);

        var turns = await Messages(limit, 6);
        turns[^1].Replies.ShouldHaveSingleItem().Text.ShouldNotBeNullOrWhiteSpace();
        inner.Turns.ShouldBeLessThan(6);
        shared.Asked.ShouldBe(6);

        shared.Answer = null;
        await Messages(limit, 20);
        inner.Turns.ShouldBeLessThanOrEqualTo(10);
        inner.Turns.ShouldBeGreaterThan(3);
    }

    private sealed class SharedTurns : ITurnBudget
    {
        public bool? Answer { get; set; }

        public int Asked { get; private set; }

        public Task<bool?> TryTake(string person, int perMinute)
        {
            Asked++;
            return Task.FromResult(Answer);
        }
    }

    private TurnLimit Limit(int perMinute, bool localMode = false, ITurnBudget? shared = null) => new(
        inner,
        Microsoft.Extensions.Options.Options.Create(new ServiceOptions { TurnsPerMinute = perMinute }),
        Microsoft.Extensions.Options.Options.Create(new BotOptions { LocalMode = localMode }),
        Microsoft.Extensions.Options.Options.Create(new NetworkOptions()),
        new MachineClock(time),
        NullLogger<TurnLimit>.Instance,
        shared);

    private sealed class CountingBot : IBot
    {
        public int Turns { get; private set; }

        public ValueTask<InvokeResponse?> OnTurn(TurnContext turn, CancellationToken stop)
        {
            Turns++;
            return ValueTask.FromResult<InvokeResponse?>(null);
        }
    }
}
