namespace InnovationBot.Activities.Tests.Authentication;

public sealed class TenantTests
{
    private const string Other = "aaaaaaaa-0000-0000-0000-000000000000";

    [Fact]
    public async Task Without_a_list_only_the_bots_own_tenant_is_allowed()
    {
        await using var host = await BotHost.Channel();
        (await Post(host, BotHost.Tenant)).ShouldBe(200);
        (await Post(host, BotHost.Tenant.ToUpperInvariant())).ShouldBe(200);
        (await Post(host, Other)).ShouldBe(403);
        host.Bot.Turns.Count.ShouldBe(2);
        host.Connector.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_takes_the_place_of_the_bots_own_tenant()
    {
        await using var host = await BotHost.Channel(settings: ("Bot:AllowedTenants:0", Other));
        (await Post(host, Other)).ShouldBe(200);
        (await Post(host, BotHost.Tenant)).ShouldBe(403);
    }

    [Fact]
    public async Task An_activity_of_no_tenant_or_of_two_is_403()
    {
        await using var host = await BotHost.Channel();
        var none = Sent.Message(host.Connector.ServiceUrl).With("channelData", null).With("conversation.tenantId", null);
        (await host.Post(none, host.Token())).Status.ShouldBe(403);
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("conversation.tenantId", Other), host.Token())).Status.ShouldBe(403);
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("channelData.tenant.id", Other), host.Token())).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Either_place_alone_names_the_tenant()
    {
        await using var host = await BotHost.Channel();
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("channelData", null), host.Token())).Status.ShouldBe(200);
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("conversation.tenantId", null), host.Token())).Status.ShouldBe(200);
    }

    private static async Task<int> Post(BotHost host, string tenant) =>
        (await host.Post(Sent.Message(host.Connector.ServiceUrl).With("channelData.tenant.id", tenant).With("conversation.tenantId", tenant), host.Token())).Status;
}
