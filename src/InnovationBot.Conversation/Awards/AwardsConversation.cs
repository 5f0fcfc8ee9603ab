using InnovationBot.Conversation.Awards.Nominations;
using InnovationBot.Conversation.Awards.Rounds;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Conversation.Awards;

internal static class AwardsConversation
{
    public static RoutesBuilder AddAwards(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<AwardsCommand>("Commands.Awards")
        .Command<NominateCommand>("Commands.Nominate")
        .Command<NominationCommand>("Commands.Nomination", takesArgument: true)
        .Verb<ListAwardsRoute>()
        .Verb<ShowAwardRoute>()
        .Verb<RulesRoute>()
        .Verb<NewAwardRoute>()
        .Verb<EditAwardRoute>()
        .Verb<SaveAwardRoute>()
        .Verb<CategoryRoute>()
        .Verb<SaveCategoryRoute>()
        .Verb<PublishAwardRoute>()
        .Verb<CopyAwardRoute>()
        .Verb<DiscardAwardRoute>()
        .Verb<ExtendRoute>()
        .Verb<SaveExtendRoute>()
        .Verb<OpenJuryRoute>()
        .Verb<ListNominationsRoute>()
        .Verb<NewNominationRoute>()
        .Verb<OpenNominationRoute>()
        .Verb<SaveNominationRoute>()
        .Verb<SubmitNominationRoute>()
        .Verb<DiscardNominationRoute>()
        .Verb<ShowNominationRoute>()
        .Verb<AcceptNominationRoute>()
        .Verb<DeclineNominationRoute>()
        .Verb<WithdrawNominationRoute>()
        .Verb<AnswerPartnerRoute>()
        .Verb<EndorseListRoute>()
        .Verb<EndorseShowRoute>()
        .Verb<EndorseRoute>()
        .Verb<RoundNominationsRoute>()
        .Verb<NominatedRoute>()
        .Verb<ReadNominationRoute>()
        .Verb<CheckRoute>()
        .Verb<SaveCheckRoute>()
        .OrganiseRows<NominationOrganiseRows>()
        .Notice<NominationRenderer>(
            notices, NominationNotices.Asked, NominationNotices.PartnerAsked, NominationNotices.Accepted, NominationNotices.NotAccepted, NominationNotices.Mend, NominationNotices.Checked,
            NominationNotices.Joined, NominationNotices.Withdrawn, NominationNotices.Begun)
        .Notice<AwardRenderer>(notices, AwardNotices.Phase, AwardNotices.Extended, AwardNotices.Reminder, NominationNotices.Declined)
        .Notice<ProblemOpenedRenderer>(notices, AwardNotices.ProblemOpened);
}
