using System.Text;

namespace InnovationBot.Service.Demo.Playground;

/// <summary>
/// The people and places that the Playground shows (its configuration schema 0.1.1). Its own have Entra ids that are no GUIDs, and
/// new ones at each start; these stay, so that a second run knows the person again.
/// </summary>
public static class PlaygroundConfig
{
    public const string BotId = "28:3f6c0a52-94c1-4d0e-8a4e-6f1d5b7a9c10";

    public static readonly PlaygroundPerson You = new("Sam Rivers", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a01");

    /// <summary>The schema wants exactly five others; they are only there to be seen in the group chat and the team.</summary>
    private static readonly PlaygroundPerson[] Others =
    [
        new("Ana Hribar", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a02"),
        new("Mads Lind", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a03"),
        new("Elif Kaya", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a04"),
        new("Jeanne Collard", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a05"),
        new("Theo Brandt", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a06"),
    ];

    public const string TenantId = "5b0e1b7a-2f4c-4c63-9d51-0a8e7c3f6d20";

    public const string PersonalChatId = "a:innovation-bot-demo";

    /// <summary>YAML; every value is ours and needs no escaping.</summary>
    public static string Text()
    {
        var yaml = new StringBuilder();
        yaml.Append("version: \"0.1.1\"\n");
        yaml.Append($"tenantId: {TenantId}\n");
        yaml.Append($"bot:\n  id: \"{BotId}\"\n  name: Innovation Bot\n");
        yaml.Append("currentUser:\n").Append(Person(You, "  ", "  "));
        yaml.Append("users:\n");
        foreach (var other in Others) yaml.Append(Person(other, "  - ", "    "));
        yaml.Append($"personalChat:\n  id: \"{PersonalChatId}\"\n");
        yaml.Append("groupChat:\n  id: \"19:innovation-bot-demo-group@thread.v2\"\n  name: Permit desk\n");
        yaml.Append("team:\n  id: \"19:innovation-bot-demo-general@thread.tacv2\"\n  name: Service design\n");
        yaml.Append("  aadGroupId: 7e4d9b62-1c5a-4f08-b3a7-92d6e0c8f530\n  channels:\n");
        yaml.Append("    - id: \"19:innovation-bot-demo-problems@thread.tacv2\"\n      name: Problems\n");
        return yaml.ToString();
    }

    private static string Person(PlaygroundPerson person, string first, string rest)
    {
        var (given, surname) = (person.Name.Split(' ')[0], person.Name.Split(' ')[1]);
        var address = person.Email;
        return $"{first}id: \"{person.UserId}\"\n{rest}name: {person.Name}\n{rest}userPrincipleName: {address}\n{rest}aadObjectId: {person.EntraObjectId}\n"
            + $"{rest}givenName: {given}\n{rest}surname: {surname}\n{rest}email: {address}\n";
    }
}

/// <param name="EntraObjectId">A valid GUID, unlike the Playground's own.</param>
public sealed record PlaygroundPerson(string Name, string EntraObjectId)
{
    /// <summary>Channel account, in the form Teams gives it.</summary>
    public string UserId => $"29:{EntraObjectId}";

    public string Email => $"{Name.ToLowerInvariant().Replace(' ', '.')}@playground.example";
}
