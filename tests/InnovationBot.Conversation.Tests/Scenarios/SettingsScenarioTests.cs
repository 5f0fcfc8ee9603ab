using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>An administrator sets the network up in the chat.</summary>
public sealed class SettingsScenarioTests : IAsyncLifetime
{
    private BotUnderTest bot = null!;

    private Chat Ada => bot.Of("Ada Novak");

    public async ValueTask InitializeAsync()
    {
        bot = await BotUnderTest.Start();
        await Ada.Say("help");
        await bot.Store(async db =>
        {
            (await db.Members.SingleAsync()).Give(Role.Administrator);
            db.Organisations.Add(new Organisation { Id = EntityId.New<OrganisationId>(bot.Clock.GetUtcNow()), Key = "lipovec", Name = "Občina Lipovec", Country = "SI", CreatedAt = bot.Clock.GetUtcNow() });
            return 0;
        });
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

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
        await Ada.Say("nastavitve");
        await Ada.Press("settings/identity");
        await Ada.Press("settings/identity-save", new Dictionary<string, string> { ["name"] = "Permit Circle", ["language"] = "sl", ["zone"] = "Europe/Ljubljana" });
        Ada.LastCard.Text.ShouldContain("How Permit Circle is set up");
        Ada.LastCard.Text.ShouldContain("It holds from now on");
        await bot.Of("Finn Laine").Say("moikka", locale: "fi-FI");
        (await bot.Store(db => db.Members.SingleAsync(member => member.Name == "Finn Laine"))).Language.Code.ShouldBe("sl");
    }

    [Fact]
    public async Task A_number_out_of_bounds_is_refused_by_name_and_what_was_typed_stays()
    {
        await Ada.Say("settings");
        await Ada.Press("settings/limits");
        var answer = await Ada.Press("settings/limits-save", new Dictionary<string, string> { ["monthly_requests"] = "0", ["broadcast_approval_from"] = "250" });
        answer.Text.ShouldContain("Requests a month: write a whole number from 1 to 20");
        Typed("broadcast_approval_from").ShouldBe("250");
        await Ada.Press("settings/limits-save", new Dictionary<string, string> { ["monthly_requests"] = "5" });
        await Ada.Press("settings/limits");
        (Typed("monthly_requests"), Typed("broadcast_approval_from")).ShouldBe(("5", "250"));
    }

    [Fact]
    public async Task Holidays_of_a_country_are_shown_and_one_is_added()
    {
        await Ada.Say("settings");
        await Ada.Press("settings/holidays");
        await Ada.Press("settings/country", new Dictionary<string, string> { ["country"] = "SI" });
        Ada.LastCard.Text.ShouldContain("8 February");
        (await Ada.Press("settings/country-save", new Dictionary<string, string> { ["added"] = "tomorrow" })).Text.ShouldContain("cannot read “tomorrow” as a day");
        await Ada.Press("settings/country-save", new Dictionary<string, string> { ["added"] = "12-24" });
        await Ada.Press("settings/holidays");
        Ada.LastCard.Text.ShouldContain("Slovenia · changed here");
        (await Ada.Press("settings/country", new Dictionary<string, string> { ["other"] = "Croatia" })).Text.ShouldContain("two letters");
    }

    [Fact]
    public async Task A_desk_is_added_and_taken_off_and_a_channel_is_set()
    {
        await Ada.Say("settings");
        await Ada.Press("settings/desks");
        (await Ada.Press("settings/desk-add", new Dictionary<string, string> { ["email"] = "nobody@test.example" })).Text.ShouldContain("e-mail");
        await Ada.Press("settings/desk-add", new Dictionary<string, string> { ["email"] = Ada.Person.Email, ["country"] = "si" });
        Ada.LastCard.Text.ShouldContain("Slovenia");
        var desk = await bot.Store(db => db.ContactPoints.SingleAsync());
        await Ada.Press("settings/desk-remove", new Dictionary<string, string> { ["desk"] = desk.Id.ToString() });
        Ada.LastCard.Text.ShouldContain("No desk yet");
        (await bot.Store(db => db.Members.SingleAsync())).Has(Role.ContactPoint).ShouldBeFalse();

        await Ada.Press("settings/show");
        await Ada.Press("settings/safety");
        (await Ada.Press("settings/safety-save", new Dictionary<string, string> { ["channel"] = "https://example.org/report" })).Text.ShouldContain("Choose an organisation");
        Typed("channel").ShouldBe("https://example.org/report");
        await Ada.Press("settings/safety-save", new Dictionary<string, string> { ["organisation"] = "Občina Lipovec" });
        Ada.LastCard.Text.ShouldContain("1 organisation has its channel here");
    }

    private string Typed(string input) => Ada.LastCard.Inputs.Single(one => one.Id == input).Value;
}
