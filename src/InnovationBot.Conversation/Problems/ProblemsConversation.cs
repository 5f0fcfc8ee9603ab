using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.People.Wanted;
using InnovationBot.Conversation.Problems.Coalitions;
using InnovationBot.Conversation.Problems.Desk;
using InnovationBot.Conversation.Problems.Opened;
using InnovationBot.Conversation.Problems.Overview;
using InnovationBot.Conversation.Problems.TryOuts;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.People.Ambassadors.Wanted;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Network.Problems.TryOuts;

namespace InnovationBot.Conversation.Problems;

internal static class ProblemsConversation
{
    public static RoutesBuilder AddProblems(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Ask<AskRoute>()
        .Question<ConcreteQuestionRoute>(ProblemQuestions.Concretise)
        .Command<MyProblemsCommand>("Commands.MyProblems")
        .Command<WhyCommand>("Commands.Why")
        .Verb<WhyRoute>()
        .Verb<ThisHelpedRoute>()
        .Verb<DidNotFitRoute>()
        .Verb<TakeFeedbackBackRoute>()
        .Verb<CountedRoute>()
        .Verb<FigureRoute>()
        .Verb<ShowAnswerRoute>()
        .Verb<KeepProblemRoute>()
        .Verb<RejectAnswerRoute>()
        .Verb<AnswerQuestionRoute>()
        .Verb<NewQuestionRoute>()
        .Verb<WasAnswerRoute>()
        .Verb<PassOnRoute>()
        .Verb<EditProblemRoute>()
        .Verb<SaveProblemRoute>()
        .Verb<SolveProblemRoute>()
        .Verb<ListProblemsRoute>()
        .Verb<WithdrawProblemRoute>()
        .Verb<AskOrganiserRoute>()
        .MessageAction<AskAboutMessage>(AskAboutMessage.Command)
        .Verb<SendMessageRoute>()
        .Notice<AnswerNoticeRenderer>(notices, ProblemNotices.Answer)
        .Notice<NewsRenderer>(notices, ProblemNotices.News)
        .Command<TryOutCommand>("Commands.SmallestStep")
        .Verb<TryOutFormRoute>()
        .Verb<PlanTryOutRoute>()
        .Verb<AnswerTryOutRoute>()
        .Verb<LaterTryOutRoute>()
        .Verb<DropTryOutRoute>()
        .Verb<TryOutCaseRoute>()
        .Notice<TryOutRenderer>(notices, TryOutNotices.Asked, TryOutNotices.Reminder)
        .Verb<JoinCoalitionRoute>()
        .Verb<LeaveCoalitionRoute>()
        .Notice<CoalitionRenderer>(notices, CoalitionNotices.Asked, CoalitionNotices.Formed, CoalitionNotices.Lapsed)
        .OrganiseRows<EventSuggestionRows>()
        .Verb<SuggestedEventRoute>()
        .OrganiseRows<OverviewRows>()
        .Verb<OverviewRoute>()
        .OrganiseRows<DeskRows>()
        .Notice<WantedRenderer>(notices, AskForAmbassadors.Wanted)
        .Command<DeskCommand>("Commands.Desk")
        .Command<AskDeskCommand>("Commands.AskDesk", takesArgument: true)
        .Verb<AskDeskRoute>()
        .Verb<DeskListRoute>()
        .Verb<ShowDeskRoute>()
        .Verb<ClaimDeskRoute>()
        .Verb<GiveBackDeskRoute>()
        .Verb<CloseDeskRoute>()
        .Verb<IntroduceDeskRoute>()
        .Verb<DeskAnswerFormRoute>()
        .Verb<DeskAnswerRoute>()
        .Verb<HandOnRoute>()
        .Verb<HandOnDeskRoute>()
        .Verb<HandOnPersonRoute>()
        .Verb<DeskHelpedRoute>()
        .Verb<TakeBackDeskRoute>()
        .Verb<NeedMoreDeskRoute>()
        .Notice<DeskRenderer>(notices, DeskNotices.Waiting, DeskNotices.Escalated, DeskNotices.Given, DeskNotices.Told)
        .Command<OpenProblemsCommand>("Commands.OpenProblems")
        .Verb<MyProblemsRoute>()
        .Verb<OpenFormRoute>()
        .Verb<OpenSaveRoute>()
        .Verb<OpenListRoute>()
        .Verb<OpenFilterRoute>()
        .Verb<ShowOpenRoute>()
        .Verb<HelpFormRoute>()
        .Verb<OfferRoute>()
        .Verb<ShowHelpRoute>()
        .Verb<WithdrawHelpRoute>()
        .Verb<DeclineHelpRoute>()
        .Verb<AcceptHelpRoute>()
        .Verb<HelpListRoute>()
        .Notice<HelpRenderer>(notices, HelpNotices.Offered, HelpNotices.NotTaken);
}
