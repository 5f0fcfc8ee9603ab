using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using InnovationBot.Testing.Connector;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using static InnovationBot.Activities.Tests.Connector.ConnectorClientTests;

namespace InnovationBot.Activities.Tests.Connector;

public sealed class ConnectorTokenTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_token_is_fetched_for_all_who_wait_with_the_secret_and_the_connectors_scope()
    {
        await using var host = await BotHost.Channel(clock: clock);
        var sent = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Client(host).Send(To(host), Activity.Message("x"), Stop).AsTask()));
        sent.ShouldAllBe(one => one.IsSent);
        var form = host.Issuer.TokenRequests.ShouldHaveSingleItem();
        form["grant_type"].ShouldBe("client_credentials");
        form["client_id"].ShouldBe(BotHost.AppId);
        form["client_secret"].ShouldBe("s3cret");
        form["scope"].ShouldBe("https://api.botframework.com/.default");
    }

    [Fact]
    public async Task A_token_is_renewed_five_minutes_before_its_end_while_the_old_one_serves()
    {
        await using var host = await BotHost.Channel(clock: clock);
        await Send(host);
        clock.Advance(TimeSpan.FromMinutes(54));
        await Send(host);
        host.Issuer.TokenRequests.Count.ShouldBe(1);

        clock.Advance(TimeSpan.FromMinutes(2));
        await Send(host);
        host.Connector.Calls[^1].Authorization.ShouldBe("Bearer issued-1");
        await Until(host, () => host.Issuer.TokenRequests.Count == 2);
        await Until(host, () => host.Connector.Calls[^1].Authorization == "Bearer issued-2");
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_old_token_until_its_end()
    {
        await using var host = await BotHost.Channel(clock: clock);
        await Send(host);
        host.Issuer.TokenAnswer = () => Results.StatusCode(503);
        clock.Advance(TimeSpan.FromMinutes(57));
        (await Send(host)).IsSent.ShouldBeTrue();
        (await Send(host)).IsSent.ShouldBeTrue();
        clock.Advance(TimeSpan.FromMinutes(4));
        var late = await Send(host);
        (late.Outcome, late.ErrorCode).ShouldBe((ConnectorOutcome.Retry, "NoToken"));
    }

    [Fact]
    public async Task A_401_drops_the_token_and_is_tried_once_more()
    {
        await using var host = await BotHost.Channel(clock: clock);
        host.Connector.FailNext(Fault.Answer(401));
        (await Send(host)).IsSent.ShouldBeTrue();
        host.Connector.Attempts.Select(call => call.Authorization).ShouldBe(["Bearer issued-1", "Bearer issued-2"]);

        host.Connector.FailNext(Fault.Answer(401, "BotNotRegistered"), Fault.Answer(401, "BotNotRegistered"));
        var refused = await Send(host);
        (refused.Outcome, refused.Status, refused.ErrorCode).ShouldBe((ConnectorOutcome.Failed, 401, "BotNotRegistered"));
        host.Connector.Attempts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_wrong_secret_is_not_tried_again_within_the_minute()
    {
        await using var host = await BotHost.Channel(clock: clock);
        host.Issuer.TokenAnswer = () => Results.Text("""{"error":"invalid_client","error_codes":[7000215],"error_description":"Invalid client secret for Mia"}""", statusCode: 401);
        for (var i = 0; i < 3; i++)
        {
            var refused = await Send(host);
            (refused.Outcome, refused.ErrorCode, refused.RetryAfter).ShouldBe((ConnectorOutcome.Retry, "NoToken", TimeSpan.FromMinutes(1)));
        }

        host.Issuer.TokenRequests.Count.ShouldBe(1);
        host.Connector.Attempts.ShouldBeEmpty();
        var told = await Health(host);
        told.Status.ShouldBe(HealthStatus.Degraded);
        told.Description!.ShouldContain("AADSTS7000215");

        host.Issuer.TokenAnswer = null;
        clock.Advance(TimeSpan.FromSeconds(61));
        (await Send(host)).IsSent.ShouldBeTrue();
        (await Health(host)).Status.ShouldBe(HealthStatus.Healthy);
    }

    /// <summary>Else a wrong secret would be found good as long as another instance's token lives.</summary>
    [Fact]
    public async Task Who_tries_the_credential_gets_no_token_that_others_fetched()
    {
        await using var host = await BotHost.Channel(services => services.AddDistributedMemoryCache().AddHybridCache(), clock);
        (await Send(host)).IsSent.ShouldBeTrue();
        host.Issuer.TokenAnswer = () => Results.Text("""{"error":"invalid_client","error_codes":[7000222]}""", statusCode: 401);

        (await host.Services.GetRequiredService<ChannelProbe>().TryToken(Stop)).ShouldBe("401 AADSTS7000222");
    }

    [Theory]
    [InlineData("AADSTS7000215", """{"error":"invalid_client","error_codes":[7000215],"error_description":"Mia"}""")]
    [InlineData("invalid_client", """{"error":"invalid_client"}""")]
    [InlineData("unknown", """{"error":"Mia Kralj has no licence"}""")]
    [InlineData("unknown", "[]")]
    [InlineData("unknown", "<html>")]
    public void Only_codes_of_a_refusal_are_worth_logging(string code, string body) =>
        EntraError.CodeOf(System.Text.Encoding.UTF8.GetBytes(body)).ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"access_token":"t"}""")]
    [InlineData("<html>")]
    public async Task An_answer_that_is_no_token_is_none(string body)
    {
        await using var host = await BotHost.Channel(clock: clock);
        host.Issuer.TokenAnswer = () => Results.Text(body);
        (await Send(host)).ErrorCode.ShouldBe("NoToken");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_signs_an_assertion_in_place_of_the_secret(bool isPem)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(1));
        var path = Path.GetTempFileName();
        try
        {
            if (isPem) await File.WriteAllTextAsync(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", Stop);
            else await File.WriteAllBytesAsync(path, certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Default, null), Stop);

            await using var host = await BotHost.Channel(clock: clock, settings: [("Bot:Secret", null), ("Bot:CertificatePath", path)]);
            (await Send(host)).IsSent.ShouldBeTrue();
            var form = host.Issuer.TokenRequests.ShouldHaveSingleItem();
            form.ShouldNotContainKey("client_secret");
            form["client_assertion_type"].ShouldBe("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

            var parts = form["client_assertion"].Split('.');
            key.VerifyData(System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
            JsonElement.Parse(WebEncoders.Base64UrlDecode(parts[0])).GetProperty("x5t").GetString().ShouldBe(WebEncoders.Base64UrlEncode(certificate.GetCertHash()));
            var claims = JsonElement.Parse(WebEncoders.Base64UrlDecode(parts[1]));
            claims.GetProperty("iss").GetString().ShouldBe(BotHost.AppId);
            claims.GetProperty("sub").GetString().ShouldBe(BotHost.AppId);
            claims.GetProperty("aud").GetString().ShouldBe(host.Issuer.TokenEndpoint.AbsoluteUri);
            claims.GetProperty("jti").GetString().ShouldNotBeNullOrEmpty();
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(BotCloud.Public, "t1", "https://login.microsoftonline.com/t1/oauth2/v2.0/token")]
    [InlineData(BotCloud.Public, null, "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token")]
    [InlineData(BotCloud.UsGov, null, "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token")]
    [InlineData(BotCloud.UsGovDoD, "t1", "https://login.microsoftonline.us/t1/oauth2/v2.0/token")]
    [InlineData(BotCloud.China, "t1", "https://login.partner.microsoftonline.cn/t1/oauth2/v2.0/token")]
    public void Each_cloud_and_kind_of_registration_has_its_token_endpoint(BotCloud cloud, string? tenant, string endpoint) =>
        new TokenRequest(new BotOptions { AppId = "a", Cloud = cloud, TenantId = tenant }, new MachineClock(clock)).Endpoint.AbsoluteUri.ShouldBe(endpoint);

    private static async Task<HealthReportEntry> Health(BotHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "credential", Stop)).Entries["credential"];

    private static async Task<ConnectorResult> Send(BotHost host) => await Client(host).Send(To(host), Activity.Message("x"), Stop);

    /// <summary>Sends until it is so: the renewal runs beside the calls.</summary>
    private static async Task Until(BotHost host, Func<bool> so)
    {
        while (!so())
        {
            Stop.ThrowIfCancellationRequested();
            await Send(host);
        }
    }
}
