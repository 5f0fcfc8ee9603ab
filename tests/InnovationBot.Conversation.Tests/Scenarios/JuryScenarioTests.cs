using System.Text.Json.Nodes;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>Jurors declare, read and score in the chat; organisers decide and announce; forged presses are refused with a sentence.</summary>
public sealed class JuryScenarioTests(EventNetwork network) : IClassFixture<EventNetwork>
{
    private readonly BotUnderTest bot = network.Bot;

    [Fact]
    public async Task From_the_jurors_list_to_what_the_nominee_hears()
    {
        var (olga, jan, eva, mia, ole) = (await network.Organiser(), await Juror(), await Juror(), await network.Somebody(), await network.Somebody());
        var round = await Round([jan, eva]);
        var work = await Nominated(round, mia, ole, "One call before the form");
        var known = await Nominated(round, ole, mia, "Letters that people understand", endorsedBy: jan);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await jan.WaitForCard(card => card.Text.Contains("Where do you have a conflict of interest?", StringComparison.Ordinal), EventNetwork.Patience);

        await jan.Say("jury");
        await jan.Press("jury/declare");
        jan.LastCard.Text.ShouldContain("you endorsed it");
        await jan.Press("jury/declare-save");
        jan.LastCard.Text.ShouldContain("0 of 1 scored");
        jan.LastCard.Text.ShouldContain("1 nomination is hidden from you");
        (await Forged(jan, "jury/open", ("nomination", known.ToString()))).ShouldContain("conflict of interest");
        (await Forged(jan, "jury/submit", ("nomination", known.ToString()), ("score_0", "5"))).ShouldContain("conflict of interest");
        (await Forged(mia, "jury/submit", ("nomination", work.ToString()), ("score_0", "5"))).ShouldContain("not on the jury");
        (await Forged(jan, "award/ranking", ("award", round.ToString()))).ShouldContain("Nobody reads scores of others");

        await jan.Press("jury/open");
        jan.LastCard.Text.ShouldContain("Callers waited three weeks");
        await jan.Press("jury/score");
        jan.LastCard.Text.ShouldContain("5: Everybody notices");
        (await jan.Press("jury/submit", new Dictionary<string, string> { ["score_0"] = "5" })).Text.ShouldContain("A criterion has no score yet");
        await jan.Press("jury/submit", new Dictionary<string, string> { ["score_0"] = "5", ["score_1"] = "4", ["comment"] = "Clear about what failed." });
        jan.LastCard.Text.ShouldContain("1 of 1 scored");
        await jan.Press("jury/read");
        jan.LastCard.Text.ShouldContain("Open the page");
        (await Forged(jan, "jury/submit", ("nomination", work.ToString()), ("score_0", "9"), ("score_1", "4"))).ShouldContain("whole number from 1 to 5");

        bot.Clock.Advance(TimeSpan.FromDays(2));
        (await Forged(jan, "jury/submit", ("nomination", work.ToString()), ("score_0", "1"), ("score_1", "1"))).ShouldContain("Scores were taken until");
        (await Forged(mia, "award/ranking", ("award", round.ToString()))).ShouldContain("not on the jury");
        (await Forged(olga, "award/ranking", ("award", round.ToString()))).ShouldContain("1. One call before the form");
        (await Forged(olga, "award/decide-save", ("award", round.ToString()), ("category", "service"), ("winners", known.ToString()))).ShouldContain("Write the reason");
        (await Forged(olga, "award/decide-save", ("award", round.ToString()), ("category", "service"), ("winners", work.ToString()), ("reason", "Most people notice it."))).ShouldContain("Recorded");
        (await Forged(olga, "award/close", ("award", round.ToString()))).ShouldContain("nobody has checked yet: 1");
        (await Forged(olga, "award/fact-save", ("nomination", work.ToString()), ("claim", "Nine calls"), ("verdict", "confirmed"), ("source", "Monthly figures"), ("on", "2027-03-01"))).ShouldContain("Recorded");
        (await Forged(olga, "award/close", ("award", round.ToString()))).ShouldContain("The decisions stand");
        (await Forged(mia, "award/announce", ("award", round.ToString()))).ShouldContain("organisers");
        bot.Clock.Advance(TimeSpan.FromDays(2));
        (await Forged(olga, "award/announce", ("award", round.ToString()))).ShouldContain("Those concerned hear now");

        await ole.WaitForCard(card => card.Text.Contains("Your nomination was awarded", StringComparison.Ordinal), EventNetwork.Patience);
        await mia.WaitForCard(card => card.Text.Contains("Thank you for the nomination", StringComparison.Ordinal), EventNetwork.Patience);
        (await Forged(ole, "award/reasons", ("nomination", work.ToString()))).ShouldContain("Clear about what failed.");
        (await Forged(eva, "award/reasons", ("nomination", work.ToString()))).ShouldNotContain("Clear about what failed.");
        (await Forged(ole, "award/contact", ("nomination", work.ToString()), ("answer", "yes"))).ShouldContain("The topic is on your profile");
        (await Forged(ole, "award/certificate", ("nomination", work.ToString()))).ShouldContain("Open the certificate");
        foreach (var table in new[] { "nominations", "scores", "decisions" }) (await Forged(olga, "award/table", ("award", round.ToString()), ("table", table))).ShouldContain("Open the file");
        (await Forged(mia, "award/table", ("award", round.ToString()), ("table", "scores"))).ShouldContain("organisers");
        (await Forged(olga, "award/page", ("award", round.ToString()))).ShouldContain("Open the file");
        await jan.Say("what happened to me");
        jan.LastCard.Text.ShouldContain("A nomination was scored");
    }

    /// <summary>A press that no card of this person's may carry.</summary>
    private static async Task<string> Forged(Chat chat, string verb, params (string, string)[] data)
    {
        var sent = new JsonObject();
        foreach (var (name, value) in data) sent[name] = value;
        return (await chat.Press(chat.LastCard.ActivityId, verb, sent)).Text;
    }

    private async Task<Chat> Juror()
    {
        var chat = await network.Somebody();
        await bot.Store(async db => (await db.Members.SingleAsync(m => m.Email == chat.Person.Email)).Roles = [Role.Juror]);
        return chat;
    }

    /// <summary>Its jury opens within the hour, has two days, and nobody objects for long.</summary>
    private async Task<AwardRoundId> Round(Chat[] jury)
    {
        var now = bot.Clock.GetUtcNow();
        List<AwardCriterion> criteria = [new("felt", "How many notice it?", 2, ["Nobody", "", "Some", "", "Everybody notices"]), new("learned", "What can others learn?", 1, [])];
        var plan = new AwardPlan { Name = "Award 2027", Zone = "Europe/Ljubljana", ObjectionDays = 1, ScoresPerNomination = 1, Categories = [new("service", "Service", criteria, 1)] };
        var round = new AwardRound { Id = EntityId.New<AwardRoundId>(now), Plan = plan, CreatedAt = now };
        round.Describe(plan, new(now.AddDays(-20), now.AddDays(-10), null, now.AddMinutes(30), now.AddDays(1), now.AddDays(3)), now.AddDays(-21));
        round.Publish(now.AddDays(-21));
        List<object> rows = [round];
        foreach (var juror in jury) rows.Add(new AwardJuror { Id = EntityId.New<AwardJurorId>(now), RoundId = round.Id, MemberId = await network.Id(juror), Categories = ["service"], CreatedAt = now });
        await Save(rows);
        return round.Id;
    }

    private async Task<NominationId> Nominated(AwardRoundId round, Chat by, Chat nominee, string title, Chat? endorsedBy = null)
    {
        var now = bot.Clock.GetUtcNow();
        var call = await bot.Store(db => db.AwardRounds.AsNoTracking().SingleAsync(r => r.Id == round));
        var plan = call.Plan;
        var opened = new AwardRound { Id = round, Plan = plan };
        opened.Describe(plan, new(now.AddDays(-20), now.AddDays(10), null, null, null, null), now.AddDays(-21));
        opened.Publish(now.AddDays(-21));
        var nomination = new Nomination
        {
            Id = EntityId.New<NominationId>(now), RoundId = round, NominatorId = await network.Id(by), Category = "service", Language = Language.English, AcceptedAt = now.AddDays(-11), WorkKey = title, CreatedAt = now,
            Content = new NominationContent { Title = title, Problem = "Callers waited three weeks for an answer.", Result = "Nine calls a day instead of four." },
        };
        nomination.Submit(opened, now.AddDays(-12)).ShouldBeNull();
        nomination.FindEligible(null, null);
        var person = new Nominee { Id = EntityId.New<NomineeId>(now), NominationId = nomination.Id, MemberId = await network.Id(nominee), CreatedAt = now };
        person.Accept(person.MemberId, new(true, true, false), now);
        List<object> rows = [nomination, person];
        if (endorsedBy is not null) rows.Add(new Endorsement { Id = EntityId.New<EndorsementId>(now), NominationId = nomination.Id, MemberId = await network.Id(endorsedBy), Sentence = "I felt it.", CreatedAt = now, ChangedAt = now });
        await Save(rows);
        return nomination.Id;
    }

    private Task<bool> Save(IReadOnlyCollection<object> rows) => bot.Store(db =>
    {
        db.AddRange(rows);
        return Task.FromResult(true);
    });
}
