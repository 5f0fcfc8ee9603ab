using System.Net;
using Microsoft.Extensions.Options;

namespace InnovationBot.Activities.Tests.Connector;

/// <summary>Where files are fetched from that people put into their chat.</summary>
public sealed class FileHostsTests
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/x/_layouts/15/download.aspx?UniqueId=1&tempauth=2", true)]
    [InlineData("https://contoso.sharepoint.com/a.csv", true)]
    [InlineData("https://files.gov.example/a.csv", true)]
    [InlineData("http://contoso.sharepoint.com/a.csv", false)]
    [InlineData("https://contoso.sharepoint.com:8443/a.csv", false)]
    [InlineData("https://sharepoint.com.evil.example/a.csv", false)]
    [InlineData("https://evilsharepoint.com/a.csv", false)]
    [InlineData("https://user:word@contoso.sharepoint.com/a.csv", false)]
    [InlineData("https://contoso.sharepoint.com/a.csv#x", false)]
    [InlineData("https://127.0.0.1/a.csv", false)]
    [InlineData("https://localhost/a.csv", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://contoso.sharepoint.com/a.csv", false)]
    public void Files_come_from_sharepoint_and_from_hosts_of_the_settings_over_https(string address, bool allowed) =>
        Hosts(local: false).Allow(new Uri(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("http://127.0.0.1:4000/a.csv", true)]
    [InlineData("http://localhost:4000/a.csv", true)]
    [InlineData("https://contoso.sharepoint.com/a.csv", false)]
    [InlineData("http://10.0.0.1/a.csv", false)]
    public void In_local_mode_they_come_from_this_machine_alone(string address, bool allowed) => Hosts(local: true).Allow(new Uri(address)).ShouldBe(allowed);

    [Theory]
    [InlineData("contoso.sharepoint.com", "10.1.2.3", false)] // a name that was made to lead inwards
    [InlineData("contoso.sharepoint.com", "127.0.0.1", false)]
    [InlineData("contoso.sharepoint.com", "13.107.136.9", true)]
    [InlineData("files.gov.example", "10.1.2.3", true)]
    [InlineData("files.gov.example", "127.0.0.1", false)]
    public void A_name_may_lead_into_the_own_network_only_when_the_settings_name_it(string host, string address, bool allowed) =>
        Hosts(local: false).MayConnect(host, IPAddress.Parse(address)).ShouldBe(allowed);

    private static FileHosts Hosts(bool local)
    {
        var options = new BotOptions { LocalMode = local };
        if (!local) options.AllowedFileHosts.Add("files.gov.example");
        return new FileHosts(Options.Create(options), new ServiceUrlPolicy(Options.Create(options)));
    }
}
