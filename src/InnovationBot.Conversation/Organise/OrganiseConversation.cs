using InnovationBot.Conversation.People.Wanted;
using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Organise;

internal static class OrganiseConversation
{
    public static RoutesBuilder AddOrganise(this RoutesBuilder routes) => routes
        .Command<OrganiseCommand>("Commands.Organise")
        .Verb<OrganiseRoute>()
        .Verb<OrganiseSectionRoute>()
        .OrganiseRows<FailedRows>()
        .Verb<FailedRoute>()
        .OrganiseRows<TaskRows>()
        .Verb<WantedShowRoute>()
        .Verb<WantedAskRoute>();
}
