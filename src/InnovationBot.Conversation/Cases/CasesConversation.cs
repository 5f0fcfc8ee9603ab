using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Cases;

internal static class CasesConversation
{
    public static RoutesBuilder AddCases(this RoutesBuilder routes) => routes
        .Verb<OpenCaseRoute>()
        .Verb<ListCasesRoute>();
}
