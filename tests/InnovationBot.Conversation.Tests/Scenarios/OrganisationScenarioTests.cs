using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Organisations, invitations and roles in the chat of an organiser.</summary>
public sealed class OrganisationScenarioTests(EmptyNetwork network) : IClassFixture<EmptyNetwork>
{
    private readonly BotUnderTest bot = network.Bot;

    [Fact]
    public async Task A_name_nobody_knows_is_proposed_made_by_an_organiser_and_the_person_is_told()
    {
        var (olga, mia) = (await network.Joined("Olga Hribar", Role.Organiser), await network.Joined("Mia Berg"));
        await mia.Press("profile/about");
        await mia.Press("profile/about-save", new Dictionary<string, string> { ["newOrganisation"] = "Acme Limited", ["languages"] = "en" });
        mia.LastCard.Text.ShouldContain("You proposed Acme Limited");

        await olga.Say("organise");
        await olga.Press("organisation/proposal");
        await olga.Press("organisation/new");
        (await olga.Press("organisation/save", new Dictionary<string, string> { ["country"] = "SI", ["domains"] = "gmail.com" })).Text.ShouldContain("everybody can have an address at");
        olga.LastCard.Inputs.Single(one => one.Id == "name").Value.ShouldBe("Acme Limited");
        await olga.Press("organisation/save", new Dictionary<string, string> { ["domains"] = "acme.example" });
        olga.LastCard.Text.ShouldContain("It holds from now on");
        await mia.WaitForCard(card => card.Text.Contains("Acme Limited is confirmed as your organisation", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await olga.Press("organisation/merge-ask");
        (await olga.Press("organisation/merge", new Dictionary<string, string> { ["into"] = "Acme Limited" })).Text.ShouldContain("the same organisation");
        await network.Organisation("Acme");
        await olga.Press("organisation/merge", new Dictionary<string, string> { ["into"] = "Acme" });
        olga.LastCard.Text.ShouldContain("Also known by");
        (await network.Stored(mia)).OrganisationConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_says_where_they_work_waits_for_an_organiser()
    {
        var (oto, ida) = (await network.Joined("Oto Zupan", Role.Organiser), await network.Joined("Ida Kralj"));
        var lipovec = await network.Organisation("Občina Lipovec");
        await ida.Press("profile/about");
        await ida.Press("profile/about-save", new Dictionary<string, string> { ["organisation"] = lipovec.Id.ToString(), ["languages"] = "en" });
        await oto.Say("organise");
        await oto.Press("organisation/claim");
        oto.LastCard.Text.ShouldContain("Does Ida Kralj belong to Občina Lipovec?");
        (await ida.Press("x", "organisation/confirm", new() { ["person"] = (await network.Stored(ida)).Id.ToString(), ["organisation"] = lipovec.Id.ToString() })).Text.ShouldContain("not yours");
        await oto.Press("organisation/confirm");
        (await network.Stored(ida)).OrganisationProof.ShouldBe(OrganisationProof.Organiser);
    }

    [Fact]
    public async Task An_organiser_gets_the_file_and_the_text_of_one_person_and_nobody_else_does()
    {
        var (eva, jan) = (await network.Joined("Eva Novak", Role.Organiser), await network.Joined("Jan Peeters"));
        await bot.Store(db =>
        {
            db.Members.Add(new Member { Id = Network.EntityId.New<Network.MemberId>(bot.Clock.GetUtcNow()), Name = "Tina Turk", Email = "tina@town.example", State = MemberState.Invited, CreatedAt = bot.Clock.GetUtcNow(), AnswerDue = bot.Clock.GetUtcNow().AddDays(90) });
            return Task.FromResult(0);
        });
        await jan.Say("invitations");
        jan.Text.ShouldNotContain("Tina");
        await eva.Say("invitations");
        eva.LastCard.Text.ShouldContain("Tina Turk");
        await eva.Press("invitation/person");
        eva.LastCard.Inputs.Single(one => one.Id == "text").Value.ShouldContain("Hello Tina Turk, you are proposed for");
        await eva.Press("invitation/list");
        await eva.Press("invitation/file", title: "Also who did not answer");
        eva.LastCard.Text.ShouldContain("The file holds 1 person");
    }

    [Fact]
    public async Task A_role_is_given_ended_and_the_only_organiser_keeps_theirs()
    {
        await bot.Store(async db =>
        {
            foreach (var organiser in await db.Members.ToListAsync()) organiser.Take(Role.Organiser);
            return 0;
        });
        var (ada, vid) = (await network.Joined("Ada Novak", Role.Organiser, Role.Administrator), await network.Joined("Vid Kos"));
        await ada.Say("roles");
        ada.LastCard.Text.ShouldContain("There is one organiser");
        await ada.Press("roles/revoke", new Dictionary<string, string> { ["held"] = $"organiser {(await network.Stored(ada)).Id}" });
        ada.LastCard.Text.ShouldContain("This is the only organiser");
        await ada.Press("roles/grant", new Dictionary<string, string> { ["email"] = vid.Person.Email, ["role"] = "organiser" });
        ada.LastCard.Text.ShouldContain("Vid Kos now has the role: Organiser");
        await ada.Press("roles/revoke", new Dictionary<string, string> { ["held"] = $"organiser {(await network.Stored(ada)).Id}" });
        (await network.Stored(ada)).Has(Role.Organiser).ShouldBeFalse();
        await vid.Say("leave");
        (await vid.Press("profile/leave")).Text.ShouldContain("only organiser");
    }
}
