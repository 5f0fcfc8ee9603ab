using System.Net;
using System.Net.Sockets;

namespace InnovationBot.Service.Tests.CommandLine;

public sealed class UsageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Help_names_every_command_and_goes_to_standard_output()
    {
        var called = await Called.With("--help");

        called.ExitCode.ShouldBe(0);
        foreach (var command in new[] { "serve", "ask", "grant", "revoke" }) called.Out.ShouldContain(command);
        called.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var called = await Called.With("--version");

        called.ExitCode.ShouldBe(0);
        called.Out.Trim().ShouldMatch(@"^\d+\.\d+\.\d+");
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("serve", "--port", "many")]
    [InlineData("ask")]
    [InlineData("ask", "")]
    [InlineData("ask", "a problem", "--language", "xx")]
    [InlineData("grant", "organiser")]
    [InlineData("grant", "emperor", "mia@test.example")]
    [InlineData("grant", "organiser", "mia@test.example", "--country", "SI")]
    [InlineData("grant", "contact_point", "mia@test.example", "--country", "Slovenia")]
    [InlineData("grant", "contact_point", "mia@test.example", "--country", "SI", "--organisation", "si-1")]
    [InlineData("serve", "--Bot:LocalMood=true")]
    [InlineData("serve", "--Bot:LocalMode")]
    public async Task Wrong_usage_ends_with_2_and_says_why(params string[] arguments)
    {
        var called = await Called.With([.. arguments, "--data", folder]);

        called.ExitCode.ShouldBe(2);
        called.Error.ShouldNotBeNullOrWhiteSpace();
        called.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mistyped_setting_is_told_with_the_one_that_was_meant() =>
        (await Called.With("serve", "--Bot:LocalMood=true")).Error.ShouldContain("Did you mean Bot:LocalMode?");

    [Theory]
    [InlineData("Bot:AppId is missing")]
    [InlineData("Service:PublicUrl must be", "--Bot:LocalMode=true", "--Service:PublicUrl=http://bot.example")]
    [InlineData("Service:PublicUrl must end with", "--Bot:LocalMode=true", "--Service:PublicUrl=http://localhost/", "--Service:PathBase=/bot")]
    [InlineData("Bot:LocalMode answers without any token", "--Bot:LocalMode=true", "--Bot:AppId=a", "--Bot:Secret=b")]
    [InlineData("Network:DefaultLanguage", "--Bot:LocalMode=true", "--Network:DefaultLanguage=xx")]
    [InlineData("Network:DefaultZone", "--Bot:LocalMode=true", "--Network:DefaultZone=Nowhere")]
    [InlineData("Service:OperationsPort", "--Bot:LocalMode=true", "--Service:OperationsPort=many")]
    [InlineData("Data Source=", "--Bot:LocalMode=true", "--Store:ConnectionString=nonsense")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence_that_names_it(string sentence, params string[] settings)
    {
        var called = await Called.With(["serve", "--port", "0", "--data", folder, .. settings]);

        called.ExitCode.ShouldBe(1);
        called.Error.ShouldContain(sentence);
        called.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("serve", "{\n  \"Bot\": {\n    broken", " in line 3")]
    [InlineData("doctor", "{\n  \"Bot\": { \"LocalMode\": true }\n  \"Service\": {} }", " in line 3")]
    [InlineData("doctor", "", " in line 1")]
    [InlineData("migrate", "[ 1 ]", "")]
    [InlineData("serve", "{ \"Bot\": { \"Secret\": \"a\", \"secret\": \"b\" } }", "")]
    public async Task Broken_settings_are_told_in_one_sentence_with_file_place_and_mend(string command, string settings, string place)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), settings, TestContext.Current.CancellationToken);

        var called = await Called.With(command, "--data", folder);

        called.ExitCode.ShouldBe(2);
        called.Out.ShouldBeEmpty();
        var told = called.Error.Trim();
        told.ShouldNotContain('\n');
        told.ShouldStartWith($"The settings in {Path.Combine(folder, "appsettings.json")} cannot be read{place}: ");
        told.ShouldContain("Mend it there");
    }

    [Fact]
    public async Task A_taken_port_is_told()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var called = await Called.With("serve", "--data", folder, "--port", $"{port}", "--Bot:LocalMode=true");

        called.ExitCode.ShouldBe(1);
        called.Error.ShouldContain($":{port} is taken");
        called.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_told()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var called = await Called.With("serve", "--data", Path.Combine(file, "below"));

        called.ExitCode.ShouldBe(1);
        called.Error.ShouldContain("cannot be made or written");
    }
}
