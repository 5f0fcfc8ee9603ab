using InnovationBot.Conversation.Routing;

namespace InnovationBot.Conversation.Settings;

internal static class SettingsConversation
{
    public static RoutesBuilder AddSettings(this RoutesBuilder routes) => routes
        .Command<SettingsCommand>("Commands.Settings")
        .Verb<ShowSettingsRoute>()
        .Verb<IdentityRoute>()
        .Verb<SaveIdentityRoute>()
        .Verb<ResponsibleRoute>()
        .Verb<SaveResponsibleRoute>()
        .Verb<LimitsRoute>()
        .Verb<SaveLimitsRoute>()
        .Verb<KeptRoute>()
        .Verb<PreviewKeptRoute>()
        .Verb<SaveKeptRoute>()
        .Verb<HolidaysRoute>()
        .Verb<CountryRoute>()
        .Verb<SaveCountryRoute>()
        .Verb<SafetyRoute>()
        .Verb<SaveSafetyRoute>()
        .Verb<OpenDesksRoute>()
        .Verb<AddDeskRoute>()
        .Verb<RemoveDeskRoute>();
}
