using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.People.Ambassadors;
using InnovationBot.Conversation.People.Ambassadors.OpenHours;
using InnovationBot.Conversation.People.Invitations;
using InnovationBot.Conversation.People.Mobility;
using InnovationBot.Conversation.People.Organisations;
using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.People.Roles;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.People;

internal static class PeopleConversation
{
    public static RoutesBuilder AddPeople(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Welcome<WelcomeRoute>()
        .Command<MyDataCommand>("Commands.MyData")
        .Command<ForgetMeCommand>("Commands.ForgetMe")
        .Command<PrivacyCommand>("Commands.Privacy")
        .Verb<PrivacyRoute>()
        .Verb<DataFileRoute>()
        .DriveFile<DataFile>()
        .Command<OwnLogCommand>("Commands.OwnLog")
        .Verb<OwnLogRoute>()
        .Verb<ForgetAskRoute>()
        .Verb<ForgetRoute>()
        .Verb<ForgetNoRoute>()
        .AddProfile()
        .AddAmbassadors(notices)
        .AddOrganisations(notices)
        .AddMobility(notices)
        .AddInvitationsAndRoles();

    private static RoutesBuilder AddProfile(this RoutesBuilder routes) => routes
        .Command<ProfileCommand>("Commands.Profile")
        .Command<LeaveCommand>("Commands.Leave")
        .Command<StopCommand>("Commands.Stop")
        .Typeahead<OrganisationTypeahead>(OrganisationTypeahead.Dataset)
        .Verb<ShowProfileRoute>()
        .Verb<JoinRoute>()
        .Verb<DeclineInvitationRoute>()
        .Verb<AboutRoute>()
        .Verb<SaveAboutRoute>()
        .Verb<OpenTopicsRoute>()
        .Verb<AddTopicRoute>()
        .Verb<AddOfferRoute>()
        .Verb<RemoveOwnTopicRoute>()
        .Verb<OpenConsentsRoute>()
        .Verb<ConsentRoute>()
        .Verb<VisibilityRoute>()
        .Verb<OpenHoursRoute>()
        .Verb<SaveHoursRoute>()
        .Verb<HearAgainRoute>()
        .Verb<LeaveAskRoute>()
        .Verb<LeaveRoute>();

    private static RoutesBuilder AddInvitationsAndRoles(this RoutesBuilder routes) => routes
        .Command<InvitationsCommand>("Commands.Invitations")
        .OrganiseRows<InvitationRows>()
        .Verb<ListInvitationsRoute>()
        .Verb<InvitationFileRoute>()
        .Verb<InvitationPersonRoute>()
        .Command<RolesCommand>("Commands.Roles")
        .Verb<ShowRolesRoute>()
        .Verb<GrantRoleRoute>()
        .Verb<RevokeRoleRoute>();

    private static RoutesBuilder AddOrganisations(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<OrganisationsCommand>("Commands.Organisations", takesArgument: true)
        .OrganiseRows<OrganisationRows>()
        .Verb<ListOrganisationsRoute>()
        .Verb<ShowOrganisationRoute>()
        .Verb<NewOrganisationRoute>()
        .Verb<EditOrganisationRoute>()
        .Verb<SaveOrganisationRoute>()
        .Verb<MergeAskRoute>()
        .Verb<MergeRoute>()
        .Verb<ShowClaimRoute>()
        .Verb<ConfirmClaimRoute>()
        .Verb<RefuseClaimRoute>()
        .Verb<ShowProposalRoute>()
        .Verb<KnownProposalRoute>()
        .Verb<UnknownProposalRoute>()
        .Notice<ClaimRenderer>(notices, OrganisationNotices.Claimed)
        .Notice<MembershipRenderer>(notices, OrganisationNotices.Decided);

    private static RoutesBuilder AddAmbassadors(this RoutesBuilder routes, NoticeKinds notices) => routes
        .Command<BecomeAmbassadorCommand>("Commands.BecomeAmbassador")
        .Command<AmbassadorsCommand>("Commands.Ambassadors", takesArgument: true)
        .OrganiseRows<ApplicationRows>()
        .OrganiseRows<SharedAsksRows>()
        .Verb<SharedAsksRoute>()
        .Verb<ShowAmbassadorRoute>()
        .Verb<ApplyRoute>()
        .Verb<WithdrawApplicationRoute>()
        .Verb<RetireAskRoute>()
        .Verb<RetireRoute>()
        .Verb<ListAmbassadorsRoute>()
        .Verb<AskAmbassadorRoute>()
        .Verb<AskAboutRoute>()
        .Verb<ShowApplicationRoute>()
        .Verb<ApproveRoute>()
        .Verb<DeclineApplicationRoute>()
        .Command<OpenHourCommand>("Commands.OpenHour")
        .Verb<HostedHourRoute>()
        .Verb<HoldHourRoute>()
        .Verb<CancelHourRoute>()
        .Verb<LookHourRoute>()
        .Verb<JoinHourRoute>()
        .Verb<LeaveHourRoute>()
        .Notice<OpenHourRenderer>(notices, OpenHourNotices.Tomorrow, OpenHourNotices.Joined, OpenHourNotices.Cancelled)
        .Verb<OfferRoleRoute>()
        .Verb<SendRoleOfferRoute>()
        .Verb<AcceptRoleOfferRoute>()
        .Verb<DeclineRoleOfferRoute>()
        .Notice<ApplicationDecidedRenderer>(notices, AmbassadorNotices.Decided)
        .Notice<GoneRenderer>(notices, PrivacyNotices.Gone)
        .Notice<RoleOfferRenderer>(notices, RoleOfferNotices.Offered, RoleOfferNotices.Answered);
}
