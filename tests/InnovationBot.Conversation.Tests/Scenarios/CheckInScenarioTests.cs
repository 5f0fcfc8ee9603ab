using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Problems;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>One running service for all of them: each test is about a person of its own.</summary>
public sealed class CheckInService : IAsyncLifetime
{
    public BotUnderTest Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await BotUnderTest.Start(sample: true);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}

/// <summary>Check-ins at the running service.</summary>
public sealed class CheckInScenarioTests(CheckInService service) : IClassFixture<CheckInService>
{
    private const string Event = "Forty families came to the counter twice last month because the form asks for a paper they had already sent.";

    private static int people;

    private readonly BotUnderTest bot = service.Bot;
    private readonly string name = $"Ana Kos {Interlocked.Increment(ref people)}";

    private Chat Ana => bot.Of(name);

    [Fact]
    public async Task Somebody_answers_in_the_chat_is_shown_what_was_understood_and_reads_what_was_found_in_the_same_turn()
    {
        await Ana.Say("check-in");
        Ana.LastCard.Text.ShouldContain("What got in the way of your work this week?");
        await Ana.Say(Event);
        await AnswerUntilMirror();
        Ana.LastCard.Text.ShouldContain("in your words");
        (await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "Innovation" })).Text.ShouldContain("Name the task or service");
        var answer = await Ana.Press("checkin/confirm", new Dictionary<string, string> { ["service"] = "School enrolment" });
        answer.Card.ShouldNotBeNull();
        Ana.LastCard.Verbs.ShouldContain("case/open");
        (await Problems()).Single().Service.ShouldBe("School enrolment");
    }

    [Fact]
    public async Task What_was_a_new_question_is_asked_in_one_press()
    {
        await Ana.Say("check-in");
        await Ana.Say(PermitNetwork.Problem);
        await Ana.Press("checkin/new-question");
        Ana.LastCard.Verbs.ShouldContain("case/open");
        (await Problems()).Single().Text.ShouldBe(PermitNetwork.Problem);
        (await CheckIn()).Text.ShouldBeNull();
    }

    [Fact]
    public async Task An_ask_while_an_unasked_check_in_is_open_stays_an_ask_and_a_reply_to_its_card_is_its_answer()
    {
        await Joined("fortnightly");
        bot.Clock.Advance(TimeSpan.FromDays(7));
        var card = await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/later"), TestContext.Current.CancellationToken);
        await Ana.Say(PermitNetwork.Problem);
        (await Problems()).Single().Text.ShouldBe(PermitNetwork.Problem);

        await Ana.Reply(card.ActivityId, Event);
        (await CheckIn()).State.ShouldBe(CheckInState.Open);
    }

    [Fact]
    public async Task Nothing_now_twice_asks_whether_to_slow_down_and_stop_asking_ends_it_in_one_press()
    {
        await Joined("weekly");
        await Skip();
        (await Skip()).ShouldContain("Shall I ask less often?");
        await Ana.Press("checkin/choose", title: "Yes: every two weeks");
        Ana.LastCard.Text.ShouldContain("every two weeks");
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/stop"), TestContext.Current.CancellationToken);
        await Ana.Press("checkin/stop");
        Ana.LastCard.Text.ShouldContain("I do not ask any more");
        (await bot.Store(db => db.CheckInRhythms.AsNoTracking().SingleAsync(r => db.Members.Any(m => m.Id == r.MemberId && m.Name == name)))).Cadence.ShouldBe(Cadence.Never);
    }

    [Theory]
    [InlineData("kratko vprašanje", "sl-SI", "Kaj vas je ta teden oviralo pri delu?")]
    [InlineData("petit point", "fr-FR", "Qu’est-ce qui a gêné votre travail cette semaine")]
    [InlineData("Nachfrage", "de-DE", "Was stand Ihnen diese Woche bei der Arbeit im Weg?")]
    public async Task It_is_asked_in_the_persons_own_language(string words, string locale, string question)
    {
        await Ana.Say(words, locale);
        Ana.LastCard.Text.ShouldContain(question);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_answer_is_told_what_is_missing(string text)
    {
        await Ana.Say("check-in");
        (await Ana.Press("checkin/answer", new Dictionary<string, string> { ["answer"] = text })).Text.ShouldContain("Write a sentence");
    }

    [Fact]
    public async Task Nothing_written_as_an_answer_is_none()
    {
        await Ana.Say("check-in");
        await Ana.Say("Nothing.");
        Ana.LastCard.Text.ShouldContain("All right, nothing now");
        (await Problems()).ShouldBeEmpty();
    }

    private async Task<string> Skip()
    {
        bot.Clock.Advance(TimeSpan.FromDays(7));
        await Ana.WaitForCard(seen => seen.Verbs.Contains("checkin/later"), TestContext.Current.CancellationToken);
        return (await Ana.Press("checkin/skip")).Text;
    }

    private async Task Joined(string cadence)
    {
        await Ana.Say("profile");
        await Ana.Press("profile/join");
        await Ana.Press("checkin/cadence");
        await Ana.Press("checkin/choose", new Dictionary<string, string> { ["cadence"] = cadence });
        Ana.LastCard.Text.ShouldContain("Agreed:");
    }

    private async Task AnswerUntilMirror()
    {
        while (!Ana.LastCard.Verbs.Contains("checkin/confirm")) await Ana.Say("They lose half a day, and we tried a list at the door.");
    }

    private Task<CheckIn> CheckIn() => bot.Store(db => db.CheckIns.AsNoTracking().SingleAsync(c => db.Members.Any(m => m.Id == c.MemberId && m.Name == name)));

    private Task<List<Problem>> Problems() => bot.Store(db => db.Problems.AsNoTracking().Where(p => db.Members.Any(m => m.Id == p.OwnerId && m.Name == name)).ToListAsync());
}
