using InnovationBot.Testing.Issuer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities.Tests.Authentication;

public sealed class EmulatorTokenTests
{
    private const string Version1 = "https://sts.windows.net/" + BotHost.Tenant + "/";
    private const string Version2 = "https://login.microsoftonline.com/" + BotHost.Tenant + "/v2.0";

    [Theory]
    [InlineData(Version1, "1.0", "appid", 200)]
    [InlineData(Version1, "", "appid", 200)]
    [InlineData(Version2, "2.0", "azp", 200)]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", "2.0", "azp", 200)]
    [InlineData(Version1, "1.0", "azp", 401)]
    [InlineData(Version2, "2.0", "appid", 401)]
    [InlineData(Version2, "3.0", "azp", 401)]
    [InlineData(Version2, null, "azp", 401)]
    [InlineData("https://login.microsoftonline.com/99999999-0000-0000-0000-000000000000/v2.0", "2.0", "azp", 401)]
    public async Task Only_the_bots_own_app_of_a_known_tenant_is_believed(string issuer, string? version, string claim, int status)
    {
        await using var host = await Allowing();
        (await Post(host, Token(issuer, version, (claim, BotHost.AppId)))).ShouldBe(status);
    }

    [Fact]
    public async Task Another_app_is_401_and_so_is_another_audience()
    {
        await using var host = await Allowing();
        (await Post(host, Token(Version2, "2.0", ("azp", "99999999-2222-3333-4444-555555555555")))).ShouldBe(401);
        (await Post(host, token => Token(Version2, "2.0", ("azp", BotHost.AppId))(token) with { Audience = "https://graph.microsoft.com" })).ShouldBe(401);
    }

    [Fact]
    public async Task The_tenant_list_and_the_pinned_hosts_hold_for_the_emulator_too()
    {
        await using var host = await Allowing();
        var token = host.Token(Token(Version2, "2.0", ("azp", BotHost.AppId)));
        (await host.Post(Sent.Message("https://attacker.example/"), token)).Status.ShouldBe(401);
        (await host.Post(Sent.Message("").With("serviceUrl", null), token)).Status.ShouldBe(401);
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("channelData.tenant.id", "x").With("conversation.tenantId", "x"), token)).Status.ShouldBe(403);
    }

    [Fact]
    public void Nobody_is_an_emulator_unless_allowed()
    {
        var options = new BotOptions { AppId = BotHost.AppId, TenantId = BotHost.Tenant };
        IssuerProfiles.Of(Options.Create(options)).All.ShouldHaveSingleItem().IsEmulator.ShouldBeFalse();
        options.AllowEmulatorTokens = true;
        var emulator = IssuerProfiles.Of(Options.Create(options)).All[1];
        emulator.MetadataAddress.ShouldBe("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration");
        emulator.Issuers.ShouldContain(Version1);
        emulator.Issuers.ShouldContain("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/");
    }

    [Theory]
    [InlineData(BotCloud.UsGov, "https://api.botframework.us", "login.botframework.azure.us")]
    [InlineData(BotCloud.UsGovDoD, "https://api.botframework.us", "login.botframework.azure.us")]
    [InlineData(BotCloud.China, "https://api.botframework.azure.cn", "login.botframework.azure.cn")]
    [InlineData(BotCloud.Public, "https://api.botframework.com", "login.botframework.com")]
    public void Each_cloud_has_its_own_issuer(BotCloud cloud, string issuer, string host)
    {
        var channel = IssuerProfiles.Of(Options.Create(new BotOptions { Cloud = cloud })).All.ShouldHaveSingleItem();
        channel.Issuers.ShouldBe([issuer]);
        new Uri(channel.MetadataAddress).Host.ShouldBe(host);
    }

    /// <summary>A host that also believes emulators, with the loopback issuer in Entra's place.</summary>
    private static Task<BotHost> Allowing() => BotHost.Channel(services => services.AddSingleton(provider =>
    {
        var profiles = IssuerProfiles.Of(provider.GetRequiredService<IOptions<BotOptions>>());
        return profiles with { All = [.. profiles.All.Select(profile => profile with { MetadataAddress = profiles.All[0].MetadataAddress })] };
    }), settings: ("Bot:AllowEmulatorTokens", "true"));

    private static Func<TokenClaims, TokenClaims> Token(string issuer, string? version, (string Name, string Value) app) => token => token with
    {
        Issuer = issuer,
        ServiceUrl = null,
        More = version is null
            ? new Dictionary<string, string> { [app.Name] = app.Value }
            : new Dictionary<string, string> { [app.Name] = app.Value, ["ver"] = version },
    };

    private static async Task<int> Post(BotHost host, Func<TokenClaims, TokenClaims> token) =>
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("channelId", "emulator"), host.Token(token))).Status;
}
