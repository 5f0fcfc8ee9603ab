using InnovationBot.Conversation.Introductions.ShortAnswers;
using InnovationBot.Conversation.Introductions.Times;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.ShortAnswers;

namespace InnovationBot.Conversation.Introductions;

internal static class IntroductionsConversation
{
    public static RoutesBuilder AddIntroductions(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<MyIntroductionsCommand>("Commands.MyIntroductions")
        .Command<MyRequestsCommand>("Commands.MyRequests")
        .Command<PauseCommand>("Commands.Pause", takesArgument: true)
        .Command<ResumeCommand>("Commands.Resume")
        .ReplyTo<QuestionReplyRoute>(IntroductionNotices.Question)
        .Verb<DraftRoute>()
        .Verb<SendRoute>()
        .Verb<ShowRoute>()
        .Verb<ShowShortAnswerRoute>()
        .Verb<ChangeShortAnswerRoute>()
        .Verb<SaveShortAnswerRoute>()
        .Verb<AgreeShortAnswerRoute>()
        .Verb<WithdrawShortAnswerRoute>()
        .Verb<ReadShortAnswerRoute>()
        .Notice<ShortAnswerRenderer>(notices, ShortAnswerNotices.Asked)
        .Verb<AcceptRoute>()
        .Verb<TimesFormRoute>()
        .Verb<TimesOfferRoute>()
        .Verb<TimeChooseRoute>()
        .Verb<WriteRoute>()
        .Verb<WriteSendRoute>()
        .Verb<QuestionRoute>()
        .Verb<QuestionSendRoute>()
        .Verb<QuestionAnswerRoute>()
        .Verb<RedirectRoute>()
        .Verb<RedirectToRoute>()
        .Verb<DeclineRoute>()
        .Verb<NotMyTopicRoute>()
        .Verb<RemoveTopicRoute>()
        .Verb<PauseRoute>()
        .Verb<PauseUntilRoute>()
        .Verb<WithdrawRoute>()
        .Verb<TalkAfterAllRoute>()
        .Verb<InTouchRoute>()
        .Verb<UsefulRoute>()
        .Verb<NotUsefulRoute>()
        .Verb<NoContactRoute>()
        .Verb<NeverAgainRoute>()
        .Verb<MyRequestsRoute>()
        .Verb<MonthlyCapRoute>()
        .Verb<AwayRoute>()
        .Verb<ResumeRoute>()
        .Notice<IntroductionNoticeRenderer>(notices, [.. IntroductionNoticeRenderer.Kinds])
        .Notice<BrokerRenderer>(notices, IntroductionNotices.Broker);
}
