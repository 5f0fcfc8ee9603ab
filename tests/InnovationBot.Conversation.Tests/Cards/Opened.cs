using InnovationBot.Cards;
using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Introductions.Times;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.People.Ambassadors.OpenHours;
using InnovationBot.Conversation.People.Wanted;
using InnovationBot.Conversation.Problems.Desk;
using InnovationBot.Conversation.Problems.Opened;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Network.Time;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Problems opened to others, the help offered, and what lies at the contact desk.</summary>
internal static class Opened
{
    private static readonly WorkingDays Days = new(TimeZoneInfo.Utc, PublicHolidays.None);

    public static readonly IReadOnlyDictionary<string, Func<Reading, AdaptiveCard>> Situations = new Dictionary<string, Func<Reading, AdaptiveCard>>
    {
        ["open-form"] = reading => OpenForm.For(new OwnOpenProblem(Answers.Problem, "Občina Lipovec"), reading),
        ["open-problems"] = reading => OpenProblemsCard.For(
            new OpenProblemsPage([Shown(null), Shown(Offer())], 8, 1, 2, OpenProblemFilter.None with { Tier = Tier.Local }, new(["building-permit"], [Tier.Local], [Language.English]), [new OwnOffer(Offer(), Answers.Problem.Text)], true), new NamedTasks(), reading),
        ["open-problems-none"] = reading => OpenProblemsCard.For(new OpenProblemsPage([], 0, 1, 1, OpenProblemFilter.None, OpenProblemChoices.None, [], true), new NamedTasks(), reading),
        ["open-problems-not-public"] = reading => OpenProblemsCard.For(new OpenProblemsPage([], 0, 1, 1, OpenProblemFilter.None, OpenProblemChoices.None, [], false), new NamedTasks(), reading),
        ["open-problem"] = reading => OpenProblemCard.For(Shown(null), new NamedTasks(), CardData.None, reading),
        ["open-problem-offered"] = reading => OpenProblemCard.For(Shown(Offer()), new NamedTasks(), CardData.None, reading),
        ["help-form"] = reading => HelpForm.For(Shown(null), CardData.None, reading),
        ["help-offers"] = reading => HelpOffersCard.For([new OfferShown(Offer(), Answers.Problem.Text, Answers.Unlisted, false)], reading),
        ["help-offer-owner"] = reading => HelpOfferCard.For(new OfferShown(Offer(), Answers.Problem.Text, Answers.Unlisted, false), reading),
        ["help-offer-giver"] = reading => HelpOfferCard.For(new OfferShown(Offer(), Answers.Problem.Text, Answers.Unlisted, true), reading),
        ["help-offer-over"] = reading => HelpOfferCard.For(new OfferShown(Offer(HelpOfferState.Lapsed), Answers.Problem.Text, Answers.Unlisted, true), reading),
        ["desk"] = reading => DeskListCard.For(new DeskPage([Item(), Item(claimed: true)], 9, 4, 1, 2), reading),
        ["desk-nothing"] = reading => DeskListCard.For(new DeskPage([], 0, 0, 1, 1), reading),
        ["desk-item"] = reading => DeskItemCard.For(Item(), reading),
        ["desk-item-claimed"] = reading => DeskItemCard.For(Item(claimed: true), reading),
        ["desk-item-answered"] = reading => DeskItemCard.For(Item(claimed: true, answer: "The city of Aarhus rings every applicant first."), reading),
        ["desk-owner"] = reading => DeskItemCard.For(Item() with { IsOwner = true }, reading),
        ["desk-owner-answered"] = reading => DeskItemCard.For(Item(claimed: true, answer: "The city of Aarhus rings every applicant first.") with { IsOwner = true }, reading),
        ["desk-owner-closed"] = reading => DeskItemCard.For(Item(claimed: true, end: DeskItemEnd.Nothing) with { IsOwner = true }, reading),
        ["desk-answer"] = reading => DeskAnswerForm.For(Item(claimed: true), reading),
        ["desk-hand-on"] = reading => HandOnCard.For(
            new HandOnChoices(Item(claimed: true), [new(new DeskPlace(null, "SI"), null), new(new DeskPlace(Answers.Lipovec.Id, null), "Občina Lipovec")], [(Answers.Id<MemberId>(9), "Ana Kovač")]), reading),
        ["desk-ask"] = AskDeskForm.For,
        ["open-hour-form"] = reading => HostedHourCard.For(new OpenHourHost(["building permits", "archives"], null), reading),
        ["open-hour-own"] = reading => HostedHourCard.For(new OpenHourHost([], Hour(isHost: true)), reading),
        ["open-hour-look"] = reading => OpenHourCard.For(Hour(), reading),
        ["open-hour-comes"] = reading => OpenHourCard.For(Hour(comes: true), reading),
        ["times-form"] = reading => TimesForm.For(Introduced.Request, reading),
        ["introduced-times-taker"] = reading => IntroductionCard.For(Introduced.Both(IntroductionSide.Taker) with { Times = [Time(1), Time(2)] }, reading),
        ["introduced-times-giver"] = reading => IntroductionCard.For(Introduced.Both(IntroductionSide.Giver) with { Times = [Time(1), Time(2)] }, reading),
        ["introduced-time-chosen"] = reading => IntroductionCard.For(Introduced.Both(IntroductionSide.Taker) with { Times = [Time(1) with { IsChosen = true, Calendar = new Uri("https://bot.example/talk/x.ics") }] }, reading),
        ["organise-all"] = reading => OrganiseCard.For(
            [.. DeskRows.For([Item() with { OrganisersAsked = true }, Item(claimed: true), Item(), Item(), Item(), Item()], reading)
                .Append(TaskRows.For([new("home-care", Figure.Of(9), Figure.Few, true, null)], new NamedTasks(), reading))
                .Append(FailedRows.For([new(FailureReason.NotInstalled, Figure.Of(41)), new(null, Figure.Few)], reading))
                .Select((section, at) => section with { All = new OrganisePage("DeskRows", at) })], reading.Say),
        ["organise-section"] = reading => OrganiseCard.For(
            new OrganiseSection("At the contact point (20)", [.. Enumerable.Range(0, 20).Select(_ => DeskListCard.Row(Item(), reading))]), new OrganisePage("DeskRows", 1, 2), reading.Say),
        ["organise-failed"] = reading => FailedCard.For(FailureReason.NotInstalled, reading),
        ["organise-failed-unknown"] = reading => FailedCard.For(null, reading),
        ["wanted-task"] = reading => WantedTaskCard.For(new("home-care", Figure.Of(9), Figure.Of(6), true, null), "home care", reading),
        ["wanted-task-asked"] = reading => WantedTaskCard.For(new("home-care", Figure.Of(9), Figure.Few, true, CardSituations.Now), "home care", reading),
        ["wanted-person"] = reading => WantedCard.For("home care", reading),
    };

    private static OpenHourView Hour(bool isHost = false, bool comes = false) => new(
        OpenHour.Of(Answers.Id<OpenHourId>(90), Answers.Id<MemberId>(9), "building permits", CardSituations.Now.AddDays(3), "https://teams.microsoft.com/l/meetup-join/x", 6, CardSituations.Now),
        new PersonShown("Jan Janssens", "Adviser", "Stad Gent", null, [Language.English]), isHost, comes, 4,
        isHost ? [new(new PersonShown("Mia Holm", "Case worker", "Aarhus Kommune", null, [Language.English]), "Permits take eleven weeks here, and nobody answers the phone.")] : [],
        Answers.Id<SuggestionId>(91), "Permits take eleven weeks here, and nobody answers the phone.", MayAskAlone: true);

    private static TalkTimeShown Time(int day) => new(Answers.Id<TalkTimeId>(80 + day), CardSituations.Now.AddDays(day), false, null);

    private static HelpOffer Offer(HelpOfferState state = HelpOfferState.Waiting)
    {
        var offer = HelpOffer.Of(Answers.Id<HelpOfferId>(70), Answers.Problem.Id, Answers.Id<MemberId>(9), "We cut it to four weeks by ringing first. Happy to show how.", Language.English, CardSituations.Now, CardSituations.Now.AddDays(14));
        offer.End(state, CardSituations.Now);
        return offer;
    }

    private static OpenProblemShown Shown(HelpOffer? own) =>
        new(Answers.Problem.Id, Answers.Problem.Text, Language.English, ["building-permit"], Answers.Unlisted, CardSituations.Now, false, own);

    private static DeskItemShown Item(bool claimed = false, string? answer = null, DeskItemEnd? end = null)
    {
        var item = new DeskItem
        {
            Id = Answers.Id<DeskItemId>(71), ProblemId = Answers.Problem.Id, OwnerId = Answers.Id<MemberId>(3), Text = Answers.Problem.Text, Language = Language.English,
            Languages = [Language.English, new("da")], CreatedAt = CardSituations.Now, DueAt = CardSituations.Now.AddDays(7),
        };
        var desk = Answers.Id<MemberId>(9);
        item.LieAt(new DeskPlace(null, null), CardSituations.Now, Days);
        if (claimed) item.Claim(desk);
        if (answer is not null) item.Say(desk, answer);
        if (end is { } how) item.Close(desk, how, CardSituations.Now);
        return new DeskItemShown(item, Answers.Unlisted, "NL", FromAbroad: true, new(item.Place, null), null, IsMine: claimed, IsOwner: false);
    }

    internal sealed class NamedTasks : ITasks
    {
        public IReadOnlyList<string> Of(string text, Language language) => [];

        public string Name(string task, Language language) => "building permit";
    }
}
