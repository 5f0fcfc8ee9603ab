using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Stores;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>What people write that is not for a network, and what points to a person.</summary>
public sealed class SafetyScenarioTests(EmptyNetwork network) : IClassFixture<EmptyNetwork>
{
    private readonly BotUnderTest bot = network.Bot;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_concern_is_stored_nowhere_and_the_organisations_channel_is_shown()
    {
        var ada = await network.Joined("Ada Safe", Role.Administrator);
        var town = await network.Organisation("Občina Varna");
        var mia = await network.Joined("Mia Harassed");
        await network.Change(mia, member => member.OrganisationId = town.Id);
        await mia.Say("My boss keeps touching me zwqnever and I am harassed by him");
        mia.LastCard.Text.ShouldContain("I do not know your organisation’s own channel");
        await ada.Say("settings");
        await ada.Press("settings/safety");
        await ada.Press("settings/safety-save", new Dictionary<string, string> { ["organisation"] = "Občina Varna", ["channel"] = "Confidential adviser, room 12" });

        await mia.Say("I was groped zwqnever by my supervisor and he harasses me");
        mia.LastCard.Text.ShouldContain("Občina Varna names for this:");
        mia.LastCard.Text.ShouldContain("Confidential adviser, room 12");
        mia.LastCard.Verbs.ShouldBeEmpty();
        await mia.Say("check-in");
        (await mia.Press("checkin/answer", new Dictionary<string, string> { ["answer"] = "I do not want to live any more zwqnever" })).Text.ShouldContain("You need not be alone");
        (await bot.Store(db => StoreDump.Of(db, Stop))).Values.SelectMany(row => row.Values).ShouldNotContain(value => value.Contains("zwqnever"));
    }

    [Theory]
    [InlineData("en-GB", "I don't want to live any more", "116 123")]
    [InlineData("sl-SI", "Ne želim več živeti", "116 123")]
    [InlineData("da-DK", "Jeg vil ikke leve længere", "Tal med nogen nu")]
    [InlineData("nl-NL", "Ik wil niet meer leven", "Praat nu met iemand")]
    [InlineData("fr-FR", "Je ne veux plus vivre", "Parlez à quelqu’un maintenant")]
    [InlineData("de-DE", "Ich will nicht mehr leben", "Bitte sprechen Sie jetzt mit jemandem")]
    public async Task Whoever_speaks_of_ending_their_life_is_told_whom_to_talk_to_in_their_language(string locale, string text, string told)
    {
        var somebody = bot.Of($"Somebody {locale}");
        await somebody.Say(text, locale);
        somebody.LastCard.Text.ShouldContain(told);
        somebody.LastCard.Text.ShouldContain("112");
    }

    [Fact]
    public async Task What_points_to_a_person_is_left_out_before_it_is_stored_and_the_card_says_so()
    {
        var mia = bot.Of("Mia Careless");
        await mia.Say("Mrs Novak with EMŠO 0101006500006 waits eleven weeks for a permit, call her at 041 123 456");
        mia.LastCard.Text.ShouldContain("Left out before I kept your text: a personal number, a telephone number, a name");
        var stored = await bot.Store(async db => await db.Problems.SingleAsync(p => p.OwnerId == db.Members.Single(m => m.Name == "Mia Careless").Id));
        stored.Text.ShouldBe("Mrs […] with EMŠO […] waits eleven weeks for a permit, call her at […]");
        (await bot.Store(db => StoreDump.Of(db, Stop))).Values.SelectMany(row => row.Values).ShouldNotContain(value => value.Contains("0101006500006") || value.Contains("Novak"));
    }

    [Fact]
    public async Task In_a_channel_nobody_reads_what_somebody_in_need_is_told()
    {
        var place = bot.In("19:safety@thread.tacv2;messageid=1", "channel");
        await place.Say(bot.Of("Mia Public").Person, "My boss harasses me every day");
        place.Text.ShouldContain("I do not take this here");
        place.Text.ShouldNotContain("harass");
    }

    [Fact]
    public async Task A_services_problem_in_the_same_words_is_answered()
    {
        var mia = bot.Of("Mia Of The Buses");
        await mia.Say("Women report harassment on night buses and nobody follows it up for eleven weeks");
        mia.LastCard.Text.ShouldNotContain("I kept nothing");
        (await bot.Store(db => db.Problems.CountAsync(p => p.OwnerId == db.Members.Single(m => m.Name == "Mia Of The Buses").Id))).ShouldBe(1);
    }
}
