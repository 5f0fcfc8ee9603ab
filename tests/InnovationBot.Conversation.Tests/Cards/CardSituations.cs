using InnovationBot.Cards;
using InnovationBot.Conversation.Awards.Nominations;
using InnovationBot.Conversation.Awards.Rounds;
using InnovationBot.Conversation.Broadcasts;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Cases.Anywhere;
using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Cases.Reports;
using InnovationBot.Conversation.Cases.Results;
using InnovationBot.Conversation.Cases.Reuses;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.Cases.Upkeep;
using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.CheckIns.Outcomes;
using InnovationBot.Conversation.Help;
using InnovationBot.Conversation.Introductions;
using InnovationBot.Conversation.Introductions.ShortAnswers;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.People.Ambassadors;
using InnovationBot.Conversation.People.Invitations;
using InnovationBot.Conversation.People.Organisations;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.People.Roles;
using InnovationBot.Conversation.People.Safety;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Settings;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Results;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Events;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.People.Safety;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Every card of the conversation in the situations it is drawn for; each is drawn for a reader of any language.</summary>
public static class CardSituations
{
    public static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly Contribution Given = new(
        "Ana Kovač", [new CaseContribution(Answers.Id<CaseId>(4), "A call before the application saved eight weeks", 12, 2, 1), new CaseContribution(Answers.Id<CaseId>(5), "One desk", 0, 0, 0)], 3);

    public static readonly IReadOnlyDictionary<string, Func<Reading, AdaptiveCard>> All = new Dictionary<string, Func<Reading, AdaptiveCard>>(Opened.Situations.Concat(Growing.Situations).Concat(Judged.Situations))
    {
        ["own-log"] = reading => OwnLogCard.For(new OwnLogView(
            [
                new OwnAct(AuditAct.RoleGranted, Now, "juror", false, false, "Ana Kovač"), new OwnAct(AuditAct.OrganisationConfirmed, Now.AddDays(-2), null, false, true, null),
                new OwnAct(AuditAct.ProblemShownToOrganiser, Now.AddDays(-3), null, false, false, null), new OwnAct(AuditAct.Joined, Now.AddDays(-9), null, true, false, null),
            ],
            40), reading),
        ["answer"] = reading => AnswerCard.For(Answers.Full, reading.Say),
        ["gone"] = reading => GoneCard.For(reading.Say),
        ["answer-first"] = reading => AnswerCard.For(Answers.Full with { IsFirstContact = true }, reading.Say),
        ["answer-abstract"] = reading => AnswerCard.For(Answers.Full with { IsAbstract = true, Question = ConcreteQuestion.IdeaThatStopped }, reading.Say),
        ["answer-nearest"] = reading => AnswerCard.For(Answers.Full with { Fit = Fit.Nearest, People = [] }, reading.Say),
        ["answer-nothing"] = reading => AnswerCard.For(Answers.Nothing, reading.Say),
        ["answer-people-only"] = reading => AnswerCard.For(Answers.Full with { Cases = [] }, reading.Say),
        ["answer-was-answer"] = reading => AnswerCard.For(Answers.Full, reading.Say, AnswerDoubt.WasAnswer),
        ["answer-in-channel"] = reading => ChannelAnswerCard.For(Answers.Public, followsInOwnChat: true, reading.Say),
        ["answer-none-fits"] = reading => QuestionCard.For(new RejectedAnswer(Answers.Problem, ConcreteQuestion.LastTime), reading.Say),
        ["problem-edit"] = reading => EditCard.For(Answers.Problem, reading.Say),
        ["my-problems"] = reading => MyProblemsCard.For(
            [new(Answers.Problem, Looking: true, 0, MayAskOrganiser: true), new(Answers.Problem, Looking: false, 1, MayAskOrganiser: false) { EndsAt = Now.AddDays(90) }], reading),
        ["my-problems-none"] = reading => MyProblemsCard.For([], reading),
        ["case"] = reading => CaseCard.For(Answers.Opened, reading.Say, new CaseWay(Problem: Answers.Problem.Id)),
        ["case-whole"] = reading => CaseCard.For(Answers.Whole, reading.Say, CaseWay.None, reading.Say["Reading.HelpedThanks"]),
        ["case-text"] = reading => CaseTextCard.For(Answers.Whole, reading.Say, new CaseWay(Problem: Answers.Problem.Id), 1),
        ["case-reuse"] = reading => ReuseForm.For(CaseWay.None.Data(Answers.Opened.Case.Id), Answers.Reused, reading.Say),
        ["case-reused"] = reading => ReusedCard.For(new(Answers.Reused, Answers.Opened.Case, Answers.Unlisted), reading.Say),
        ["case-report"] = reading => ReportForm.For(CaseWay.None.Data(Answers.Opened.Case.Id), reading.Say),
        ["report"] = reading => ReportCard.For(Reported.ToOrganiser, reading),
        ["report-answered"] = reading => ReportCard.For(Reported.Answered with { Organises = true }, reading),
        ["report-taken-down"] = reading => ReportCard.For(Reported.TakenDown, reading),
        ["report-put-back"] = reading => ReportCard.For(Reported.PutBack, reading),
        ["awards"] = reading => AwardsCard.For(new([Nominated.Round(), Nominated.Draft], [Nominated.Announced], Organises: true, Now), reading),
        ["awards-none"] = reading => AwardsCard.For(new([], [], Organises: false, Now), reading),
        ["award"] = reading => RoundCard.For(Nominated.View(Nominated.Round()), reading),
        ["award-organiser"] = reading => RoundCard.For(Nominated.View(Nominated.Round(), organises: true), reading, reading.Say["Awards.Saved"]),
        ["award-draft"] = reading => RoundCard.For(Nominated.View(Nominated.Draft, organises: true), reading, null, [new("jury_closes", EventRefusals.FieldMissing)]),
        ["award-rules"] = reading => RulesCard.For(Nominated.Round(), reading),
        ["award-form-what"] = reading => AwardForm.For(null, AwardStep.What, Nominated.Input, [new("name", EventRefusals.HtmlInText)], reading),
        ["award-form-when"] = reading => AwardForm.For(Answers.Id<AwardRoundId>(60), AwardStep.When, Nominated.Input, [new("jury_closes", AwardRefusals.DatesOrder(AwardDate.EligibilityCloses))], reading),
        ["award-form-who"] = reading => AwardForm.For(Answers.Id<AwardRoundId>(60), AwardStep.Who, Nominated.Input, [], reading),
        ["award-category"] = reading => CategoryForm.For(Answers.Id<AwardRoundId>(60), "a", Nominated.Input.Categories[1], @fixed: false, [], reading),
        ["award-category-fixed"] = reading => CategoryForm.For(Answers.Id<AwardRoundId>(60), "a", Nominated.Input.Categories[0], @fixed: true, [], reading),
        ["award-extend"] = reading => ExtendForm.For(Nominated.Round(), reading),
        ["nominate"] = reading => NominateCard.For(new([Nominated.Round()], [(Nominated.Draft1, Nominated.Round()), (Nominated.Submitted, Nominated.Round())], false, []), reading),
        ["nominate-none"] = reading => NominateCard.For(new([], [], false, [Nominated.Draft]), reading),
        ["nomination-call"] = reading => CallCard.For(Nominated.Round(), reading),
        ["nomination-form-work"] = reading => NominationForm.For(Nominated.Draft1, Nominated.Round(), NominationStep.Work, [Answers.Opened.Case], reading),
        ["nomination-form-problem"] = reading => NominationForm.For(Nominated.Draft1, Nominated.Round(), NominationStep.Problem, [], reading),
        ["nomination-form-result"] = reading => NominationForm.For(Nominated.Draft1, Nominated.Round(), NominationStep.Result, [], reading, null, [new("links", EventRefusals.LinkNotHttps)]),
        ["nomination-form-learned"] = reading => NominationForm.For(Nominated.Draft1, Nominated.Round(), NominationStep.Learned, [], reading),
        ["nomination-form-people"] = reading => NominationForm.For(Nominated.Draft1, Nominated.Round(), NominationStep.People, [], reading),
        ["nomination-form-partners"] = reading => NominationForm.For(Nominated.Mend.Nomination, Nominated.Round(), NominationStep.Partners, [], reading),
        ["nomination-preview"] = reading => NominationPreview.For(Nominated.Written, reading, []),
        ["nomination-preview-unready"] = reading => NominationPreview.For(Nominated.Written, reading, [new("result", EventRefusals.FieldMissing), new("nominees", NominationRefusals.NobodyNamed)]),
        ["nomination-same"] = reading => SameWorkCard.For(Nominated.Draft1, reading.Say),
        ["nomination-asked"] = reading => NominationCard.For(Nominated.Asked, reading),
        ["nomination-accepted"] = reading => NominationCard.For(Nominated.Accepted, reading, reading.Say["Nominations.AcceptedNote"]),
        ["nomination-mend"] = reading => NominationCard.For(Nominated.Mend, reading, reading.Say["Nominations.Summary_mend"]),
        ["nomination-to-check"] = reading => NominationCard.For(Nominated.ToCheck, reading),
        ["nomination-check"] = reading => CheckForm.For(Nominated.Mend with { Organises = true }, reading),
        ["nomination-partner"] = reading => PartnerCard.For(Nominated.Partner, reading),
        ["nomination-endorse"] = reading => EndorseCard.For(Nominated.ToEndorse, reading),
        ["nomination-endorse-shared"] = reading => EndorseCard.For(Nominated.ToEndorse, reading, isShared: true),
        ["nomination-endorse-closed"] = reading => EndorseCard.For(Nominated.ToEndorse with { WhyNot = NominationRefusals.EndorseClosed }, reading),
        ["nominations"] = reading => NominationRows.ForOrganisers(new(Answers.Id<AwardRoundId>(60), [Nominated.Submitted, Nominated.Mend.Nomination], 12, 1, 2), Nominated.Round(), reading),
        ["nominations-announced"] = reading => NominationRows.Announced(Answers.Id<AwardRoundId>(60), [(Nominated.Submitted, null)], 1, reading),
        ["event"] = reading => SignUpCard.For(Gatherings.Open, reading),
        ["event-going"] = reading => SignUpCard.For(Gatherings.Going, reading),
        ["event-going-online"] = reading => SignUpCard.For(Gatherings.GoingOnline, reading, reading.Say["Events.AnswersKept"]),
        ["event-waiting"] = reading => SignUpCard.For(Gatherings.Waiting, reading),
        ["event-offered"] = reading => SignUpCard.For(Gatherings.Offered, reading, reading.Say["Events.NoteOffer", ("until", "x")]),
        ["event-cancelled"] = reading => SignUpCard.For(Gatherings.Cancelled, reading, reading.Say["Events.NoteCancelled", ("reason", "The room has water in it.")]),
        ["event-shared"] = reading => SignUpCard.For(Gatherings.Open, reading, isShared: true),
        ["event-details"] = reading => DetailsCard.For(Gatherings.Going, reading),
        ["events"] = reading => EventsCard.For(Gatherings.Page, reading),
        ["event-materials"] = reading => SignUpCard.For(Gatherings.WithMaterials, reading),
        ["event-materials-details"] = reading => DetailsCard.For(Gatherings.WithMaterials, reading),
        ["events-mine"] = reading => EventsCard.For(Gatherings.Page with { Filter = EventFilter.None with { Mine = true }, Reminds = false }, reading),
        ["events-none"] = reading => EventsCard.For(new(EventFilter.None with { Past = true }, [], 0, 1, 1, MayOrganise: false), reading),
        ["event-form-what"] = reading => EventForm.For(new(null, EventStep.What, Gatherings.Input, [new("title", EventRefusals.HtmlInText)], IsPublished: false), reading),
        ["event-form-when"] = reading => EventForm.For(new(Answers.Id<EventId>(30), EventStep.When, Gatherings.Input, [new("end", EventRefusals.EndBeforeStart)], IsPublished: false), reading),
        ["event-form-more"] = reading => EventForm.For(new(Answers.Id<EventId>(30), EventStep.More, Gatherings.Input, [], IsPublished: false), reading),
        ["event-form-who"] = reading => EventForm.For(new(Answers.Id<EventId>(30), EventStep.Who, Gatherings.Input, [], IsPublished: true), reading),
        ["event-manage-draft"] = reading => ManageCard.For(new(Gatherings.Draft, EventState.Draft, []), Gatherings.Open with { Event = Gatherings.Draft, State = EventState.Draft, Runs = true }, reading),
        ["event-manage"] = reading => ManageCard.For(Gatherings.Numbers, Gatherings.Open with { Runs = true }, reading, reading.Say["Events.Published"]),
        ["event-manage-fitting"] = reading => ManageCard.For(Gatherings.Numbers with { MayInvite = true }, Gatherings.Open with { Runs = true }, reading, fitting: (Network.Figures.Figure.Of(12), ["counter", "waiting times"])),
        ["event-people"] = reading => EventPeopleCard.For(Gatherings.Numbers, 1, reading, null),
        ["event-people-after"] = reading => EventPeopleCard.For(Gatherings.Numbers, 1, reading with { Now = CardSituations.Now.AddMonths(1) }, reading.Say.Count("Events.AttendanceRead", 2)),
        ["event-calendar"] = reading => CalendarCard.For(Gatherings.Going, new Uri("https://bot.example/calendar/x.ics"), reading),
        ["event-meet"] = reading => MeetCard.For(Gatherings.Going, reading),
        ["event-pair"] = reading => PairCard.For(Gatherings.Pair, reading),
        ["event-paired"] = reading => PairCard.For(Gatherings.Paired, reading),
        ["event-after"] = reading => AfterCard.For(Gatherings.Going, reading),
        ["event-outcome"] = reading => EventOutcomeCard.For(Gatherings.Open, reading),
        ["event-series"] = reading => SeriesCard.For(Gatherings.Open.Event, reading.Say),
        ["event-cancel"] = reading => CancelCard.For(Gatherings.Open.Event, reading.Say),
        ["library"] = reading => LibraryCard.For(Listed.Page, reading.Say),
        ["library-empty"] = reading => LibraryCard.For(Listed.Nothing, reading.Say),
        ["file-kind"] = reading => FileCard.For(Dropped.Asked, reading),
        ["file-columns"] = reading => FileCard.For(Dropped.Columns, reading),
        ["file-columns-missing"] = reading => FileCard.For(Dropped.Missing, reading),
        ["file-choose"] = reading => ColumnsForm.For(Dropped.Missing, 0, reading.Say, reading.Say["Transfer.Twice", ("field", "x")]),
        ["file-working"] = reading => FileCard.For(Dropped.Working, reading),
        ["file-ready"] = reading => FileCard.For(Dropped.Ready, reading),
        ["file-nothing-new"] = reading => FileCard.For(Dropped.NothingNew, reading),
        ["file-done"] = reading => FileCard.For(Dropped.Done, reading),
        ["file-faults"] = reading => FileCard.For(Dropped.Faulty, reading),
        ["file-not-done"] = reading => FileCard.For(Dropped.NotDone, reading),
        ["templates"] = reading => TemplatesCard.For(reading.Say),
        ["template"] = reading => TemplatesCard.Links(RecordKind.Members, new Uri("https://bot.example/once/x"), new Uri("https://bot.example/once/y"), hasDrive: true, reading.Say),
        ["shared-case"] = reading => SharedCard.Of(Answers.Opened.Likes[0], new Uri("https://bot.example/case/00000005000000000000000000000000"), reading.Say)!.Card,
        ["shared-hidden-case"] = reading => SharedCard.Of(Answers.ForPublicBodies, new Uri("https://bot.example/case/00000005000000000000000000000000"), reading.Say)!.Card,
        ["shared-person"] = reading => SharedCard.Of(new FoundPerson(Answers.Listed, ["building permits", "phone desks"]), reading.Say).Card,
        ["organise"] = reading => OrganiseCard.For(Waiting.Rows(reading), reading.Say),
        ["organise-nothing"] = reading => OrganiseCard.For([], reading.Say),
        ["upkeep-draft"] = reading => UpkeepDraftCard.For(Waiting.Draft, reading),
        ["upkeep-asked"] = reading => UpkeepDraftCard.For(Waiting.Draft with { AskedAt = Now }, reading),
        ["upkeep-nobody"] = reading => UpkeepDraftCard.For(Waiting.Draft with { Asked = null, Deputy = null }, reading),
        ["upkeep-still-true"] = reading => UpkeepCard.For(Waiting.Question(CaseQuestionKind.StillTrue, null), reading),
        ["upkeep-complete"] = reading => UpkeepCard.For(Waiting.Question(CaseQuestionKind.Complete, null), reading),
        ["upkeep-answered"] = reading => UpkeepCard.For(Waiting.Question(CaseQuestionKind.StillTrue, CaseAnswer.NoLonger), reading),
        ["upkeep-changed"] = reading => UpkeepCard.For(Waiting.Question(CaseQuestionKind.StillTrue, CaseAnswer.Changed), reading),
        ["contributions"] = reading => ContributionCard.Statement(Given, new Uri("https://bot.example/once/x"), reading.Say),
        ["contributions-none"] = reading => ContributionCard.Statement(Given with { Cases = [], Introductions = 0 }, null, reading.Say),
        ["contributions-month"] = reading => ContributionCard.Monthly(Given, new ResultsMonth(2027, 2), reading.Say),
        ["help"] = reading => HelpCard.For(reading.Say).Card,
        ["help-roles"] = reading => HelpCard.For(reading.Say, new Member { Ambassador = AmbassadorState.Confirmed, Roles = [.. Enum.GetValues<Role>()] }).Card,
        ["language"] = reading => LanguageCard.For(reading.Say),
        ["broadcast"] = reading => BroadcastCard.For(Broadcasting.Shown, reading.Say),
        ["broadcast-urgent-unwanted"] = reading => BroadcastCard.For(Broadcasting.Urgent, reading.Say, wants: false),
        ["broadcast-story"] = reading => BroadcastCard.For(Broadcasting.Story, reading.Say),
        ["broadcast-in-channel"] = reading => BroadcastCard.For(Broadcasting.Shown, reading.Say, isInPlace: true),
        ["broadcast-taken-back"] = reading => BroadcastCard.TakenBack(reading.Say),
        ["broadcast-fewer"] = reading => FewerCard.For(BroadcastKind.Event, wants: false, reading.Say),
        ["broadcast-draft"] = reading => OrganiserCard.For(Broadcasting.Draft, Broadcasting.Pace, reading),
        ["broadcast-draft-for-nobody"] = reading => OrganiserCard.For(Broadcasting.DraftWithoutAudience, Broadcasting.Pace, reading),
        ["broadcast-to-approve"] = reading => OrganiserCard.For(Broadcasting.ToApprove, Broadcasting.Pace, reading),
        ["broadcast-correction-to-approve"] = reading => OrganiserCard.For(Broadcasting.Corrected(own: false), Broadcasting.Pace, reading),
        ["broadcast-correction-waits"] = reading => OrganiserCard.For(Broadcasting.Corrected(own: true), Broadcasting.Pace, reading),
        ["broadcast-sending"] = reading => OrganiserCard.For(Broadcasting.Sending, Broadcasting.Pace, reading),
        ["broadcast-recalled"] = reading => OrganiserCard.For(Broadcasting.Recalled, Broadcasting.Pace, reading),
        ["broadcast-fitting-draft"] = reading => OrganiserCard.For(Broadcasting.FittingDraft, Broadcasting.Pace, reading),
        ["broadcast-fitting-sent"] = reading => OrganiserCard.For(Broadcasting.FittingSent, Broadcasting.Pace, reading),
        ["broadcast-fitting-audience"] = reading => AudienceCard.For(Broadcasting.FittingDraft, reading),
        ["broadcast-fitting-recall"] = reading => SureCard.For(Broadcasting.FittingSent, "Recall", "broadcast/recall", Broadcasting.Pace, reading),
        ["broadcast-list"] = reading => BroadcastListCard.For(Broadcasting.Listed, hasStories: true, hasEvents: true, reading),
        ["broadcast-list-none"] = reading => BroadcastListCard.For(new([], 1, 1), hasStories: false, hasEvents: false, reading),
        ["broadcast-new-story"] = reading => TextForm.For(
            null, BroadcastKind.Story, new TextFields("en", true, null, null), [new Choice("A call before the application saved eight weeks", Answers.Opened.Case.Id.ToString())], reading),
        ["broadcast-text"] = reading => TextForm.For(Broadcasting.Draft.Broadcast, BroadcastKind.Message, new TextFields("en", false, "One desk", "From May on"), [], reading),
        ["broadcast-extras"] = reading => ExtrasForm.For(Broadcasting.Draft.Broadcast, Broadcasting.Draft.Broadcast.Content, reading),
        ["broadcast-audience"] = reading => AudienceCard.For(Broadcasting.Draft, reading),
        ["broadcast-group"] = reading => GroupForm.For(
            Broadcasting.Draft.Broadcast, "0", Broadcasting.Draft.Broadcast.Audience!.AnyOf![0], NamedPeople.None, Broadcasting.Choices, reading),
        ["broadcast-group-many-named"] = reading => GroupForm.For(Broadcasting.Draft.Broadcast, "0", null, Broadcasting.ManyNamed, Broadcasting.Choices, reading),
        ["broadcast-except"] = reading => GroupForm.For(Broadcasting.Draft.Broadcast, "except", null, new(["ana@example.org"], []), Broadcasting.Choices, reading),
        ["broadcast-send"] = reading => SendForm.For(Broadcasting.Draft, new SendFields(null, null, false, null), Broadcasting.Pace, reading),
        ["broadcast-cancel"] = reading => SureCard.For(Broadcasting.Sending, "Cancel", "broadcast/cancel", Broadcasting.Pace, reading),
        ["broadcast-recall"] = reading => SureCard.For(Broadcasting.Sending, "Recall", "broadcast/recall", Broadcasting.Pace, reading),
        ["broadcast-unknown"] = reading => SureCard.For(Broadcasting.Sending, "Unknown", "broadcast/unknown-again", Broadcasting.Pace, reading),
        ["broadcast-channels"] = reading => ChannelForm.For(Broadcasting.Draft.Broadcast, Broadcasting.Channels, ["19:b@thread.tacv2"], reading),
        ["broadcast-people"] = reading => BroadcastPeopleCard.For(Broadcasting.People, reading),
        ["draft"] = reading => DraftCard.For(Introduced.Draft, reading),
        ["draft-known-organisation"] = reading => DraftCard.For(Introduced.Draft with { OrganisationMissing = false, Organisation = Answers.Lipovec }, reading),
        ["draft-contact-point"] = reading => DraftCard.For(Introduced.Draft with { Suggestion = null, Person = null, Reasons = [] }, reading),
        ["request"] = reading => IntroductionCard.For(Introduced.Request, reading),
        ["request-after-question"] = reading => IntroductionCard.For(
            Introduced.Request with { Question = "Is it about new houses or about changes?", QuestionAnswer = "Mostly small changes." }, reading),
        ["request-lapsed"] = reading => IntroductionCard.For(Introduced.Request with { Stage = IntroductionStage.Lapsed }, reading),
        ["request-write"] = reading => FieldCard.Write(Introduced.Request, reading),
        ["request-question"] = reading => FieldCard.Question(Introduced.Request, reading),
        ["request-listed"] = reading => IntroductionCard.For(Introduced.Request with { IsNamedToOther = true }, reading),
        ["request-question-listed"] = reading => FieldCard.Question(Introduced.Request with { IsNamedToOther = true }, reading),
        ["request-redirect-nobody"] = reading => RedirectCard.For(Introduced.Request, [], reading),
        ["draft-in-another-language"] = reading => DraftCard.For(Introduced.Draft with { Language = new Language("lv") }, reading),
        ["request-redirect"] = reading => RedirectCard.For(
            Introduced.Request, [new RedirectChoice(Answers.Id<SuggestionId>(7), Answers.Listed), new RedirectChoice(Answers.Id<SuggestionId>(8), Answers.Unlisted)], reading),
        ["request-passed-on"] = RedirectCard.PassOn,
        ["request-not-my-topic"] = reading => TopicCard.For(Introduced.Request, ["queues at the counter", "permits"], reading),
        ["request-pause"] = reading => PauseCard.Ask(Introduced.Request, reading),
        ["paused"] = reading => PausedCard.For(Now.AddDays(7), reading),
        ["sent"] = reading => IntroductionCard.For(Introduced.Sent, reading),
        ["questioned"] = reading => IntroductionCard.For(
            Introduced.Sent with { Stage = IntroductionStage.Questioned, Question = "Is it about new houses?", Acts = Introduced.Acts(IntroductionAct.AnswerQuestion, IntroductionAct.Withdraw) }, reading),
        ["short-answer-read"] = reading => ShortAnswerRows.Read(Kept.Agreed, HouseStyle.Back(reading.Say["Words.Back"], "problem/show", ("problem", Answers.Problem.Id.ToString())), reading.Say),
        ["short-answer-form"] = reading => ShortAnswerCard.For(Kept.Begun, reading),
        ["short-answer-personal"] = reading => ShortAnswerCard.Form(Kept.Begun, "People wait.", "Ask novak@example.org.", reading),
        ["short-answer-asked"] = reading => ShortAnswerCard.For(Kept.View(Kept.Proposed, agreed: false), reading),
        ["short-answer-waits"] = reading => ShortAnswerCard.For(Kept.View(Kept.Proposed, agreed: true), reading),
        ["short-answer-shown"] = reading => ShortAnswerCard.For(Kept.View(Kept.Agreed, agreed: true), reading),
        ["written"] = reading => IntroductionCard.For(
            Introduced.Sent with { Stage = IntroductionStage.Answered, WrittenAnswer = "We called every applicant before they sent anything.", Acts = Introduced.Acts(IntroductionAct.ReportTalk, IntroductionAct.TalkAfterAll) }, reading),
        ["still-looking"] = reading => IntroductionCard.For(Introduced.Sent with { Stage = IntroductionStage.StillLooking }, reading),
        ["nobody-left"] = reading => IntroductionCard.For(
            Introduced.Sent with { Stage = IntroductionStage.NobodyLeft, Acts = Introduced.Acts(IntroductionAct.AskOrganiser) }, reading),
        ["introduced-taker"] = reading => IntroductionCard.For(Introduced.Both(IntroductionSide.Taker), reading),
        ["introduced-giver"] = reading => IntroductionCard.For(Introduced.Both(IntroductionSide.Giver), reading),
        ["did-you-talk"] = reading => TalkCard.For(Introduced.Both(IntroductionSide.Taker), reading),
        ["my-introductions"] = reading => MyIntroductionsCard.For([Introduced.Sent, Introduced.Both(IntroductionSide.Taker)], reading),
        ["my-introductions-none"] = reading => MyIntroductionsCard.For([], reading),
        ["my-requests"] = reading => MyRequestsCard.For(
            new RequestsOverview([Introduced.Request], 2, 3, Paused: false, null, null, [Introduced.Both(IntroductionSide.Giver) with { Stage = IntroductionStage.Closed, OwnReport = TalkReport.Useful }]) { MayBeAsked = true }, reading),
        ["checkin"] = reading => CheckInCard.For(CheckedIn.Asked(OpeningQuestion.InTheWay), reading),
        ["checkin-after-silence"] = reading => CheckInCard.For(CheckedIn.Asked(OpeningQuestion.WhoWaited) with { AsksToSlowDown = true }, reading),
        ["checkin-since-last-time"] = reading => CheckInCard.For(CheckedIn.SinceLastTime, reading),
        ["checkin-further"] = reading => CheckInCard.For(CheckedIn.Further, reading, wasText: true),
        ["checkin-mirror"] = reading => CheckInCard.For(CheckedIn.Mirrored, reading, wasText: true),
        ["checkin-mirror-since"] = reading => CheckInCard.For(CheckedIn.Continued, reading),
        ["checkin-edit"] = reading => CheckInEditCard.For(CheckedIn.Mirrored, reading),
        ["checkin-closed"] = reading => CheckInCard.For(CheckedIn.Skipped, reading),
        ["checkin-cadence"] = reading => CadenceCard.For(null, reading),
        ["checkin-cadence-chosen"] = reading => CadenceCard.Chosen(CheckedIn.Monthly, reading),
        ["checkin-slow-down"] = reading => CadenceCard.SlowDown(Cadence.Weekly, reading),
        ["outcome"] = reading => TalkOutcomeCard.For(CheckedIn.Outcome(isTaker: true), reading),
        ["outcome-saved"] = reading => TalkOutcomeCard.For(CheckedIn.Outcome(isTaker: true), reading, reading.Say["Outcomes.SavedShared"]),
        ["outcome-told"] = reading => TalkOutcomeCard.For(CheckedIn.Outcome(isTaker: false), reading),
        ["profile"] = reading => ProfileCard.For(Profiles.Own, reading),
        ["profile-claimed-stopped"] = reading => ProfileCard.For(Profiles.ClaimedAndStopped, reading),
        ["profile-join"] = reading => ProfileCard.For(Profiles.Met, reading),
        ["profile-invited"] = reading => ProfileCard.For(Profiles.Invited, reading),
        ["profile-about"] = reading => AboutCard.For(Profiles.Own, [new OrganisationChoice(Answers.Id<OrganisationId>(1), "Občina Lipovec")], reading),
        ["profile-topics"] = reading => TopicsCard.For(Profiles.Own, reading),
        ["profile-consents"] = reading => ConsentsCard.For(Profiles.Own, reading),
        ["profile-hours"] = reading => HoursCard.For(Profiles.Own, reading),
        ["stopped"] = StoppedCard.For,
        ["leave"] = LeaveCard.For,
        ["ambassador-apply"] = reading => AmbassadorCard.For(Ambassadors.NotYet, reading),
        ["ambassador-waiting"] = reading => AmbassadorCard.For(Ambassadors.Applied, reading),
        ["ambassador"] = reading => AmbassadorCard.For(Ambassadors.Confirmed, reading),
        ["ambassador-retire"] = RetireCard.For,
        ["ambassador-approved"] = reading => ApplicationDecidedCard.For(Ambassadors.Application(approved: true), reading),
        ["ambassador-declined"] = reading => ApplicationDecidedCard.For(Ambassadors.Application(approved: false), reading),
        ["application"] = reading => ApplicationCard.For(Ambassadors.View(Ambassadors.Application()), reading),
        ["application-own"] = reading => ApplicationCard.For(Ambassadors.View(Ambassadors.Application()) with { IsOwn = true }, reading),
        ["application-only-organiser"] = reading => ApplicationCard.For(Ambassadors.View(Ambassadors.Application()) with { IsOwn = true, OnlyOrganiser = true }, reading),
        ["application-declined"] = reading => ApplicationCard.For(Ambassadors.View(Ambassadors.Application(approved: false)), reading),
        ["organise-applications"] = reading => OrganiseCard.For(ApplicationRows.For(new([Ambassadors.View(Ambassadors.Application())], 1), reading), reading.Say),
        ["role-offer"] = reading => RoleOfferForm.For(OfferedRole.Deputy, reading),
        ["role-offered"] = reading => RoleOfferCard.For(Ambassadors.Offer(OfferedRole.Ambassador, asked: true), reading),
        ["role-offered-organiser"] = reading => RoleOfferCard.For(Ambassadors.Offer(OfferedRole.Organiser, asked: true), reading),
        ["role-accepted"] = reading => RoleOfferCard.For(Ambassadors.Offer(OfferedRole.Deputy, asked: false, yes: true), reading),
        ["ambassadors"] = reading => AmbassadorsCard.For(Ambassadors.List, reading),
        ["ambassadors-none"] = reading => AmbassadorsCard.For(new AmbassadorList("lipovec", "Občina Lipovec", [], false), reading),
        ["ambassador-ask"] = reading => AskAmbassadorCard.For("4f", Answers.Listed, reading),
        ["organisations"] = reading => OrganisationsCard.For(new("", [Organisations.Line, Organisations.Line with { Name = "Region Østbælt", Country = "DK", Ambassadors = 2 }], 31), reading),
        ["organisation"] = reading => OrganisationCard.For(Organisations.View, reading, saved: true),
        ["organisation-new"] = reading => OrganisationForm.For(WrittenOrganisation.New, [Organisations.Choice], reading),
        ["organisation-edit"] = reading => OrganisationForm.For(WrittenOrganisation.From(Organisations.View), [Organisations.Choice], reading),
        ["organisation-merge"] = reading => MergeForm.For(Organisations.View, [Organisations.Choice], reading),
        ["organisation-claim"] = reading => ClaimCard.For(Organisations.Claim, reading),
        ["organisation-claim-only-organiser"] = reading => ClaimCard.For(Organisations.Claim with { IsOwn = true }, reading),
        ["organisation-confirmed"] = reading => ClaimCard.For(Organisations.Claim with { Decided = true }, reading),
        ["organisation-yours"] = reading => MembershipCard.For("Občina Lipovec", yes: true, reading),
        ["organisation-not-yours"] = reading => MembershipCard.For("Občina Lipovec", yes: false, reading),
        ["organisation-proposal"] = reading => ProposalCard.For(Organisations.Proposed, [Organisations.Choice], reading),
        ["organise-organisations"] = reading => OrganiseCard.For(OrganisationRows.For(Organisations.Waiting, reading), reading.Say),
        ["organise-invitations"] = reading => OrganiseCard.For(InvitationRows.For(12, reading), reading.Say),
        ["invitations"] = reading => InvitationsCard.For(Organisations.Invitations, reading),
        ["invitations-nobody"] = reading => InvitationsCard.For(new([], 0, 0, null, 90), reading),
        ["invitation-file"] = reading => InvitationFileCard.For(12, new Uri("https://bot.example/once/x"), reading),
        ["invitation-file-nowhere"] = reading => InvitationFileCard.For(1, null, reading),
        ["invitation"] = reading => InvitationCard.For(Organisations.Invited, InvitationText.Of(Organisations.Invited, reading.Say.Language, SetUp.View.Settings, null, reading.Zone), reading),
        ["roles"] = reading => RolesCard.For(Organisations.Roles, reading, "Ana Kos now has the role: Organiser."),
        ["roles-organiser"] = reading => RolesCard.For(Organisations.Roles with { IsAdministrator = false, OneOrganiser = false }, reading),
        ["answer-invited"] = reading => AnswerCard.For(Answers.Full with { People = [], SomebodyInvited = true }, reading.Say),
        ["settings"] = reading => SettingsCard.For(SetUp.View, reading, saved: true),
        ["settings-fresh"] = reading => SettingsCard.For(SetUp.Fresh, reading),
        ["settings-identity"] = reading => IdentityForm.For(IdentityForm.Of(SetUp.View.Settings), reading),
        ["settings-limits"] = reading => LimitsForm.For(LimitsForm.Of(SetUp.View.Settings), reading),
        ["settings-kept"] = reading => KeptForm.For(KeptForm.Of(SetUp.View.Settings), reading),
        ["ambassadors-share"] = reading => SharedAsksCard.For(new SharedAsks(Network.Figures.Figure.Of(70), [Network.Figures.Figure.Of(12), Network.Figures.Figure.Of(41), Network.Figures.Figure.Of(17), Network.Figures.Figure.Few], Evenly: false), reading.Say),
        ["settings-kept-preview"] = reading => KeptForm.For(KeptForm.Of(SetUp.View.Settings), reading, new Dictionary<Network.Settings.Kept, int> { [Network.Settings.Kept.ClosedProblems] = 12, [Network.Settings.Kept.Introductions] = 3 }),
        ["settings-privacy"] = reading => ResponsibleForm.For(ResponsibleForm.Of(SetUp.View.Settings), reading),
        ["privacy"] = reading => PrivacyCard.For(SetUp.View.Settings, reading),
        ["privacy-told"] = reading => PrivacyCard.For(SetUp.Told, reading),
        ["safety-harassment"] = reading => ConcernCard.For(SafetyConcern.Harassment, new SafetyHelp("Občina Lipovec", "https://example.org/report", null), reading.Say),
        ["safety-wrongdoing"] = reading => ConcernCard.For(SafetyConcern.Wrongdoing, new SafetyHelp(null, null, null), reading.Say),
        ["safety-danger"] = reading => ConcernCard.For(SafetyConcern.Danger, new SafetyHelp(null, "https://example.org/network", null), reading.Say),
        ["safety-self-harm"] = reading => ConcernCard.For(SafetyConcern.SelfHarm, new SafetyHelp(null, null, "1813 (Zelfmoordlijn), 0800 32 123 (Centre de Prévention du Suicide)"), reading.Say),
        ["settings-holidays"] = reading => HolidaysCard.For(SetUp.View, reading),
        ["settings-country"] = reading => CountryForm.For("SI", "12-24", "", SetUp.View, reading),
        ["settings-safety"] = reading => SafetyCard.For(SetUp.View, [new OrganisationChoice(Answers.Id<OrganisationId>(1), "Občina Lipovec")], reading),
        ["settings-desks"] = reading => DesksCard.For(SetUp.View, [new OrganisationChoice(Answers.Id<OrganisationId>(1), "Občina Lipovec")], reading),
        ["share"] = reading => ShareCard.For(Shared.Own, reading),
        ["share-problem"] = reading => CaseForm.For(Shared.Begun, DraftStep.Problem, reading),
        ["share-done"] = reading => CaseForm.For(Shared.Begun, DraftStep.Done, reading),
        ["share-results"] = reading => CaseForm.For(Shared.Begun, DraftStep.Results, reading),
        ["share-lessons"] = reading => CaseForm.For(Shared.Begun, DraftStep.Lessons, reading),
        ["share-partners"] = reading => CaseForm.For(Shared.Begun, DraftStep.Partners, reading),
        ["share-context"] = reading => CaseForm.For(Shared.Begun, DraftStep.Context, reading),
        ["share-take-over"] = reading => CaseForm.For(Shared.Begun, DraftStep.TakeOver, reading),
        ["share-change"] = reading => CaseForm.For(Shared.Changing, DraftStep.Lessons, reading),
        ["share-readers"] = reading => CaseForm.For(Shared.Begun, DraftStep.Readers, reading),
        ["share-wrong"] = reading => CaseForm.For(Shared.Begun, DraftStep.Problem, reading, new SavedDraft(Shared.Begun.Draft, Shared.Content, Shared.Faults)),
        ["share-changed"] = reading => CaseForm.For(Shared.Begun, DraftStep.Lessons, reading, new SavedDraft(Shared.Begun.Draft, Shared.Content with { Lesson = "Ring before you write." }, []) { ChangedByOthers = [CaseField.Lesson] }),
        ["share-preview"] = reading => PreviewCard.For(Shared.Begun, reading),
        ["share-unready"] = reading => PreviewCard.For(Shared.Unready, reading),
        ["share-preview-longest"] = reading => PreviewCard.For(Shared.Longest(), reading),
        ["share-problem-longest"] = reading => CaseForm.For(Shared.Longest(), DraftStep.Problem, reading, new SavedDraft(Shared.Longest().Draft, Shared.Longest().Draft.Content, Shared.Faults) { ChangedByOthers = [CaseField.Problem, CaseField.Title] }),
        ["share-lessons-longest"] = reading => CaseForm.For(Shared.Longest(), DraftStep.Lessons, reading),
        ["share-partners-longest"] = reading => CaseForm.For(Shared.Longest(), DraftStep.Partners, reading),
        ["share-take-over-longest"] = reading => CaseForm.For(Shared.Longest(), DraftStep.TakeOver, reading),
        ["share-newer-longest"] = reading => NewerCard.For(Shared.Draft, CaseMerge.Of(null, Shared.Longest().Draft.Content, new CaseContent()), 3, reading.Say),
        ["share-similar"] = reading => SimilarCard.For(Shared.Draft, [Shared.Like], reading.Say),
        ["share-newer"] = reading => NewerCard.For(Shared.Draft, Shared.Merge, 3, reading.Say),
        ["share-published"] = reading => PublishedCard.For(Shared.Case, reading, joinsToBeAsked: true),
        ["share-solved"] = reading => SolvedCard.For(Answers.Problem, reading),
        ["my-cases"] = reading => MineCard.For(Shared.Own, reading),
        ["my-cases-many"] = reading => MineCard.For(Shared.Many, reading, 2),
        ["my-cases-none"] = reading => MineCard.For(new OwnCasesList([], [], [], []), reading),
        ["my-case"] = reading => OwnCaseCard.For(Shared.One, reading),
        ["my-case-withdraw"] = reading => OwnCaseCard.Withdraw(Shared.One, reading.Say),
        ["my-draft"] = reading => DraftMenuCard.For(Shared.Draft, reading),
        ["my-draft-delete"] = reading => DraftMenuCard.Delete(Shared.Draft, reading.Say),
        ["case-history"] = reading => HistoryCard.For(Shared.Case.Id, Shared.Versions, reading),
        ["case-version"] = reading => HistoryCard.One(Shared.Case.Id, Shared.Versions[0], reading),
        ["case-editors"] = reading => EditorsCard.For(Shared.One, Answers.Id<MemberId>(50), reading.Say, reading.Say["Sharing.InviteSent"]),
        ["editor-asked"] = reading => EditorAskedCard.For(new EditorInvitation(Shared.Case, "Ana Kovač", false), reading.Say),
        ["editor-accepted"] = reading => EditorAskedCard.For(new EditorInvitation(Shared.Case, "Ana Kovač", true), reading.Say),
        ["draft-editors"] = reading => DraftEditorsCard.For(
            new DraftTogether(Shared.Draft, IsAuthor: true, [new EditorShown(Answers.Id<MemberId>(51), "Jan Janssens"), new EditorShown(Answers.Id<MemberId>(52), null)]), Answers.Id<MemberId>(50), reading.Say, null),
        ["draft-editor-asked"] = reading => DraftEditorAskedCard.For(new DraftInvitation(Answers.Id<CaseDraftId>(53), "One desk for permits", "Ana Kovač", false), reading),
        ["partner-declined"] = reading => PartnerDeclinedCard.For(Shared.Asked, reading.Say),
        ["partner-asked"] = reading => PartnerAskedCard.For(Shared.Asked, reading.Say),
        ["my-requests-away"] = reading => MyRequestsCard.For(new RequestsOverview([], 3, 3, Paused: false, null, Now.AddDays(9), []) { MayBeAsked = true }, reading),
        ["my-requests-of-nobody"] = reading => MyRequestsCard.For(new RequestsOverview([], 3, 3, Paused: false, null, null, []), reading),
    };
}
