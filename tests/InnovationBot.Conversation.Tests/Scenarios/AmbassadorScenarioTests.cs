using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>From an application in the chat to the first request from the list.</summary>
public sealed class AmbassadorScenarioTests(EmptyNetwork network) : IClassFixture<EmptyNetwork>
{
    private static readonly Dictionary<string, string> Application = new()
    {
        ["problem1"] = "Applicants waited eleven weeks for a building permit because plans were missing", ["years1"] = "4",
        ["problem2"] = "Every fourth caller hung up before anybody at our desk answered", ["years2"] = "2",
        ["problem3"] = "Parents sent the same form to three offices each autumn", ["years3"] = "7",
        ["cap"] = "2", ["findable"] = "true", ["contactable"] = "true", ["visibility"] = "listed",
    };

    [Fact]
    public async Task Somebody_applies_is_approved_is_told_and_is_found_and_asked()
    {
        var (ana, olga) = (await network.Joined("Ana Kos"), await network.Joined("Olga Hribar", Role.Organiser));
        await ana.Say("become an ambassador");
        (await ana.Press("ambassador/apply", new Dictionary<string, string>(Application) { ["problem2"] = "Innovation culture" })).Text.ShouldContain("Problem 2 names a topic");
        ana.LastCard.Inputs.Single(one => one.Id == "problem3").Value.ShouldBe(Application["problem3"]);
        await ana.Press("ambassador/apply", Application);
        ana.LastCard.Text.ShouldContain("Your application is with the organisers");
        await olga.Say("ambassadors");
        olga.LastCard.Text.ShouldNotContain("Ana Kos");

        await olga.Say("organise");
        olga.LastCard.Text.ShouldContain("Applications as ambassador (1)");
        await olga.Press("ambassador/application");
        olga.LastCard.Text.ShouldContain("eleven weeks");
        await olga.Press("ambassador/approve");
        olga.LastCard.Text.ShouldContain("Approved");
        await ana.WaitForCard(card => card.Text.Contains("You are an ambassador now", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await olga.Say("ambassadors");
        olga.LastCard.Text.ShouldContain("Ana Kos");
        await olga.Press("ambassador/ask", title: "Ask for an introduction");
        olga.LastCard.Text.ShouldContain("What should Ana Kos know?");
        await olga.Press("ambassador/ask-about", new Dictionary<string, string> { ["problem"] = "Half of our permits come back because a plan is missing" });
        olga.LastCard.Action("introduction/send").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_no_tells_the_reason_and_somebody_else_may_not_decide()
    {
        var (ana, olga) = (await network.Joined("Ava Zore"), await network.Joined("Oto Zupan", Role.Organiser));
        await ana.Say("become an ambassador");
        await ana.Press("ambassador/apply", Application);
        var id = (await network.Bot.Store(db => db.AmbassadorApplications.SingleAsync(one => one.State == ApplicationState.Waiting))).Id;
        (await ana.Press("x", "ambassador/approve", new() { ["application"] = id.ToString() })).Text.ShouldContain("organiser");
        await olga.Say("organise");
        await olga.Press("ambassador/application");
        (await olga.Press("ambassador/decline")).Text.ShouldContain("Write why not");
        await olga.Press("ambassador/decline", new Dictionary<string, string> { ["reason"] = "We have three of your office already." });
        await ana.WaitForCard(card => card.Text.Contains("We have three of your office already", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_organisation_without_an_ambassador_says_so()
    {
        var ana = await network.Joined("Ida Kralj");
        await network.Organisation("Občina Lipovec");
        await ana.Say("ambassadors občina lipovec");
        ana.LastCard.Text.ShouldContain("Občina Lipovec has no ambassador I can name just now");
    }
}
