using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>An administrator sets the network up in the chat.</summary>
public sealed class SettingsScenarioTests(EmptyNetwork network) : IClassFixture<EmptyNetwork>
{
    private readonly BotUnderTest bot = network.Bot;

    [Fact]
    public async Task Somebody_else_is_told_in_a_sentence_that_it_is_not_for_them()
    {
        var mia = bot.Of("Mia Berg");
        await mia.Say("settings");
        mia.Text.ShouldContain("Only administrators set the network up");
        (await mia.Press("x", "settings/limits-save", new() { ["monthly_requests"] = "20" })).Text.ShouldContain("Only administrators");
    }

    [Fact]
    public async Task A_name_is_set_and_stands_above_the_settings()
    {
        var ada = await network.Joined("Ada One", Role.Administrator);
        await ada.Say("nastavitve");
        await ada.Press("settings/identity");
        await ada.Press("settings/identity-save", new Dictionary<string, string> { ["name"] = "Permit Circle", ["language"] = "sl", ["zone"] = "Europe/Ljubljana", ["privacy"] = "https://example.org/data" });
        ada.LastCard.Text.ShouldContain("How Permit Circle is set up");
        ada.LastCard.Text.ShouldContain("It holds from now on");
        await ada.Say("my data");
        ada.LastCard.Text.ShouldContain("What happens with data");
        await bot.Of("Finn Laine").Say("moikka", locale: "fi-FI");
        (await bot.Store(db => db.Members.SingleAsync(member => member.Name == "Finn Laine"))).Language.Code.ShouldBe("sl");
    }

    [Fact]
    public async Task A_number_out_of_bounds_is_refused_by_name_and_what_was_typed_stays()
    {
        var ada = await network.Joined("Ada Two", Role.Administrator);
        await ada.Say("settings");
        await ada.Press("settings/limits");
        var answer = await ada.Press("settings/limits-save", new Dictionary<string, string> { ["monthly_requests"] = "0", ["broadcast_approval_from"] = "250" });
        answer.Text.ShouldContain("Requests a month: write a whole number from 1 to 20");
        Typed(ada, "broadcast_approval_from").ShouldBe("250");
        await ada.Press("settings/limits-save", new Dictionary<string, string> { ["monthly_requests"] = "5" });
        await ada.Press("settings/limits");
        (Typed(ada, "monthly_requests"), Typed(ada, "broadcast_approval_from")).ShouldBe(("5", "250"));
    }

    [Fact]
    public async Task Holidays_of_a_country_are_shown_and_one_is_added()
    {
        var ada = await network.Joined("Ada Three", Role.Administrator);
        await ada.Say("settings");
        await ada.Press("settings/holidays");
        await ada.Press("settings/country", new Dictionary<string, string> { ["country"] = "SI" });
        ada.LastCard.Text.ShouldContain("8 February");
        (await ada.Press("settings/country-save", new Dictionary<string, string> { ["added"] = "tomorrow" })).Text.ShouldContain("cannot read “tomorrow” as a day");
        await ada.Press("settings/country-save", new Dictionary<string, string> { ["added"] = "12-24" });
        await ada.Press("settings/holidays");
        ada.LastCard.Text.ShouldContain("Slovenia · changed here");
        (await ada.Press("settings/country", new Dictionary<string, string> { ["other"] = "Croatia" })).Text.ShouldContain("two letters");
    }

    [Fact]
    public async Task A_desk_is_added_and_taken_off_and_a_channel_is_set()
    {
        var ada = await network.Joined("Ada Four", Role.Administrator);
        await ada.Say("settings");
        await ada.Press("settings/desks");
        (await ada.Press("settings/desk-add", new Dictionary<string, string> { ["email"] = "nobody@test.example" })).Text.ShouldContain("e-mail");
        await ada.Press("settings/desk-add", new Dictionary<string, string> { ["email"] = ada.Person.Email, ["country"] = "si" });
        ada.LastCard.Text.ShouldContain("Slovenia");
        var desk = await bot.Store(db => db.ContactPoints.SingleAsync());
        await ada.Press("settings/desk-remove", new Dictionary<string, string> { ["desk"] = desk.Id.ToString() });
        ada.LastCard.Text.ShouldContain("No desk yet");
        (await network.Stored(ada)).Has(Role.ContactPoint).ShouldBeFalse();

        await network.Organisation("Občina Lipovec");
        await ada.Press("settings/show");
        await ada.Press("settings/safety");
        (await ada.Press("settings/safety-save", new Dictionary<string, string> { ["channel"] = "https://example.org/report" })).Text.ShouldContain("Choose an organisation");
        Typed(ada, "channel").ShouldBe("https://example.org/report");
        await ada.Press("settings/safety-save", new Dictionary<string, string> { ["organisation"] = "Občina Lipovec" });
        ada.LastCard.Text.ShouldContain("1 organisation has its channel here");
    }

    private static string Typed(Chat chat, string input) => chat.LastCard.Inputs.Single(one => one.Id == input).Value;
}
