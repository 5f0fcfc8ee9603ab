using Microsoft.Extensions.Options;

namespace InnovationBot.Activities.Tests.Authentication;

public sealed class BotOptionsTests
{
    [Fact]
    public void A_complete_identity_is_accepted() => Faults(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Local_mode_needs_nothing() =>
        new BotOptionsValidator().Validate(null, new BotOptions { LocalMode = true }).Succeeded.ShouldBeTrue();

    [Fact]
    public void Nothing_at_all_is_not_local_mode()
    {
        var result = new BotOptionsValidator().Validate(null, new BotOptions());
        result.Failed.ShouldBeTrue();
        result.FailureMessage.ShouldContain("Bot:AppId");
    }

    public static TheoryData<string, string> Mistakes() => new()
    {
        { "no app", "Bot:AppId" },
        { "no credential", "Bot:Secret" },
        { "two credentials", "Exactly one" },
        { "no certificate file", "Bot:CertificatePath" },
        { "no tenant", "Bot:TenantId" },
        { "empty tenant", "Bot:AllowedTenants" },
        { "plain metadata", "Bot:OpenIdMetadata" },
        { "plain token endpoint", "Bot:TokenEndpoint" },
        { "a URL as host", "Bot:AllowedServiceHosts" },
        { "a top-level suffix", "Bot:AllowedServiceHosts" },
        { "turns", "Bot:TurnsAtOnce" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_by_its_setting(string mistake, string setting) => Faults(options =>
    {
        switch (mistake)
        {
            case "no app": options.AppId = " "; break;
            case "no credential": options.Secret = null; break;
            case "two credentials": options.ManagedIdentityClientId = "m"; break;
            case "no certificate file": (options.Secret, options.CertificatePath) = (null, "/no/such/file"); break;
            case "no tenant": options.TenantId = null; break;
            case "empty tenant": options.AllowedTenants.Add(""); break;
            case "plain metadata": options.OpenIdMetadata = "http://login.example/"; break;
            case "plain token endpoint": options.TokenEndpoint = "http://login.example/"; break;
            case "a URL as host": options.AllowedServiceHosts.Add("https://gateway.example/"); break;
            case "a top-level suffix": options.AllowedServiceHosts.Add(".net"); break;
            case "turns": options.TurnsAtOnce = 0; break;
            default: throw new ArgumentOutOfRangeException(nameof(mistake));
        }
    }).ShouldContain(setting);

    [Theory]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void The_rate_has_bounds(int perSecond) =>
        new ConnectorLimitsValidator().Validate(null, new ConnectorLimits { RequestsPerSecond = perSecond }).Failed.ShouldBeTrue();

    private static string Faults(Action<BotOptions> change)
    {
        var options = new BotOptions { AppId = BotHost.AppId, TenantId = BotHost.Tenant, Secret = "s" };
        change(options);
        ValidateOptionsResult result = new BotOptionsValidator().Validate(null, options);
        return result.FailureMessage ?? "";
    }
}
