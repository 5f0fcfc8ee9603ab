using System.Security.Cryptography;
using System.Text;

namespace InnovationBot.Testing.Hosting;

/// <summary>Somebody who talks to the bot, with the ids that the channel would give; the same for the same name.</summary>
public sealed record TestPerson(string Name)
{
    public const string TenantId = "9f2c1d7e-0000-4000-8000-000000000001";

    public const string BotId = "28:innovation-bot";

    /// <summary>As the channel calls the person.</summary>
    public string UserId => $"29:{Slug}";

    /// <summary>Who the person is in Entra.</summary>
    public string EntraObjectId => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 16)).ToString();

    public string Email => $"{Slug}@test.example";

    private string Slug => Name.ToLowerInvariant().Replace(' ', '.');
}
