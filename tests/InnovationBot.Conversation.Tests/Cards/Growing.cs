using InnovationBot.Cards;
using InnovationBot.Conversation.Cases.Objections;
using InnovationBot.Conversation.CheckIns.Quarters;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.People.Ambassadors;
using InnovationBot.Conversation.People.Mobility;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Problems.Coalitions;
using InnovationBot.Conversation.Problems.Overview;
using InnovationBot.Conversation.Problems.TryOuts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Objections;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Problems.Counting;
using InnovationBot.Network.Problems.Overview;
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
        ["coalition-asked"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.Waiting, formed: false, false), reading),
        ["coalition-waits"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.Yes, formed: false, false), reading),
        ["coalition-opens"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.Yes, formed: true, true), reading),
        ["coalition-formed"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.Yes, formed: true, false), reading),
        ["coalition-no"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.No, formed: false, false), reading),
        ["coalition-left"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.Left, formed: true, false), reading),
        ["coalition-lapsed"] = reading => CoalitionCard.For(Shared(CoalitionAnswer.Yes, formed: false, false, lapsed: true), reading),
        ["coalition-events"] = reading => OrganiseCard.For([EventSuggestionRows.For([new("home-care", Figure.Few)], new Opened.NamedTasks(), reading), OverviewRows.For(reading.Say)], reading.Say),
        ["objection-choose"] = ObjectionChoiceCard.For,
        ["objection"] = reading => ObjectionCard.For(Network.Barrier.Legal, [new ListedCase(Answers.Whole.Case, Answers.Lipovec, null)], reading),
        ["objection-none"] = reading => ObjectionCard.For(Network.Barrier.Political, [], reading),
        ["manager-form"] = reading => ManagerCard.Form(new PitchBeginning(Answers.Problem.Text, new ListedCase(Answers.Whole.Case, Answers.Lipovec, null), "Ring the five who waited longest."), reading),
        ["manager-draft"] = reading => ManagerCard.Draft("Answers within ten days", Answers.Problem.Text, "Aarhus rang first: nine weeks became four.", "May I try it for two weeks?", reading),
        ["why"] = reading => WhyCard.For(Answers.Explained, reading.Say),
        ["counted"] = reading => CountedCard.For(Answers.Problem.Id, Answers.Counts, reading.Say),
        ["counted-figure"] = reading => CountedCard.For(new ListedFigure(Answers.Problem, new CountedFigure(Outcome: Network.Outcome.Failed), 2, [Answers.Likes]), reading.Say),
        ["role-entry-point"] = reading => RoleOfferCard.For(EntryPoint(asked: true), reading),
        ["role-entry-point-theirs"] = reading => RoleOfferCard.For(EntryPoint(asked: false), reading),
        ["quarter"] = reading => QuarterCard.For(Quarterly(Answers.Problem), new Opened.NamedTasks(), reading),
        ["quarter-no-problem"] = reading => QuarterCard.For(Quarterly(null), new Opened.NamedTasks(), reading),
        ["problems-by-task"] = reading => OverviewCard.For(ProblemGrouping.Task, [new("home-care", Figure.Of(41), Figure.Of(12), false), new("building-permit", Figure.Of(9), Figure.Few, true)], new Opened.NamedTasks(), reading.Say),
        ["problems-by-time"] = reading => OverviewCard.For(ProblemGrouping.Time, [new("2026-4", Figure.Of(41), Figure.Of(12), false)], new Opened.NamedTasks(), reading.Say),
        ["problems-by-none"] = reading => OverviewCard.For(ProblemGrouping.Theme, [], new Opened.NamedTasks(), reading.Say),
        ["news-person"] = reading => NewsCard.For(new ProblemNews(Answers.Problem, null), NewsCard.Person(Answers.Full.People[0], reading.Say), reading.Say),
    };

    private static OpenPlace Place(string? asked) => new(
        new Move { Id = Answers.Id<MoveId>(91), MemberId = Answers.Id<MemberId>(9), FromId = Answers.Lipovec.Id, MovedAt = CardSituations.Now.AddDays(-9), WasEntryPoint = true }, "Občina Lipovec", asked, asked is null);

    private static CoalitionView Shared(CoalitionAnswer answer, bool formed, bool opener, bool lapsed = false)
    {
        var coalition = Coalition.Of(Answers.Id<CoalitionId>(92), "home-care", CardSituations.Now);
        var own = new CoalitionSeat { CoalitionId = Answers.Id<CoalitionId>(92), MemberId = Answers.Problem.OwnerId, ProblemId = Answers.Problem.Id };
        if (answer != CoalitionAnswer.Waiting) own.Say(answer is CoalitionAnswer.Yes or CoalitionAnswer.Left, "Ours wait eleven weeks, and nobody answers the phone.", shown: false, CardSituations.Now);
        if (answer == CoalitionAnswer.Left) own.Say(yes: false, null, shown: true, CardSituations.Now);
        if (formed) coalition.Form(opener ? own.MemberId : Answers.Id<MemberId>(9), CardSituations.Now.AddDays(7), CardSituations.Now);
        if (lapsed) coalition.Lapse(CardSituations.Now.AddDays(30));
        CoalitionMember[] others =
        [
            new(new PersonShown("Ana Kovač", "Head of planning", "Občina Lipovec", null, [new Language("sl")]), "ana@lipovec.example", "Ours wait nine weeks.", !opener),
            new(new PersonShown("Jan Vogel", "Adviser", "Stadt Altfeld", null, [new Language("de")]), "jan@altfeld.example", "Ours wait twelve weeks, and half of the files are incomplete.", false),
        ];
        return new CoalitionView(coalition, own, Answers.Problem, 3, formed ? others : [], opener);
    }

    private static QuarterView Quarterly(Problem? quiet) => new(
        CheckedIn.Asked(OpeningQuestion.InTheWay).CheckIn, new Quarter(2026, 4),
        new QuarterFigures { Quarter = "2026-4", Came = Figure.Of(41), Found = Figure.Of(30), Tried = Figure.Of(9), Solved = Figure.Few, UnansweredTask = "home-care", Holder = ThemeHolder.ContactPoint }, quiet);

    private static RoleOfferView EntryPoint(bool asked) => new(
        new RoleOffer { Id = Answers.Id<RoleOfferId>(93), Kind = OfferedRole.EntryPoint, FromId = Answers.Id<MemberId>(9), ToId = Answers.Id<MemberId>(3), OfferedAt = CardSituations.Now }, Answers.Listed, asked);

    private static TryOut Step(bool asked = false, TryOutResult? result = null)
    {
        var step = new TryOut { Id = Answers.Id<TryOutId>(90), ProblemId = Answers.Problem.Id, OwnerId = Answers.Problem.OwnerId, CreatedAt = CardSituations.Now };
        step.Plan("Ring the five who waited longest and ask what was missing.", new DateOnly(2027, 3, 8), CardSituations.Now.AddDays(8));
        if (asked) step.Ask(CardSituations.Now.AddDays(9));
        if (result is { } came) step.Answer(step.OwnerId, came, "Three of the five did not pick up; next time we write first.", CardSituations.Now.AddDays(9));
        return step;
    }
}
