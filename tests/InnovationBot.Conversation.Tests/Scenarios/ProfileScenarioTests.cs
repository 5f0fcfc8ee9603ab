using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>A person's own profile at the running service with the sample network; somebody of their own for each test.</summary>
public sealed class ProfileScenarioTests(AskScenarioTests.SampleService service) : IClassFixture<AskScenarioTests.SampleService>
{
    private readonly BotUnderTest bot = service.Bot;

    private readonly string name = $"Ana {Guid.NewGuid():N}";

    private Chat Ana => bot.Of(name);

    [Fact]
    public async Task Joining_switches_nothing_on_that_was_not_ticked()
    {
        await Ana.Say("profile");
        await Ana.Press("profile/join");
        var ana = await Stored();
        (ana.State, ana.Has(Consent.Findable), ana.Has(Consent.Contactable), ana.Has(Consent.CaseContact)).ShouldBe((MemberState.Active, false, false, false));
        Ana.LastCard.Text.ShouldContain("You are hidden");
    }

    [Fact]
    public async Task Each_purpose_changes_in_one_press_and_the_card_says_how_it_is()
    {
        await Joined();
        await Ana.Press("profile/consents");
        await Ana.Press("profile/consent", title: "Suggest me");
        await Ana.Press("profile/consent", title: "Let people ask me");
        (await Stored()).CanBeSuggested(bot.Clock.GetUtcNow()).ShouldBeTrue();
        await Ana.Press("profile/consent", title: "Send me none");
        (await Stored()).Has(Consent.Broadcasts).ShouldBeFalse();
        var answer = await Ana.Press("profile/consent", title: "Do not suggest me");
        answer.Text.ShouldContain("Suggest me");
        (await Stored()).CanBeSuggested(bot.Clock.GetUtcNow()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_organisation_somebody_names_is_only_said_until_it_is_confirmed()
    {
        await Joined();
        await Ana.Press("profile/about");
        var lipovec = await bot.Store(db => db.Organisations.OrderBy(o => o.Name).FirstAsync());
        await Ana.Press("profile/about-save", new Dictionary<string, string> { ["organisation"] = lipovec.Id.ToString(), ["role"] = "caseworker", ["languages"] = "en,sl" });
        Ana.LastCard.Text.ShouldContain($"you say {lipovec.Name}");
        var ana = await Stored();
        (ana.OrganisationId, ana.OrganisationConfirmed, ana.Role).ShouldBe((lipovec.Id, false, "caseworker"));
    }

    [Fact]
    public async Task A_topic_is_added_with_years_and_taken_off()
    {
        await Joined();
        await Ana.Press("profile/topics");
        await Ana.Press("profile/topic-add", new Dictionary<string, string> { ["topic"] = "Parents, queueing twice", ["years"] = "4" });
        await Ana.Press("profile/offer-add", new Dictionary<string, string> { ["offer"] = "Read a letter" });
        await Ana.Press("profile/show");
        Ana.LastCard.Text.ShouldContain("Parents, queueing twice · 4 years");
        Ana.LastCard.Text.ShouldContain("Read a letter");
        await Ana.Press("profile/topics");
        var key = Ana.LastCard.Text.Split('\n').SkipWhile(line => line != "Parents, queueing twice").Skip(1).First();
        await Ana.Press("profile/topic-remove", new Dictionary<string, string> { ["remove"] = key });
        (await Stored()).Topics.ShouldBeEmpty();
        (await Ana.Press("profile/topic-add", new Dictionary<string, string> { ["topic"] = "x", ["years"] = "-1" })).Text.ShouldContain("from 1 to 60");
        (await Ana.Press("profile/topic-add", new Dictionary<string, string> { ["topic"] = "  " })).Text.ShouldContain("in a few words");
    }

    [Fact]
    public async Task Hours_and_zone_are_checked()
    {
        await Joined();
        await Ana.Press("profile/hours");
        var hours = new Dictionary<string, string> { ["from"] = "09:30", ["to"] = "15:00", ["zone"] = "Europe/Ljubljana", ["country"] = "SI" };
        (await Ana.Press("profile/hours-save", new Dictionary<string, string>(hours) { ["zone"] = "Mars/Olympus" })).Text.ShouldContain("do not know this time zone");
        (await Ana.Press("profile/hours-save", new Dictionary<string, string>(hours) { ["to"] = "09:00" })).Text.ShouldContain("has to end");
        await Ana.Press("profile/hours-save", hours);
        var ana = await Stored();
        (ana.Zone, ana.Country, ana.WorkingHours!.From).ShouldBe(("Europe/Ljubljana", "SI", new TimeOnly(9, 30)));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("Nehaj!")]
    [InlineData("afmeld")]
    [InlineData("hou op")]
    [InlineData("arrêtez")]
    [InlineData("Schluss")]
    public async Task Stop_ends_at_once_in_any_language_and_one_press_takes_it_back(string word)
    {
        await Ana.Say(word);
        (await Stored()).StoppedAt.ShouldNotBeNull();
        Ana.LastCard.Text.ShouldContain("What goes on");
        await Ana.Press("profile/hear-again");
        (await Stored()).StoppedAt.ShouldBeNull();
        Ana.LastCard.Text.ShouldContain("All is as it was");
    }

    [Fact]
    public async Task Whoever_leaves_is_in_no_list_and_can_come_back()
    {
        await Joined();
        await Ana.Say("leave");
        await Ana.Press("profile/leave");
        var left = await Stored();
        (left.State, left.Consents.Count, left.Visibility).ShouldBe((MemberState.Left, 0, Visibility.Unlisted));
        await Ana.Say("profile");
        await Ana.Press("profile/join");
        (await Stored()).State.ShouldBe(MemberState.Active);
    }

    [Theory]
    [InlineData("pause until tomorrow")]
    [InlineData("pause until Friday")]
    [InlineData("pause 2 days")]
    public async Task A_pause_ends_on_the_day_that_was_said(string words)
    {
        await Ana.Say("profile");
        await Ana.Press("profile/join", new Dictionary<string, string> { ["findable"] = "true", ["contactable"] = "true" });
        await Ana.Say(words);
        Ana.LastCard.Text.ShouldContain("No requests until");
        (await Stored()).PausedUntil!.Value.ShouldBeInRange(bot.Clock.GetUtcNow().AddHours(1), bot.Clock.GetUtcNow().AddDays(8));
    }

    [Fact]
    public async Task Organisations_are_listed_while_typing()
    {
        var name = (await bot.Store(db => db.Organisations.OrderBy(o => o.Key).FirstAsync())).Name;
        var found = await Ana.Invoke("application/search", new System.Text.Json.Nodes.JsonObject { ["queryText"] = name[..6].ToUpperInvariant(), ["dataset"] = "organisations" });
        found.GetProperty("value").GetProperty("results").EnumerateArray().Select(one => one.GetProperty("title").GetString()).ShouldContain(name);
    }

    private async Task Joined()
    {
        await Ana.Say("profile");
        await Ana.Press("profile/join");
    }

    private Task<Member> Stored() => bot.Store(db => db.Members.AsNoTracking().SingleAsync(m => m.Name == name));
}
