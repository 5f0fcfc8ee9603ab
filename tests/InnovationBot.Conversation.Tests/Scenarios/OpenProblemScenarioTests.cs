using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>The other way round, and the contact desk, at the running service: each test with people of its own.</summary>
public sealed class OpenProblemScenarioTests(SharedPermitNetwork shared) : IClassFixture<SharedPermitNetwork>
{
    private BotUnderTest Bot => shared.Network.Bot;

    [Fact]
    public async Task A_problem_is_opened_found_and_helped_and_only_a_yes_tells_both_names()
    {
        var (mia, jan) = (Bot.Of("Mia Opens"), Bot.Of("Jan Helps"));
        await mia.Say(PermitNetwork.Problem);
        await mia.Say("my problems");
        await mia.Press("problem/open-form");
        await mia.Press("problem/open-save", new Dictionary<string, string> { ["text"] = "Permits of Mia's town take eleven weeks.", ["readers"] = "network", ["named"] = "false" });
        mia.LastCard.Text.ShouldContain("open to others");

        await jan.Say("open problems");
        jan.LastCard.Text.ShouldContain("Permits of Mia's town take eleven weeks.");
        jan.LastCard.Text.ShouldNotContain("Mia Opens");
        await jan.Press("open-problem/show", title: "Open: Permits of Mia's town take eleven weeks.");
        await jan.Press("open-problem/help");
        (await jan.Press("open-problem/offer", new Dictionary<string, string> { ["offer"] = "  " })).Text.ShouldContain("Write in a few words");
        (await jan.Press("open-problem/offer", new Dictionary<string, string> { ["offer"] = "We ring first. Happy to show." })).Text.ShouldContain("Your offer is on its way");

        var offered = await mia.WaitForCard(card => card.Text.Contains("We ring first.", StringComparison.Ordinal), PermitNetwork.Patience);
        offered.Text.ShouldNotContain("Jan Helps");
        var data = JsonNode.Parse(offered.Action("help-offer/accept")!.Value.GetProperty("data").GetRawText())!.AsObject();
        (await jan.Press("x", "help-offer/accept", data)).Text.ShouldNotContain("Mia Opens", Case.Sensitive, "a copied button is worth nothing");
        (await mia.Press("help-offer/accept")).Text.ShouldContain("Jan Helps");
        (await jan.WaitForCard(card => card.Text.Contains("Mia Opens", StringComparison.Ordinal), PermitNetwork.Patience)).Verbs.ShouldContain("introduction/in-touch");
        (await Bot.Store(db => db.HelpOffers.CountAsync(offer => offer.State == HelpOfferState.Accepted))).ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_can_answer_is_claimed_answered_and_its_owner_sees_how_it_stands()
    {
        var (sam, desk) = (Bot.Of("Sam Asks"), await Desk());
        await sam.Say("ask contact point Who trains the dogs that find leaks in our water pipes?");
        sam.LastCard.Text.ShouldContain("Somebody of my own organisation may read it too");
        await sam.Press("introduction/send", PermitNetwork.Terms);
        sam.LastCard.Text.ShouldContain("The contact point has your problem");

        await desk.WaitForCard(card => card.Verbs.Contains("desk/claim"), PermitNetwork.Patience);
        await desk.Say("desk");
        desk.LastCard.Text.ShouldContain("Permits take eleven weeks here");
        desk.LastCard.Text.ShouldNotContain("Sam Asks");
        await desk.Press("desk/show");
        await desk.Press("desk/claim");
        await sam.Say("my problems");
        sam.LastCard.Text.ShouldContain("somebody at the contact point works on it");

        await desk.Press("desk/answer-form");
        await desk.Press("desk/answer", new Dictionary<string, string> { ["answer"] = "The water works of Ghent do." });
        var told = await sam.WaitForCard(card => card.Text.Contains("The water works of Ghent do.", StringComparison.Ordinal), PermitNetwork.Patience);
        told.Verbs.ShouldContain("desk/need-more");
        (await sam.Press("desk/helped")).Text.ShouldContain("The contact point’s answer helped");
        await sam.Say("desk");
        sam.Text.ShouldContain("You sit at no contact desk");
    }

    private async Task<Chat> Desk()
    {
        var points = await Bot.Store(db => db.ContactPoints.Select(point => point.MemberId).ToListAsync());
        var member = await Bot.Store(db => db.Members.AsNoTracking().FirstAsync(m => points.Contains(m.Id)));
        return await shared.Network.Meets(member);
    }
}

/// <summary>One service for all tests of a class.</summary>
public sealed class SharedPermitNetwork : IAsyncLifetime
{
    internal PermitNetwork Network { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Network = await PermitNetwork.Start();

    public ValueTask DisposeAsync() => Network.DisposeAsync();
}
