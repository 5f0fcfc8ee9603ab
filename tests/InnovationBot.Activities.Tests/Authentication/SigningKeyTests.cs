using InnovationBot.Testing.Issuer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace InnovationBot.Activities.Tests.Authentication;

public sealed class SigningKeyTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Keys_are_fetched_once_for_many_requests()
    {
        await using var host = await BotHost.Channel(clock: clock);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Post(host)));
        answers.ShouldAllBe(status => status == 200);
        (host.Issuer.MetadataRequests, host.Issuer.KeyRequests).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_new_key_is_fetched_when_a_token_names_it()
    {
        await using var host = await BotHost.Channel(clock: clock);
        (await Post(host)).ShouldBe(200);
        host.Issuer.Keys.Insert(0, IssuerKey.New());
        (await Post(host)).ShouldBe(200);
        host.Issuer.KeyRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Unknown_keys_make_us_ask_the_issuer_once_in_five_minutes_at_most()
    {
        await using var host = await BotHost.Channel(clock: clock);
        (await Post(host)).ShouldBe(200);
        for (var i = 0; i < 5; i++) (await Post(host, token => token with { KeyId = "nobody's" })).ShouldBe(401);
        host.Issuer.KeyRequests.ShouldBe(2);

        clock.Advance(TimeSpan.FromMinutes(5));
        (await Post(host, token => token with { KeyId = "nobody's" })).ShouldBe(401);
        host.Issuer.KeyRequests.ShouldBe(3);
    }

    [Fact]
    public async Task Keys_are_renewed_every_twelve_hours_and_the_old_ones_serve_when_that_fails()
    {
        await using var host = await BotHost.Channel(clock: clock);
        (await Post(host)).ShouldBe(200);
        host.Issuer.MetadataAnswer = () => Results.StatusCode(503);
        clock.Advance(TimeSpan.FromHours(13));
        (await Post(host)).ShouldBe(200);
        clock.Advance(TimeSpan.FromHours(12));
        (await Post(host)).ShouldBe(200);
        (await Health(host)).ShouldBe(HealthStatus.Degraded);
    }

    [Theory]
    [InlineData("metadata refused")]
    [InlineData("metadata empty")]
    [InlineData("metadata no json")]
    [InlineData("metadata a list")]
    [InlineData("metadata without keys")]
    [InlineData("metadata leads to plain http elsewhere")]
    [InlineData("metadata redirects")]
    [InlineData("keys refused")]
    [InlineData("keys empty")]
    [InlineData("keys none")]
    [InlineData("keys without id")]
    [InlineData("keys unreadable")]
    [InlineData("keys too long")]
    public async Task Without_keys_nobody_gets_in_and_the_bot_is_not_ready(string defect)
    {
        await using var host = await BotHost.Channel(clock: clock, prepare: issuer => Break(issuer, defect));
        (await Post(host)).ShouldBe(401);
        (await Health(host)).ShouldBe(HealthStatus.Unhealthy);

        (host.Issuer.MetadataAnswer, host.Issuer.KeysAnswer) = (null, null);
        host.Issuer.Keys[0] = host.Issuer.Keys[0] with { Id = "again" };
        clock.Advance(TimeSpan.FromSeconds(11));
        (await Post(host)).ShouldBe(200);
        (await Health(host)).ShouldBe(HealthStatus.Healthy);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("directline")]
    public async Task A_key_that_does_not_speak_for_teams_is_401(string? endorsement)
    {
        IReadOnlyList<string>? endorsements = endorsement is null ? null : endorsement.Length == 0 ? [] : [endorsement];
        await using var host = await BotHost.Channel(
            clock: clock, prepare: issuer => issuer.Keys[0] = issuer.Keys[0] with { Endorsements = endorsements });
        (await Post(host)).ShouldBe(401);
    }

    [Theory]
    [InlineData(-10, 10, 200)]
    [InlineData(-10, -1, 401)]
    [InlineData(1, 10, 401)]
    public async Task A_key_counts_while_its_certificate_is_valid(int fromDays, int untilDays, int status)
    {
        var now = clock.GetUtcNow();
        await using var host = await BotHost.Channel(
            clock: clock, prepare: issuer => issuer.Keys[0] = issuer.Keys[0].Certified(now.AddDays(fromDays), now.AddDays(untilDays)));
        (await Post(host)).ShouldBe(status);
    }

    private static async Task<int> Post(BotHost host, Func<TokenClaims, TokenClaims>? change = null) =>
        (await host.Post(Sent.Message(host.Connector.ServiceUrl), host.Token(change))).Status;

    private static async Task<HealthStatus> Health(BotHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;

    private static void Break(LoopbackIssuer issuer, string defect)
    {
        if (defect == "keys without id") issuer.Keys[0] = issuer.Keys[0] with { Id = null };
        issuer.MetadataAnswer = defect switch
        {
            "metadata refused" => () => Results.StatusCode(500),
            "metadata empty" => () => Results.Text(""),
            "metadata no json" => () => Results.Text("<html>"),
            "metadata a list" => () => Results.Text("[]"),
            "metadata without keys" => () => Results.Text("{}"),
            "metadata leads to plain http elsewhere" => () => Results.Text("""{"jwks_uri":"http://keys.example/"}"""),
            "metadata redirects" => () => Results.Redirect("http://keys.example/"),
            _ => null,
        };
        issuer.KeysAnswer = defect switch
        {
            "keys refused" => () => Results.StatusCode(404),
            "keys empty" => () => Results.Text(""),
            "keys none" => () => Results.Text("""{"keys":[]}"""),
            "keys unreadable" => () => Results.Text("""{"keys":[7,{"kty":"RSA","kid":"a","n":"!","e":"AQAB"},{"kty":"EC","kid":"b"}]}"""),
            "keys too long" => () => Results.Text($$"""{"keys":[],"x":"{{new string('x', 1024 * 1024)}}"}"""),
            _ => null,
        };
    }
}
