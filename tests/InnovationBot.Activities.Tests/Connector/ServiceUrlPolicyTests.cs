using System.Net;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities.Tests.Connector;

public sealed class ServiceUrlPolicyTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net:443/teams")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://gateway.ministry.example/x/")]
    [InlineData("https://gateway.ministry.example:8443/x/")]
    [InlineData("https://eu.connectors.example/")]
    public void Pinned_and_configured_hosts_are_allowed(string url) =>
        Policy("gateway.ministry.example", "gateway.ministry.example:8443", ".connectors.example").Allows(url, out _).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/emea/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://evil.smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net/?to=evil")]
    [InlineData("https://smba.trafficmanager.net/#evil")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://teams.microsoft.com.evil.example/")]
    [InlineData("https://gateway.ministry.example:9443/")]
    [InlineData("http://gateway.ministry.example/")]
    [InlineData("https://connectors.example/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://localhost/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.1/")]
    public void Everything_else_is_not(string? url) =>
        Policy("gateway.ministry.example", ".connectors.example").Allows(url, out _).ShouldBeFalse();

    [Theory]
    [InlineData(BotCloud.UsGov, "https://channel.botframework.azure.us/", true)]
    [InlineData(BotCloud.China, "https://channel.botframework.azure.cn/", true)]
    [InlineData(BotCloud.China, "https://smba.teams.microsoftonline.cn/teams", true)]
    [InlineData(BotCloud.Public, "https://channel.botframework.azure.cn/", false)]
    [InlineData(BotCloud.UsGovDoD, "https://smba.teams.microsoftonline.cn/teams", false)]
    public void A_clouds_own_hosts_are_allowed_in_that_cloud_alone(BotCloud cloud, string url, bool allowed) =>
        new ServiceUrlPolicy(Options.Create(new BotOptions { Cloud = cloud })).Allows(url, out _).ShouldBe(allowed);

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:5000/", true)]
    [InlineData("localhost", "http://localhost/", true)]
    [InlineData("[::1]", "http://[::1]:7/", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5001/", false)]
    [InlineData("localhost", "http://127.0.0.1/", false)]
    [InlineData("localhost", "http://localhost.evil.example/", false)]
    public void Loopback_is_allowed_only_where_it_is_configured_by_that_name(string host, string url, bool allowed) =>
        Policy(host).Allows(url, out _).ShouldBe(allowed);

    [Theory]
    [InlineData("smba.trafficmanager.net", "52.112.0.1", true)]
    [InlineData("smba.trafficmanager.net", "2603:1063::1", true)]
    [InlineData("smba.trafficmanager.net", "127.0.0.1", false)]
    [InlineData("smba.trafficmanager.net", "::1", false)]
    [InlineData("smba.trafficmanager.net", "::ffff:10.0.0.1", false)]
    [InlineData("smba.trafficmanager.net", "10.1.2.3", false)]
    [InlineData("smba.trafficmanager.net", "172.16.0.1", false)]
    [InlineData("smba.trafficmanager.net", "172.32.0.1", true)]
    [InlineData("smba.trafficmanager.net", "192.168.0.1", false)]
    [InlineData("smba.trafficmanager.net", "169.254.169.254", false)]
    [InlineData("smba.trafficmanager.net", "100.64.0.1", false)]
    [InlineData("smba.trafficmanager.net", "0.0.0.0", false)]
    [InlineData("smba.trafficmanager.net", "224.0.0.1", false)]
    [InlineData("smba.trafficmanager.net", "fe80::1", false)]
    [InlineData("smba.trafficmanager.net", "fd00::1", false)]
    [InlineData("smba.trafficmanager.net", "::", false)]
    [InlineData("gateway.ministry.example", "10.1.2.3", true)]
    [InlineData("gateway.ministry.example", "127.0.0.1", false)]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("localhost", "10.1.2.3", false)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    public void A_name_must_not_lead_inside_unless_it_was_configured(string host, string address, bool allowed) =>
        Policy("gateway.ministry.example", "localhost").MayConnect(host, IPAddress.Parse(address)).ShouldBe(allowed);

    [Fact]
    public void Local_mode_leads_nowhere_but_to_this_machine()
    {
        var local = new ServiceUrlPolicy(Options.Create(new BotOptions { LocalMode = true }));
        local.Allows("https://smba.trafficmanager.net/emea/", out _).ShouldBeFalse();
        local.Allows("http://localhost:1/", out _).ShouldBeTrue();
        local.MayConnect("localhost", IPAddress.Parse("52.112.0.1")).ShouldBeFalse();
    }

    private static ServiceUrlPolicy Policy(params string[] hosts)
    {
        var options = new BotOptions();
        options.AllowedServiceHosts.AddRange(hosts);
        return new ServiceUrlPolicy(Options.Create(options));
    }
}
