using System.Text.Json.Nodes;
using InnovationBot.Testing.Issuer;

namespace InnovationBot.Activities.Tests.Authentication;

/// <summary>Who is not a channel is 401, whatever the token pretends.</summary>
public sealed class ChannelTokenTests
{
    private static readonly IssuerKey Strangers = IssuerKey.New();

    private static readonly Dictionary<string, Func<TokenClaims, TokenClaims>> Bad = new()
    {
        ["no audience"] = token => token with { Audience = null },
        ["empty audience"] = token => token with { Audience = "" },
        ["another audience"] = token => token with { Audience = "99999999-2222-3333-4444-555555555555" },
        ["several wrong audiences"] = token => token with { Audience = new JsonArray("a", "b") },
        ["no issuer"] = token => token with { Issuer = null },
        ["another issuer"] = token => token with { Issuer = "https://api.botframework.us" },
        ["the issuer with a slash"] = token => token with { Issuer = $"{LoopbackIssuer.ChannelIssuer}/" },
        ["an emulator's issuer"] = token => token with { Issuer = $"https://sts.windows.net/{BotHost.Tenant}/" },
        ["no service URL"] = token => token with { ServiceUrl = null },
        ["another service URL"] = token => token with { ServiceUrl = "https://smba.trafficmanager.net/emea/" },
        ["a service URL without its slash"] = token => token with { ServiceUrl = token.ServiceUrl!.TrimEnd('/') },
        ["expired"] = token => token with { Expires = token.Expires!.Value.AddMinutes(-65) },
        ["no expiry"] = token => token with { Expires = null },
        ["no beginning"] = token => token with { NotBefore = null },
        ["not yet valid"] = token => token with { NotBefore = token.Expires!.Value.AddMinutes(-53) },
        ["signed by nobody"] = token => token with { Algorithm = "none" },
        ["signed with the public key"] = token => token with { Algorithm = "HS256" },
        ["another algorithm"] = token => token with { Algorithm = "PS256" },
        ["no key id"] = token => token with { KeyId = null },
        ["an unknown key"] = token => token with { KeyId = "unknown", SignedBy = Strangers.Rsa },
        ["a stranger's signature under a known key id"] = token => token with { SignedBy = Strangers.Rsa },
        ["changed after signing"] = token => token with { Tamper = payload => payload["serviceurl"] = token.ServiceUrl!.ToUpperInvariant() },
    };

    public static TheoryData<string> Names() => [.. Bad.Keys];

    [Fact]
    public async Task A_channels_token_is_believed()
    {
        await using var host = await BotHost.Channel();
        host.Bot.Echoes();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl), host.Token());
        answer.ShouldBe(new Answer(200, "", null));
        host.Bot.Turns.Single().Caller.ShouldBe(new CallerIdentity(BotHost.Tenant, BotHost.AppId));
        host.Connector.Calls.Single().Authorization.ShouldBe("Bearer issued-1");
    }

    [Fact]
    public async Task Letter_case_of_app_id_and_service_url_and_a_list_of_audiences_do_not_matter()
    {
        await using var host = await BotHost.Channel();
        var token = host.Token(token => token with { Audience = new JsonArray("x", BotHost.AppId.ToUpperInvariant()), ServiceUrl = token.ServiceUrl!.ToUpperInvariant() });
        (await host.Post(Sent.Message(host.Connector.ServiceUrl), token)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(-63, 200)]
    [InlineData(-65, 401)]
    public async Task Clocks_may_differ_by_five_minutes(int minutes, int status)
    {
        await using var host = await BotHost.Channel();
        var token = host.Token(token => token with { Expires = token.Expires!.Value.AddMinutes(minutes) });
        (await host.Post(Sent.Message(host.Connector.ServiceUrl), token)).Status.ShouldBe(status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_token_that_is_wrong_is_401(string name)
    {
        await using var host = await BotHost.Channel();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl), host.Token(Bad[name]));
        answer.ShouldBe(new Answer(401, "", null));
        host.Bot.Turns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("bearer TOKEN")]
    [InlineData("BEARER TOKEN")]
    [InlineData("Basic TOKEN")]
    [InlineData("TOKEN")]
    [InlineData("Bearer TOKEN more")]
    [InlineData("Bearer  TOKEN")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer bm90.anNvbg.eA")]
    [InlineData("Bearer TOKEN.eA.eA")]
    public async Task A_header_that_is_no_bearer_token_is_401(string? header)
    {
        await using var host = await BotHost.Channel();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl), change: request =>
        {
            if (header is not null)
                request.Headers.TryAddWithoutValidation("Authorization", header.Replace("TOKEN", host.Token(), StringComparison.Ordinal)).ShouldBeTrue();
        });
        answer.Status.ShouldBe(401);
    }

    [Fact]
    public async Task Two_authorization_headers_are_401()
    {
        await using var host = await BotHost.Channel();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl), change: request =>
            request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {host.Token()}", $"Bearer {host.Token()}"]));
        answer.Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_token_over_16_KB_is_401_although_it_is_a_good_one()
    {
        await using var host = await BotHost.Channel();
        var token = host.Token(token => token with { More = new Dictionary<string, string> { ["padding"] = new('x', 13_000) } });
        token.Length.ShouldBeGreaterThan(16 * 1024);
        (await host.Post(Sent.Message(host.Connector.ServiceUrl), token)).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("channelId", "directline", 401)]
    [InlineData("channelId", "MSTEAMS", 401)]
    [InlineData("channelId", null, 400)]
    [InlineData("serviceUrl", null, 401)]
    [InlineData("serviceUrl", "", 401)]
    [InlineData("serviceUrl", "https://attacker.example/", 401)]
    public async Task A_good_token_vouches_only_for_its_channel_and_service_url(string path, string? value, int status)
    {
        await using var host = await BotHost.Channel();
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With(path, value), host.Token())).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_service_url_that_is_not_pinned_is_401_even_when_the_token_names_it()
    {
        await using var host = await BotHost.Channel();
        const string strange = "https://evil.trafficmanager.net/emea/";
        (await host.Post(Sent.Message(strange), host.Token(token => token with { ServiceUrl = strange }))).Status.ShouldBe(401);
    }

    [Fact]
    public async Task ExpectReplies_does_not_dispense_with_the_service_url()
    {
        await using var host = await BotHost.Channel();
        (await host.Post(Sent.ExpectingReplies(), host.Token())).Status.ShouldBe(401);
    }

    [Fact]
    public async Task Who_is_not_believed_is_not_read()
    {
        await using var host = await BotHost.Channel();
        (await host.Post("no json at all")).Status.ShouldBe(401);
        (await host.Post("no json at all", host.Token())).Status.ShouldBe(400);
    }
}
