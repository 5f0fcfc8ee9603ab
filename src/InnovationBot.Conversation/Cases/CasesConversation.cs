using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Cases;

internal static class CasesConversation
{
    public static RoutesBuilder AddCases(this RoutesBuilder routes) => routes
        .Command<CasesCommand>("Commands.Cases", takesArgument: true)
        .Command<CasesThatFailedCommand>("Commands.CasesThatFailed")
        .Verb<BrowseRoute>()
        .Verb<FilterRoute>()
        .Verb<OpenCaseRoute>()
        .Verb<ListCasesRoute>();
}
