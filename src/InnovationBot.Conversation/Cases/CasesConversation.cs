using InnovationBot.Conversation.Cases.Anywhere;
using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Cases.Objections;
using InnovationBot.Conversation.Cases.Reports;
using InnovationBot.Conversation.Cases.Results;
using InnovationBot.Conversation.Cases.Reuses;
using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.Cases.Upkeep;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Results;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Cases.Upkeep;

namespace InnovationBot.Conversation.Cases;

internal static class CasesConversation
{
    public static RoutesBuilder AddCases(this RoutesBuilder routes, NoticeKinds notices) => routes
        .AddObjections()
        .Command<CasesCommand>("Commands.Cases", takesArgument: true)
        .Command<CasesThatFailedCommand>("Commands.CasesThatFailed")
        .Command<CasesToTakeOverCommand>("Commands.CasesToTakeOver")
        .Command<CaseCommand>("Commands.Case", takesArgument: true)
        .Extension<FindExtension>(FindExtension.Command)
        .LinkPreview<CaseLinkPreview>()
        .Typeahead<AreaList>(AreaList.Dataset)
        .Typeahead<RegionList>(RegionList.Dataset)
        .Verb<BrowseRoute>()
        .Verb<FilterRoute>()
        .Verb<OpenCaseRoute>()
        .Verb<CaseTextRoute>()
        .Verb<ListCasesRoute>()
        .Verb<AskAboutRoute>()
        .Verb<HelpedRoute>()
        .Verb<ReuseRoute>()
        .Verb<SaveReuseRoute>()
        .Verb<ReportRoute>()
        .Verb<SendReportRoute>()
        .Verb<ShowReportRoute>()
        .Verb<ReadReportedRoute>()
        .Verb<TakeDownRoute>()
        .Verb<LeaveRoute>()
        .Verb<AnswerReportRoute>()
        .Verb<UpkeepDraftRoute>()
        .Verb<UpkeepSendRoute>()
        .Verb<UpkeepAnswerRoute>()
        .Verb<UpkeepCompleteRoute>()
        .OrganiseRows<ReportRows>()
        .OrganiseRows<CaseRows>()
        .Command<ShareCommand>("Commands.ShareCase")
        .Command<MineCommand>("Commands.MyCases")
        .Verb<NewCaseRoute>()
        .Verb<ShareProblemRoute>()
        .Verb<EditCaseRoute>()
        .Verb<OpenDraftRoute>()
        .Verb<StepRoute>()
        .Verb<SaveStepRoute>()
        .Verb<PublishRoute>()
        .Verb<ReadSimilarRoute>()
        .Verb<ChooseRoute>()
        .Verb<MineRoute>()
        .Verb<DraftMenuRoute>()
        .Verb<AskDeleteDraftRoute>()
        .Verb<DeleteDraftRoute>()
        .Verb<OwnCaseRoute>()
        .Verb<AskWithdrawRoute>()
        .Verb<WithdrawRoute>()
        .Verb<HistoryRoute>()
        .Verb<VersionRoute>()
        .Verb<EditorsRoute>()
        .Verb<InviteRoute>()
        .Verb<RemoveEditorRoute>()
        .Verb<TakeBackQuestionsRoute>()
        .Verb<EditorAskedRoute>()
        .Verb<EditorAnswerRoute>()
        .Verb<PartnerAskedRoute>()
        .Verb<PartnerAnswerRoute>()
        .Notice<PartnerRenderer>(notices, SharingNotices.PartnerAsked)
        .Notice<PartnerDeclinedRenderer>(notices, SharingNotices.PartnerDeclined)
        .Notice<DraftEditorRenderer>(notices, SharingNotices.DraftEditorAsked)
        .Verb<DraftEditorsRoute>()
        .Verb<InviteToDraftRoute>()
        .Verb<RemoveDraftEditorRoute>()
        .Verb<TakeBackDraftQuestionsRoute>()
        .Verb<DraftEditorAskedRoute>()
        .Verb<DraftEditorAnswerRoute>()
        .Notice<EditorRenderer>(notices, SharingNotices.EditorAsked)
        .Command<ContributionsCommand>("Commands.Contributions")
        .Verb<ContributionRoute>()
        .Notice<ResultsRenderer>(notices, ResultsNotices.Monthly)
        .Notice<UpkeepRenderer>(notices, UpkeepNotices.Asked)
        .Reaction<LikeRoute>()
        .Notice<ReusedRenderer>(notices, ReuseNotices.Reused)
        .Notice<ReportRenderer>(notices, ReportNotices.Reported, ReportNotices.Decided, ReportNotices.Answered);
}
