using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.People;

internal static class PeopleConversation
{
    public static RoutesBuilder AddPeople(this RoutesBuilder routes) => routes
        .Welcome<WelcomeRoute>()
        .Command<MyDataCommand>("Commands.MyData")
        .Command<ForgetMeCommand>("Commands.ForgetMe")
        .Verb<ForgetAskRoute>()
        .Verb<ForgetRoute>()
        .Verb<ForgetNoRoute>()
        .AddProfile();

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
}
