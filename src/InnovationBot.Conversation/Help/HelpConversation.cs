using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Help;

internal static class HelpConversation
{
    public static RoutesBuilder AddHelp(this RoutesBuilder routes) => routes
        .Command<HelpCommand>("Commands.Help")
        .Command<LanguageCommand>("Commands.Language", takesArgument: true)
        .Verb<ShowHelpRoute>()
        .Verb<ExampleRoute>()
        .Verb<LanguageRoute>();
}
