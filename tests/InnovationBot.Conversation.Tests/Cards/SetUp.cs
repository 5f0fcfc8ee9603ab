using InnovationBot.Network;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Networks as administrators set them up.</summary>
internal static class SetUp
{
    public static SettingsView Fresh { get; } = new(new NetworkSettings([], new NetworkOptions()), [], []);

    public static NetworkSettings Told { get; } = new(
        [
            new("controller", "Ministry of Permits, Main Street 1, 1000 Lipovec"), new("data_protection_officer", "dpo@ministry.example"), new("processors", "Hosting Ltd, Ljubljana"),
            new("public_access", "Act on Access to Information, section 4"), new("privacy", "https://example.org/data"), new("terms", "https://example.org/terms"),
        ],
        new NetworkOptions());

    public static SettingsView View { get; } = new(
        new NetworkSettings(
            [
                new("name", "Permit Circle"), new("default_language", "sl"), new("default_zone", "Europe/Ljubljana"), new("terms", "https://example.org/terms"),
                new("limit.monthly_requests", "4"), new("kept.drafts", "30"), new("holidays.SI", "12-24|"),
            ],
            new NetworkOptions()),
        [
            new ShownDesk(Answers.Id<ContactPointId>(1), "Lucija Tomšič", "lucija.tomsic@example.org", null, null),
            new ShownDesk(Answers.Id<ContactPointId>(2), "Ana Kos", "ana.kos@example.org", "Občina Lipovec", null),
            new ShownDesk(Answers.Id<ContactPointId>(3), "Jan Peeters", "jan.peeters@example.org", null, "BE"),
        ],
        [new ShownChannel(Answers.Id<OrganisationId>(1), "Občina Lipovec", "https://example.org/report")]);
}
