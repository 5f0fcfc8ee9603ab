using System.Net;
using InnovationBot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities.Tests.Door;

public sealed class LocalModeTests
{
    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("x-forwarded-host", "localhost")]
    [InlineData("X-Forwarded-Anything", "")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("Host", "attacker.example:3978")]
    public async Task Who_comes_through_a_proxy_or_by_a_strange_name_is_403(string header, string value)
    {
        await using var host = await BotHost.Local();
        var answer = await host.Post(Sent.Message(host.Connector.ServiceUrl), change: request => request.Headers.TryAddWithoutValidation(header, value));
        answer.ShouldBe(new Answer(403, "", null));
        host.Bot.Turns.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_from_another_machine_is_403()
    {
        var bot = new ScriptedBot();
        await using var server = await LoopbackServer.Start(
            application =>
            {
                application.Use((context, next) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
                    return next();
                });
                application.UseRouting();
                application.MapActivities();
            },
            builder =>
            {
                builder.Configuration["Bot:LocalMode"] = "true";
                builder.Services.AddSingleton<IBot>(bot);
                builder.Services.AddActivities(builder.Configuration);
            });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Address, "api/messages"));
        request.Content = new StringContent(Sent.ExpectingReplies().ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        (await BotHost.Send(request)).Status.ShouldBe(403);
        bot.Turns.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("0.0.0.0", false)]
    public async Task It_listens_on_loopback_or_does_not_start(string address, bool starts)
    {
        var start = LoopbackServer.Start(
            application => application.MapActivities(),
            builder =>
            {
                builder.Configuration["Bot:LocalMode"] = "true";
                builder.Services.AddSingleton<IBot>(new ScriptedBot());
                builder.Services.AddActivities(builder.Configuration);
            },
            address);
        if (starts) await (await start).DisposeAsync();
        else (await Should.ThrowAsync<InvalidOperationException>(() => start)).Message.ShouldContain("Bot:LocalMode");
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://192.168.1.10/")]
    [InlineData("http://localhost.attacker.example/")]
    [InlineData("http://127.0.0.1@attacker.example/")]
    [InlineData("nonsense")]
    public async Task A_service_url_that_is_not_on_loopback_is_403(string serviceUrl)
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.Message(serviceUrl))).Status.ShouldBe(403);
        (await host.Post(Sent.Message(serviceUrl).With("deliveryMode", "expectReplies"))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::1]:8080/x/")]
    public async Task A_service_url_on_loopback_is_taken(string serviceUrl)
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.Message(serviceUrl))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_a_service_url_only_expectReplies_can_be_answered()
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.Message("").With("serviceUrl", null))).Status.ShouldBe(400);
        (await host.Post(Sent.Message(""))).Status.ShouldBe(400);
        (await host.Post(Sent.ExpectingReplies())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Every_tenant_is_welcome_unless_a_list_says_otherwise_and_ids_need_not_be_GUIDs()
    {
        const string odd = "00000000-0000-0000-0000-0000000000001";
        await using var open = await BotHost.Local();
        (await open.Post(Sent.ExpectingReplies().With("channelData.tenant.id", odd).With("conversation.tenantId", odd))).Status.ShouldBe(200);
        open.Bot.Turns.Single().Caller.ShouldBe(new CallerIdentity(odd, null, IsLocal: true));

        await using var closed = await BotHost.Local(settings: ("Bot:AllowedTenants:0", BotHost.Tenant));
        (await closed.Post(Sent.ExpectingReplies())).Status.ShouldBe(200);
        (await closed.Post(Sent.ExpectingReplies().With("channelData.tenant.id", odd).With("conversation.tenantId", odd))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Two_tenants_in_one_activity_are_403()
    {
        await using var host = await BotHost.Local();
        (await host.Post(Sent.ExpectingReplies().With("channelData.tenant.id", "another"))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("Bot:AppId", BotHost.AppId)]
    [InlineData("Bot:Secret", "s")]
    [InlineData("Bot:CertificatePath", "/etc/hostname")]
    [InlineData("Bot:ManagedIdentityClientId", "m")]
    [InlineData("Bot:AllowEmulatorTokens", "true")]
    public async Task It_is_refused_together_with_an_identity(string setting, string value)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => BotHost.Local(settings: (setting, value)));
        refused.Message.ShouldContain("local mode", Case.Insensitive);
    }
}
