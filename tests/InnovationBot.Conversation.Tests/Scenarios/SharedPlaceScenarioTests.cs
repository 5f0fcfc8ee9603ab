using InnovationBot.Network;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Asking where others read along. Each test has a place and people of its own.</summary>
public sealed class SharedPlaceScenarioTests(AskScenarioTests.SampleService service) : IClassFixture<AskScenarioTests.SampleService>
{
    private readonly BotUnderTest bot = service.Bot;

    [Theory]
    [InlineData("channel", "19:team@thread.tacv2;messageid=1700000000000")]
    [InlineData("groupChat", "19:group@thread.v2")]
    public async Task Cases_are_shown_to_all_and_people_to_the_asker_alone(string type, string conversation)
    {
        var mia = bot.Of($"Mia in a {type}");
        await mia.Say("help");
        var place = bot.In(conversation, type);

        await place.Say(mia.Person, PermitNetwork.Problem);

        var shown = place.Messages.ShouldHaveSingleItem();
        place.LastCard.Verbs.Distinct().ShouldBe(["case/open"]);
        place.Text.ShouldContain("own chat");
        var own = await mia.WaitForCard(card => card.Verbs.Contains("introduction/draft"), PermitNetwork.Patience);
        own.Verbs.ShouldContain("case/open");
        place.Messages.ShouldHaveSingleItem().ShouldBe(shown);
    }

    [Fact]
    public async Task A_case_opens_for_whoever_presses_and_offers_no_person_there()
    {
        var place = bot.In("19:opened@thread.v2", "groupChat");
        var (mia, ole) = (new TestPerson("Mia who asks"), new TestPerson("Ole who presses"));
        await place.Say(mia, PermitNetwork.Problem);

        var opened = await place.Press(ole, place.LastCard, "case/open");

        opened.Card.ShouldNotBeNull();
        new SeenCard("", opened.Card.Value).Verbs.ShouldNotContain("introduction/draft");
        (await Problems(mia)).ShouldBe(1);
        (await Problems(ole)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_talks_with_others_is_not_interrupted()
    {
        var place = bot.In("19:talk@thread.v2", "groupChat");
        var mia = new TestPerson("Mia who talks");

        await place.Say(mia, PermitNetwork.Problem, mentions: false);

        place.Messages.ShouldBeEmpty();
        (await Problems(mia)).ShouldBe(0);
    }

    [Theory]
    [InlineData("my problems")]
    [InlineData("my introductions")]
    [InlineData("my requests")]
    [InlineData("my data")]
    [InlineData("forget me")]
    public async Task What_is_somebodys_own_is_not_shown_to_others(string command)
    {
        var place = bot.In($"19:{command.Replace(' ', '-')}@thread.v2", "groupChat");

        await place.Say(new TestPerson("Mia Holm"), command);

        place.Messages.ShouldHaveSingleItem().Words.ShouldBe("That is for you alone: write it to me in our own chat.");
    }

    [Fact]
    public async Task What_not_everybody_may_read_is_not_shown_to_a_group()
    {
        await using var own = await BotUnderTest.Start(sample: true); // all of its cases change
        var titles = await own.Store(async db =>
        {
            var cases = await db.Cases.ToListAsync();
            foreach (var one in cases) one.Readers = Readers.PublicBodies;
            return cases.Select(one => one.Title).ToList();
        });
        var place = own.In("19:group@thread.v2", "groupChat");

        await place.Say(new TestPerson("Mia Holm"), PermitNetwork.Problem);

        titles.ShouldNotContain(title => place.Text.Contains(title));
    }

    private Task<int> Problems(TestPerson person) =>
        bot.Store(db => db.Problems.CountAsync(p => db.Members.Any(m => m.Id == p.OwnerId && m.EntraObjectId == person.EntraObjectId)));
}
