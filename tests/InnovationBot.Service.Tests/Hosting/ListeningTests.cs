using InnovationBot.Activities;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.Options;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Tests.Hosting;

public sealed class ListeningTests
{
    [Fact]
    public void Local_mode_listens_on_loopback_alone_whatever_the_environment_says()
    {
        var listening = Of(localMode: true, new() { ["URLS"] = "http://+:8080" });

        listening.Addresses.ShouldBe(["http://localhost:8080"]);
        listening.OperationsPort.ShouldBeNull();
    }

    [Fact]
    public void By_default_the_bot_is_public_and_health_is_on_a_port_of_its_own()
    {
        var listening = Of(localMode: false, []);

        listening.Addresses.ShouldBe(["http://*:3978", "http://*:3979"]);
        listening.OperationsPort.ShouldBe(3979);
    }

    [Fact]
    public void The_port_setting_beats_the_environment() =>
        Of(localMode: false, new() { ["URLS"] = "http://+:8080" }, new ServiceOptions { Port = 4000 }).Addresses.ShouldBe(["http://*:4000", "http://*:3979"]);

    [Fact]
    public void Without_it_the_environments_addresses_are_taken_as_they_are() =>
        Of(localMode: false, new() { ["URLS"] = "https://bot.example:443;http://+:80" }).Addresses.ShouldBe(["https://bot.example:443", "http://+:80", "http://*:3979"]);

    [Fact]
    public void Ports_alone_will_do() =>
        Of(localMode: false, new() { ["HTTP_PORTS"] = "8080" }).Addresses.ShouldBe(["http://*:8080", "http://*:3979"]);

    [Theory]
    [InlineData("HTTP_PORTS", "3979", "Service:OperationsPort (3979)")]
    [InlineData("HTTP_PORTS", "eighty", "'eighty' is no port")]
    [InlineData("URLS", "localhost", "'localhost' is no address")]
    public void What_cannot_be_listened_on_is_told_and_health_is_never_where_the_public_is(string variable, string value, string told) =>
        Should.Throw<OptionsValidationException>(() => Of(localMode: false, new() { [variable] = value })).Message.ShouldContain(told);

    [Fact]
    public void Any_free_port_is_one_of_the_older_loopback_address() =>
        Of(localMode: true, [], new ServiceOptions { Port = 0 }).Addresses.ShouldBe(["http://127.0.0.1:0"]);

    private static Listening Of(bool localMode, Dictionary<string, string?> environment, ServiceOptions? service = null) => Listening.Of(
        new ConfigurationBuilder().AddInMemoryCollection(environment).Build(), new BotOptions { LocalMode = localMode }, service ?? new ServiceOptions());
}
