using System.Text.RegularExpressions;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Trust;

/// <summary>Nobody who organises can follow one person: whatever that person does by themselves, every card and list reads as before.</summary>
public sealed partial class NoMonitoringTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_organisers_read_is_the_same_whatever_one_person_does()
    {
        var quiet = await Read(paulActs: false);
        var busy = await Read(paulActs: true);
        busy.Keys.ShouldBe(quiet.Keys);
        foreach (var (path, text) in busy)
        {
            text.ShouldNotContain("zwqpaul", Case.Insensitive, path);
            text.ShouldBe(quiet[path], path);
        }
    }

    /// <summary>Two networks that differ by what one member did: organisers read each for the first time, so that what they begin by trying every button is the same too.</summary>
    private static async Task<Dictionary<string, string>> Read(bool paulActs)
    {
        await using var bot = await BotUnderTest.Start();
        var paul = bot.Of("Paul Watched");
        await paul.Say("profile");
        await paul.Press("profile/join");
        foreach (var role in new[] { Role.Organiser, Role.Administrator })
        {
            await bot.Of($"Olga {role}").Say("help");
            await bot.Store(async db =>
            {
                (await db.Members.SingleAsync(member => member.Name == $"Olga {role}", Stop)).Give(role);
                return 0;
            });
        }

        if (paulActs) await Act(paul);
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        return await Everything(bot);
    }

    private static async Task Act(Chat paul)
    {
        await paul.Say("People wait eleven weeks for a building permit and nobody answers the phone zwqpaul");
        await paul.Say("Parents bring the same certificate to three offices zwqpaul");
        await paul.Say("check-in");
        await paul.Press("checkin/skip");
        await paul.Say("check-in");
        await paul.Press("checkin/cadence");
        await paul.Press("checkin/choose", new Dictionary<string, string> { ["cadence"] = "weekly" });
        await paul.Say("profile");
        await paul.Press("profile/consents");
        await paul.Press("profile/consent");
        await paul.Say("pause");
        await paul.Say("my data");
    }

    /// <summary>What the two read by every command and every button that needs nothing to be chosen; ids left out.</summary>
    private static async Task<Dictionary<string, string>> Everything(BotUnderTest bot)
    {
        Dictionary<string, string> read = [];
        var commands = TextCatalog.Default.All(Language.English).Where(text => text.Key.StartsWith("Commands.", StringComparison.Ordinal)).Select(text => text.Value.Fill(name => name).Split(';')[0].Trim());
        foreach (var role in new[] { Role.Organiser, Role.Administrator })
        {
            var olga = bot.Of($"Olga {role}");
            foreach (var words in commands)
                if (words is not "my data") read[$"{role} “{words}”"] = Plain(string.Join('\n', (await olga.Say(words)).Select(sent => sent.Body.ToString())));
            foreach (var verb in bot.Services.GetRequiredService<Routes>().Verbs.Where(Reads).Order(StringComparer.Ordinal)) read[$"{role} {verb}"] = Plain((await olga.Press("some-card", verb, [])).Text);
        }

        return read;
    }

    /// <summary>Buttons that show; those that change something of the reader's own would differ because of the reader.</summary>
    private static bool Reads(string verb) => verb.EndsWith("/show", StringComparison.Ordinal) || verb.EndsWith("/list", StringComparison.Ordinal) || verb.StartsWith("organise/", StringComparison.Ordinal)
        || verb.StartsWith("desk/", StringComparison.Ordinal) || verb.StartsWith("invitations/", StringComparison.Ordinal) || verb.StartsWith("wanted/", StringComparison.Ordinal) || verb.StartsWith("roles/", StringComparison.Ordinal);

    private static string Plain(string text) => Changing().Replace(text, "#");

    /// <summary>Ids, instants, times of day and places on this machine.</summary>
    [GeneratedRegex(@"[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|""(?:id|activityId|replyToId|timestamp|localTimestamp)""\s*:\s*""[^""]*""|\d{4}-\d{2}-\d{2}T[0-9:.]+(?:Z|[+-]\d{2}:\d{2})?|\b\d{1,2}[:.]\d{2}\b|127\.0\.0\.1:\d+")]
    private static partial Regex Changing();
}
