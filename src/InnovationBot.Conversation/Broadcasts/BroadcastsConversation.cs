using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Broadcasts;

internal static class BroadcastsConversation
{
    public static RoutesBuilder AddBroadcasts(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<BroadcastsCommand>("Commands.Broadcasts")
        .OrganiseRows<DraftRows>()
        .Verb<BroadcastListRoute>()
        .Verb<OpenBroadcastRoute>()
        .Verb<NewBroadcastRoute>()
        .Verb<TextRoute>()
        .Verb<SaveTextRoute>()
        .Verb<ExtrasRoute>()
        .Verb<SaveExtrasRoute>()
        .Verb<AudienceRoute>()
        .Verb<GroupRoute>()
        .Verb<SaveGroupRoute>()
        .Verb<RemoveGroupRoute>()
        .Verb<AudienceDoneRoute>()
        .Verb<ChannelsRoute>()
        .Verb<SaveChannelsRoute>()
        .Verb<AddTeamRoute>()
        .Verb<PreviewRoute>()
        .Verb<SendRoute>()
        .Verb<ConfirmSendRoute>()
        .Verb<ApproveRoute>()
        .Verb<ApproveCorrectionRoute>()
        .Verb<DropCorrectionRoute>()
        .Verb<PauseBroadcastRoute>()
        .Verb<ResumeBroadcastRoute>()
        .Verb<AskCancelRoute>()
        .Verb<CancelBroadcastRoute>()
        .Verb<AskRecallRoute>()
        .Verb<RecallBroadcastRoute>()
        .Verb<FailedAgainRoute>()
        .Verb<AskUnknownRoute>()
        .Verb<UnknownAgainRoute>()
        .Verb<DuplicateBroadcastRoute>()
        .Verb<DeleteBroadcastRoute>()
        .Verb<BroadcastPeopleRoute>()
        .Verb<FewerRoute>()
        .Verb<GetAgainRoute>()
        .Notice<BroadcastRenderer>(notices, BroadcastNotices.Card, BroadcastNotices.Edit, BroadcastNotices.Preview)
        .Notice<OrganiserRenderer>(notices, BroadcastNotices.Progress, BroadcastNotices.Approval);
}
