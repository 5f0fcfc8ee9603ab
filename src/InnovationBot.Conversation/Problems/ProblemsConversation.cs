using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Problems;

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
        .Notice<NewsRenderer>(notices, ProblemNotices.News);
}
