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
        .Verb<ForgetNoRoute>();
}
