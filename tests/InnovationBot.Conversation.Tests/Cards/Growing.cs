using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.People.Mobility;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Problems.TryOuts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.TryOuts;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>What grows from a problem: news, small steps and what came of them.</summary>
internal static class Growing
{
    private static readonly OrganisationChoice[] Organisations = [new(Answers.Lipovec.Id, "Občina Lipovec"), new(Answers.Id<OrganisationId>(71), "Ministrstvo za pravosodje")];

    public static readonly IReadOnlyDictionary<string, Func<Reading, AdaptiveCard>> Situations = new Dictionary<string, Func<Reading, AdaptiveCard>>
    {
        ["tryout-form"] = reading => TryOutCard.For(new TryOutShown(null, Answers.Problem), reading),
        ["tryout-planned"] = reading => TryOutCard.For(new TryOutShown(Step(), Answers.Problem), reading),
        ["tryout-asked"] = reading => TryOutCard.For(new TryOutShown(Step(asked: true), Answers.Problem), reading),
        ["tryout-answered"] = reading => TryOutCard.For(new TryOutShown(Step(asked: true, TryOutResult.DidNotWork), Answers.Problem), reading),
        ["still-there"] = reading => StillThereCard.For("Ministrstvo za pravosodje", reading),
        ["still-there-yes"] = reading => StillThereCard.Thanks("Ministrstvo za pravosodje", reading),
        ["move-form"] = reading => MoveFormCard.For(new MoveForm("Občina Lipovec", "adviser", true), Organisations, reading),
        ["move-form-again"] = reading => MoveFormCard.For(
            new MoveForm("Občina Lipovec", "adviser", true), Organisations, reading, new ChangeJobs.Request(Answers.Problem.OwnerId, "Agencija za ceste", "Head of permits", "nobody@lipovec.example")),
        ["moved"] = reading => MovedProfileCard.For(new Moved("Občina Lipovec", "Ministrstvo za pravosodje", false, true, "Jan Vogel", 2, 1), reading),
        ["moved-nobody"] = reading => MovedProfileCard.For(new Moved("Občina Lipovec", "Ministrstvo za pravosodje", true, true, null, 0, 0), reading),
        ["move-place"] = reading => OpenPlaceCard.For(Place(null), reading),
        ["move-place-asked"] = reading => OpenPlaceCard.For(Place("Jan Vogel"), reading),
        ["move-places"] = reading => OrganiseCard.For([PlaceRows.For([Place(null), Place("Jan Vogel")], reading)], reading.Say),
        ["news-person"] = reading => NewsCard.For(new ProblemNews(Answers.Problem, null), NewsCard.Person(Answers.Full.People[0], reading.Say), reading.Say),
    };

    private static OpenPlace Place(string? asked) => new(
        new Move { Id = Answers.Id<MoveId>(91), MemberId = Answers.Id<MemberId>(9), FromId = Answers.Lipovec.Id, MovedAt = CardSituations.Now.AddDays(-9), WasEntryPoint = true }, "Občina Lipovec", asked, asked is null);

    private static TryOut Step(bool asked = false, TryOutResult? result = null)
    {
        var step = new TryOut { Id = Answers.Id<TryOutId>(90), ProblemId = Answers.Problem.Id, OwnerId = Answers.Problem.OwnerId, CreatedAt = CardSituations.Now };
        step.Plan("Ring the five who waited longest and ask what was missing.", new DateOnly(2027, 3, 8), CardSituations.Now.AddDays(8));
        if (asked) step.Ask(CardSituations.Now.AddDays(9));
        if (result is { } came) step.Answer(step.OwnerId, came, "Three of the five did not pick up; next time we write first.", CardSituations.Now.AddDays(9));
        return step;
    }
}
