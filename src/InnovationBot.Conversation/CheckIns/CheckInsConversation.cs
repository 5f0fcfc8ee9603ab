using InnovationBot.Conversation.CheckIns.Outcomes;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.CheckIns.Outcomes;

namespace InnovationBot.Conversation.CheckIns;

internal static class CheckInsConversation
{
    public static RoutesBuilder AddCheckIns(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<CheckInCommand>("Commands.CheckIn")
        .Command<StopAskingCommand>("Commands.StopAsking")
        .Question<CheckInAnswerRoute>(CheckInQuestions.Answer)
        .Question<CheckInServiceRoute>(CheckInQuestions.Service)
        .ReplyTo<CheckInReplyRoute>(CheckInNotices.Question)
        .Verb<StartCheckInRoute>()
        .Verb<ShowCheckInRoute>()
        .Verb<AnswerCheckInRoute>()
        .Verb<WasNewQuestionRoute>()
        .Verb<SkipCheckInRoute>()
        .Verb<PostponeCheckInRoute>()
        .Verb<ConfirmCheckInRoute>()
        .Verb<SolvedCheckInRoute>()
        .Verb<EditCheckInRoute>()
        .Verb<SaveCheckInRoute>()
        .Verb<ForgetCheckInRoute>()
        .Verb<CadenceRoute>()
        .Verb<ChooseCadenceRoute>()
        .Verb<StopCheckInsRoute>()
        .Notice<CheckInRenderer>(notices, CheckInNotices.Question)
        .Verb<SaveOutcomeRoute>()
        .Verb<OutcomeCaseRoute>()
        .Notice<OutcomeRenderer>(notices, OutcomeNotices.Asked, OutcomeNotices.Reminder, OutcomeNotices.Told);
}
