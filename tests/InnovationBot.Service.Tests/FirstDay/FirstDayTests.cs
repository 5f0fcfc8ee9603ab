using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Service.Tests.CommandLine;
using InnovationBot.Testing.Cards;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.FirstDay;

/// <summary>The guide of the first day, command by command and step by step, on an empty network.</summary>
public sealed class FirstDayTests
{
    private const string Problem = "People wait weeks for a building permit and the phone is never answered";

    private static CancellationToken Patience => Testing.Patience.Token;

    [Fact]
    public async Task From_three_spreadsheets_to_the_first_answered_question_as_the_guide_says()
    {
        await using var bot = await BotUnderTest.Start();
        bot.Clock.Advance(TimeProvider.System.GetUtcNow() - bot.Clock.GetUtcNow()); // commands run by the machine's clock, so the service does too
        Spreadsheets.Write(bot.Folder);
        var commands = Guide();
        commands.Count.ShouldBe(8);

        foreach (var command in commands.Take(4)) (await Run(command, bot.Folder)).ExitCode.ShouldBe(0, command);
        (await bot.Store(async db => (await db.Members.CountAsync(), await db.Members.CountAsync(m => m.Ambassador == AmbassadorState.Applied), await db.Cases.CountAsync())))
            .ShouldBe((Spreadsheets.Members, Spreadsheets.Ambassadors, Spreadsheets.Cases));

        var asked = await Run(commands[4], bot.Folder);
        asked.ExitCode.ShouldBe(0);
        asked.Out.ShouldContain("permit");
        foreach (var ambassador in Enumerable.Range(0, Spreadsheets.Ambassadors)) asked.Out.ShouldNotContain(Spreadsheets.NameOf(ambassador) + " ", Case.Sensitive, "nobody agreed yet");

        var you = Meets(bot, "You Yourself", "you@lipovec.example");
        await you.Say("help");
        foreach (var command in commands.Skip(5)) (await Run(command, bot.Folder)).ExitCode.ShouldBe(0, command);
        (await File.ReadAllLinesAsync(Path.Combine(bot.Folder, "invitations.csv"), TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(300);
        await you.Say("organise");
        you.LastCard.Text.ShouldContain("Cases without lesson or result");
        await you.Say("desk");
        you.LastCard.Text.ShouldContain("Nothing lies at your desk");

        var ambassadors = Meets(bot, Spreadsheets.NameOf(0), Spreadsheets.EmailOf(0));
        await ambassadors.Say("profile");
        await ambassadors.Press("profile/join", new Dictionary<string, string> { ["findable"] = "true", ["contactable"] = "true" }, title: "Yes, join");
        await AnswerOf(bot, ambassadors);
    }

    private static async Task AnswerOf(BotUnderTest bot, Chat ambassador)
    {
        var colleague = bot.Of("Cora Colleague");
        await Until(async () =>
        {
            await colleague.Say(Problem);
            return colleague.LastCard.Verbs.Contains("introduction/draft");
        });
        await colleague.Press("introduction/draft");
        await colleague.Press("introduction/send", new Dictionary<string, string>
        {
            ["blurb"] = Problem, ["kind"] = "public_local", ["country"] = "SI", ["languages"] = "en,sl", ["notown"] = "false", ["namenow"] = "false",
        });
        await Until(async () =>
        {
            if (ambassador.Cards.Any(card => card.Verbs.Contains("introduction/write"))) return true;
            bot.Clock.Advance(TimeSpan.FromHours(6)); // it waits for the ambassador's working hours
            await Until(async () => !await bot.Store(db => db.Notices.AnyAsync(notice => notice.State == NoticeState.Sending || (notice.State == NoticeState.Queued && notice.Due <= bot.Clock.GetUtcNow()))));
            return false;
        });
        await ambassador.Press("introduction/write");
        await ambassador.Press("introduction/write-send", new Dictionary<string, string> { ["text"] = "Ring every applicant before they file." });
        await colleague.WaitForCard(card => card.Text.Contains("Ring every applicant before they file.", StringComparison.Ordinal), Patience);
        (await bot.Store(db => db.Introductions.SingleAsync())).State.ShouldBe(IntroductionState.Answered);
    }

    private static async Task Until(Func<Task<bool>> done)
    {
        var patience = Patience;
        while (!await done()) await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience);
    }

    private static Chat Meets(BotUnderTest bot, string name, string email)
    {
        var person = new TestPerson(name);
        bot.Connector.Members.Add(new ConnectorMember(person.UserId, person.EntraObjectId, person.Name, email, email, TestPerson.TenantId));
        return bot.Of(name);
    }

    /// <summary>The lines of the guide's code blocks that call the program.</summary>
    private static List<string> Guide() =>
        [.. File.ReadLines(Path.Combine(RepositoryFolder.Root, "docs", "first-day.md")).Where(line => line.StartsWith("innovationbot ", StringComparison.Ordinal))];

    private static async Task<Called> Run(string command, string folder)
    {
        var words = command["innovationbot ".Length..].Split('"') is [var before, var quoted, ..]
            ? [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries), quoted]
            : command["innovationbot ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return await Called.With([.. words.Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Combine(folder, word) : word), "--data", folder]);
    }
}
