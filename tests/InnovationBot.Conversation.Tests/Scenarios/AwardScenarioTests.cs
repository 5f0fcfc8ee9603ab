using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>A round at the running service: organisers make it, people nominate, accept, endorse, check. One host; each test has people and a round of its own.</summary>
public sealed class AwardScenarioTests(EventNetwork network) : IClassFixture<EventNetwork>
{
    private static readonly Dictionary<string, string> Problem = new()
    {
        ["problem"] = "Callers waited three weeks for an answer at the counter.", ["what_was_done"] = "We ring before the form is sent.", ["outcome"] = "failed",
    };

    private static readonly Dictionary<string, string> Result = new()
    {
        ["result"] = "Nine calls a day, counted by hand.", ["users"] = "consulted", ["users_how"] = "Ten callers were asked.", ["links"] = "https://lipovec.example/report",
    };

    [Fact]
    public async Task An_organiser_writes_a_round_in_steps_sees_what_is_missing_publishes_it_and_puts_a_date_off()
    {
        var olga = await network.Organiser();
        await olga.Say("awards");
        var dialog = await olga.OpenDialog("award/new");
        dialog = await olga.Submit(dialog, "award/save", new Dictionary<string, string> { ["name"] = "<b>x</b>", ["tracks"] = "initiative,challenge" });
        dialog.Text.ShouldContain("HTML");
        dialog = await olga.Submit(dialog, "award/save", new Dictionary<string, string> { ["name"] = "Steps award", ["tracks"] = "initiative,challenge", ["rules"] = "Work of three years." });
        var now = network.Bot.Clock.GetUtcNow();
        var dates = new Dictionary<string, string>
        {
            ["zone"] = "Europe/Ljubljana", ["call_opens_day"] = $"{now.AddDays(-2):yyyy-MM-dd}", ["call_closes_day"] = $"{now.AddDays(20):yyyy-MM-dd}", ["call_closes_time"] = "12:00",
            ["eligibility_closes_day"] = $"{now.AddDays(25):yyyy-MM-dd}", ["announce_day"] = $"{now.AddDays(60):yyyy-MM-dd}", ["objection_days"] = "7",
        };
        dialog = await olga.Submit(dialog, "award/save", dates);
        (await olga.Submit(dialog, "award/save", new Dictionary<string, string> { ["nominators"] = "everyone", ["nominees"] = "everyone", ["scores_per_nomination"] = "2", ["retention_months"] = "24", ["feedback"] = "true" })).Closes.ShouldBeTrue();
        (await olga.Press("award/publish")).Text.ShouldContain("The jury scores until: This is still missing");
        dates["jury_closes_day"] = $"{now.AddDays(40):yyyy-MM-dd}";
        dialog = await olga.OpenDialog("award/edit", title: "Dates");
        dialog = await olga.Submit(dialog, "award/save", dates);
        await olga.Submit(dialog, "award/save", new Dictionary<string, string> { ["nominators"] = "everyone", ["nominees"] = "everyone", ["scores_per_nomination"] = "2", ["retention_months"] = "24" });
        (await olga.Press("award/publish")).Text.ShouldContain("Published.");
        olga.LastCard.Text.ShouldContain("open for nominations until");

        dialog = await olga.OpenDialog("award/extend");
        (await olga.Submit(dialog, "award/extend-save", new Dictionary<string, string> { ["date"] = "call_closes", ["to_day"] = $"{now.AddDays(5):yyyy-MM-dd}", ["later"] = "true" })).Text.ShouldContain("can only be put off");
        (await olga.Submit(dialog, "award/extend-save", new Dictionary<string, string> { ["date"] = "call_closes", ["to_day"] = $"{now.AddDays(22):yyyy-MM-dd}", ["later"] = "true" })).Closes.ShouldBeTrue();
        olga.LastCard.Text.ShouldContain("Put off. Those concerned are told.");
        (await olga.Press("award/rules")).Text.ShouldContain("Need: does it meet a real problem?");
    }

    [Fact]
    public async Task A_colleague_is_nominated_in_steps_that_are_kept_accepts_and_is_endorsed_by_somebody_else()
    {
        var (mia, jan, ana) = (await network.Somebody(), await network.Somebody(), await network.Somebody());
        var round = await Round("Scenario award");
        await mia.Say("nominate");
        var begun = await Begin(mia, round, "Ring first", own: false, nominee: jan.Person.Email);
        await mia.Say("nominate"); // days later
        mia.LastCard.Text.ShouldContain("Ring first");
        mia.LastCard.Text.ShouldContain("begun, not put forward");
        await mia.Press("nomination/show", title: "Open: Ring first");
        var dialog = await mia.OpenDialog("nomination/open", title: "Go on");
        dialog.Text.ShouldContain("Nine calls a day");
        (await mia.Submit(dialog, "nomination/submit")).Closes.ShouldBeTrue();
        mia.LastCard.Text.ShouldContain("It is put forward");

        await ana.Say($"nomination {begun}");
        ana.Text.ShouldNotContain("Ring first");
        await jan.Say("nominate");
        await jan.Press("nomination/show", title: "Open: Ring first");
        jan.LastCard.Text.ShouldContain("May “Ring first” be nominated?");
        (await jan.Press("nomination/accept", new Dictionary<string, string> { ["shown"] = "true", ["mentioned"] = "false", ["opens"] = "false" })).Text.ShouldContain("You said yes");
        await jan.Say("my cases");
        jan.LastCard.Text.ShouldContain("Ring first");

        await ana.Say($"nomination {begun}");
        (await ana.Press("nomination/endorse", new Dictionary<string, string> { ["sentence"] = "I no longer wait." })).Text.ShouldContain("Thank you");
        await jan.Say($"nomination {begun}");
        jan.LastCard.Text.ShouldContain("I no longer wait.");
    }

    [Fact]
    public async Task Organisers_find_what_to_check_under_organise_and_forged_presses_are_refused_with_a_sentence()
    {
        var (olga, mia, eva) = (await network.Organiser(), await network.Somebody(), await network.Somebody());
        var round = await Round("Checked award");
        await mia.Say("nominate");
        var id = await Begin(mia, round, "Own ring", own: true, nominee: "");
        await mia.Say("nominate");
        await mia.Press("nomination/show", title: "Open: Own ring");
        await mia.Submit(await mia.OpenDialog("nomination/open", title: "Go on"), "nomination/submit", new Dictionary<string, string> { ["shown"] = "true" });

        await eva.Say("help");
        var card = eva.LastCard.ActivityId;
        var data = new System.Text.Json.Nodes.JsonObject { ["nomination"] = id.ToString(), ["verdict"] = "ineligible", ["reason"] = "x", ["award"] = round.ToString(), ["step"] = "work", ["title"] = "Stolen" };
        foreach (var verb in new[] { "nomination/check-save", "award/open-jury", "award/edit", "award/nominations" })
            (await eva.Press(card, verb, (System.Text.Json.Nodes.JsonObject)data.DeepClone())).Text.ShouldContain("run by organisers");
        await eva.Press(card, "nomination/save", (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        await eva.Press(card, "nomination/submit", (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        await eva.Press(card, "nomination/withdraw", (System.Text.Json.Nodes.JsonObject)data.DeepClone());
        (await network.Bot.Store(db => db.Nominations.AsNoTracking().SingleAsync(n => n.Id == id))).Content.Title.ShouldBe("Own ring");
        await olga.Say("organise");
        olga.LastCard.Text.ShouldContain("Nominations to check");
        await olga.Press("nomination/show", title: "Open: Own ring");
        (await olga.Press(olga.LastCard.ActivityId, "nomination/save", (System.Text.Json.Nodes.JsonObject)data.DeepClone())).Text.ShouldContain("stays as its nominator wrote it");
        var dialog = await olga.OpenDialog("nomination/check");
        (await olga.Submit(dialog, "nomination/check-save", new Dictionary<string, string> { ["verdict"] = "mend", ["reason"] = "The result has no source.", ["until"] = $"{network.Bot.Clock.GetUtcNow().AddDays(6):yyyy-MM-dd}" })).Closes.ShouldBeTrue();
        (await network.Bot.Store(db => db.Nominations.AsNoTracking().SingleAsync(n => n.Id == id))).EligibilityReason.ShouldBe("The result has no source.");
    }

    [Fact]
    public async Task In_a_channel_the_nomination_card_is_for_all_and_the_form_is_not()
    {
        var mia = await network.Somebody();
        await Round("Channel award");
        var channel = network.Bot.In("19:award@thread.tacv2;messageid=7", "channel");
        await channel.Say(mia.Person, "nominate");
        channel.LastCard.Text.ShouldContain("Whose work should");
        await channel.Say(mia.Person, "awards");
        channel.LastCard.Text.ShouldContain("Whose work should");
    }

    private async Task<AwardRoundId> Round(string name)
    {
        var now = network.Bot.Clock.GetUtcNow();
        var input = new AwardInput
        {
            Name = name, Zone = "Europe/Ljubljana", CallOpens = $"{now.AddDays(-2):yyyy-MM-dd}", CallCloses = $"{now.AddDays(20):yyyy-MM-dd}", EndorsementsClose = $"{now.AddDays(30):yyyy-MM-dd}",
            EligibilityCloses = $"{now.AddDays(40):yyyy-MM-dd}", JuryCloses = $"{now.AddDays(50):yyyy-MM-dd}", Announce = $"{now.AddDays(70):yyyy-MM-dd}", Categories = [new(null, "All", [], null, [])],
        };
        await using var scope = network.Bot.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<MakeAward>().Create(input, null, publish: true, CancellationToken.None);
        made.Faults.ShouldBeEmpty();
        return made.Round!.Id;
    }

    /// <summary>All steps but the last; from the round's own card, since other tests have rounds too.</summary>
    private async Task<NominationId> Begin(Chat chat, AwardRoundId round, string title, bool own, string nominee)
    {
        await chat.Press(chat.LastCard.ActivityId, "award/show", new() { ["award"] = round.ToString() });
        var dialog = await chat.OpenDialog("nomination/new");
        foreach (var fields in new[]
        {
            new() { ["track"] = "initiative", ["case"] = "new", ["title"] = title }, Problem, Result, new() { ["learned"] = "Ring in the morning." },
            new() { ["own_work"] = own ? "true" : "false", ["nominees"] = nominee }, new Dictionary<string, string> { ["partners"] = "" },
        })
            dialog = await chat.Submit(dialog, "nomination/save", fields, title: "Next");
        dialog.Text.ShouldContain(title);
        return (await network.Bot.Store(db => db.Nominations.AsNoTracking().SingleAsync(n => n.RoundId == round))).Id;
    }
}
