using System.Text.Json;
using InnovationBot.Service.Tests.Phrasing;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using InnovationBot.Testing.Issuer;

namespace InnovationBot.Service.Tests.CommandLine;

public sealed class DoctorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_configuration_for_this_machine_is_well_and_says_what_is_left_out()
    {
        var called = await Called.With("doctor", "--data", folder, "--Bot:LocalMode=true", "--json");

        called.ExitCode.ShouldBe(0, called.Out + called.Error);
        var findings = Findings(called);
        findings["settings"].ShouldBe("ok");
        findings["store"].ShouldBe("ok");
        findings["redis"].ShouldBe("note");
        findings["credential"].ShouldBe("note");
    }

    [Fact]
    public async Task What_is_wrong_is_named_with_what_to_do()
    {
        var called = await Called.With(
            "doctor", "--data", folder, "--Store:ConnectionString=Host=/nowhere;Username=network;Database=network", "--Redis:ConnectionString=127.0.0.1:1", "--Bot:Secret=x", "--Service:TurnsPerMinute=-1");

        called.ExitCode.ShouldBe(1);
        called.Out.ShouldContain("Bot:AppId is missing");
        called.Out.ShouldContain("Service:TurnsPerMinute is from 0");
        called.Out.ShouldContain("Redis does not answer");
        called.Out.ShouldContain("see host, port", Case.Insensitive);
        called.Out.ShouldNotContain("Unhandled");
    }

    [Fact]
    public async Task The_model_is_asked_and_the_issuer_and_credential_are_tried()
    {
        await using var model = await LoopbackModel.Start();
        model.Status = 401;
        var called = await Called.With(
            "doctor", "--data", folder, "--json", "--Bot:AppId=0f4d0f6e-1a55-4a3c-8f0a-7f1f5a1c2d22", "--Bot:TenantId=9f2c1d7e-0000-4000-8000-000000000001", "--Bot:Secret=x",
            "--Bot:OpenIdMetadata=http://127.0.0.1:1/none", "--Bot:TokenEndpoint=http://127.0.0.1:1/none", "--Bot:AllowedServiceHosts:0=gateway.test.example", "--OpenAI:Kind=compatible", $"--OpenAI:Endpoint={model.Address.AbsoluteUri.TrimEnd('/')}", "--OpenAI:ChatDeployment=m");

        called.ExitCode.ShouldBe(1);
        var findings = Findings(called);
        findings["keys"].ShouldBe("failing");
        findings["credential"].ShouldBe("failing");
        findings["chat"].ShouldBe("failing");
        findings["store"].ShouldBe("ok");
    }

    [Fact]
    public async Task What_would_stop_the_service_is_found_in_every_section_at_once_and_the_rest_is_tried_all_the_same()
    {
        string[] wrong =
        [
            "Bot:TurnsAtOnce=0", "Bot:AllowedTenants=72f988bf-0000-41af-91ab-2d7cd011db47", "Bot:Cloud=Mars", "Delivery:InFlight=0", "Delivery:RequestsPerSecond=fast", "Graph:Endpoint=x", "Graph:ClientId=x",
            "Network:DefaultZone=Europe/Nowhere", "OpenAI:Kind=llama", "OpenAI:ChatDeployment=m", "Redis:ConnectionString=,", "Service:DrainSeconds=1.5", "Telemetry:OtlpEndpoint=collector:4317", "Telemetry:TraceRatio=2", "Welcome:On=never",
        ];
        var called = await Called.With(["doctor", "--data", folder, "--json", .. wrong.Select(setting => $"--{setting}")]);

        called.ExitCode.ShouldBe(1);
        var findings = JsonDocument.Parse(called.Out).RootElement.GetProperty("findings").EnumerateArray().ToList();
        var told = string.Join('\n', findings.Where(finding => finding.GetProperty("check").GetString() == "settings").Select(finding => finding.GetProperty("finding").GetString()));
        foreach (var name in wrong.Select(setting => setting.Split('=')[0]).Except(["Graph:Endpoint", "OpenAI:ChatDeployment", "Graph:ClientId"])) told.ShouldContain(name);
        told.ShouldContain("'Mars' is none");
        told.ShouldContain("Bot__AllowedTenants__0");
        told.ShouldContain("Graph:Secret is missing");
        told.ShouldNotContain("InnovationBot.");
        Findings(called)["store"].ShouldBe("ok");

        // and the service says the same and does not start
        var served = await Called.With(["serve", "--data", folder, "--port", "0", .. wrong.Select(setting => $"--{setting}")]);
        served.ExitCode.ShouldBe(1);
        served.Error.ShouldContain("Delivery:RequestsPerSecond takes a whole number");
    }

    [Theory]
    [InlineData("--Store:ConnectionString=postgres://network@db/network", "store")]
    [InlineData("--Service:KeyVault=vault.example", "settings")]
    public async Task What_keeps_it_from_trying_anything_is_a_finding_too(string setting, string check)
    {
        var called = await Called.With("doctor", "--data", folder, "--Bot:LocalMode=true", "--json", setting);

        called.ExitCode.ShouldBe(1);
        Findings(called).ShouldBe(new Dictionary<string, string> { [check] = "failing" });
        called.Out.ShouldNotContain("network@db");
    }

    [Fact]
    public async Task What_is_valid_and_seldom_meant_is_noted()
    {
        await using var issuer = await LoopbackIssuer.Start();
        string[] settings = ["--Bot:AppId=innovationbot", "--Bot:Secret=x", $"--Bot:OpenIdMetadata={issuer.Metadata}", $"--Bot:TokenEndpoint={issuer.TokenEndpoint}", "--Bot:AllowedServiceHosts:0=gateway.test.example"];
        var byName = await Called.With(["doctor", "--data", folder, .. settings, "--Bot:TenantId=ministry.example"]);
        byName.Out.ShouldContain("Bot:AppId is no GUID");
        byName.Out.ShouldContain("nobody would be let in");

        var others = await Called.With(["doctor", "--data", folder, .. settings, "--Bot:TenantId=9f2c1d7e-0000-4000-8000-000000000001", "--Bot:AllowedTenants:0=town.example"]);
        others.Out.ShouldContain("Bot:AllowedTenants holds town.example");
        others.Out.ShouldContain("own tenant is not among Bot:AllowedTenants");
        others.ExitCode.ShouldBe(0, others.Out);
    }

    [Theory]
    [InlineData(LoopbackModel.AzureKey, "ok")]
    [InlineData("another", "failing")]
    public async Task A_model_of_Azure_is_asked_by_its_deployment_and_key(string key, string state)
    {
        await using var model = await LoopbackModel.Start();
        model.Answers = () => "yes";
        var called = await Called.With(
            "doctor", "--data", folder, "--json", "--Bot:LocalMode=true", "--OpenAI:Kind=azure", $"--OpenAI:Endpoint={model.Address.AbsoluteUri}", $"--OpenAI:Key={key}", "--OpenAI:ChatDeployment=m");

        Findings(called)["chat"].ShouldBe(state, called.Out);
    }

    [Fact]
    public async Task The_live_try_sends_edits_and_takes_away_one_card()
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say("help");
        var before = bot.Connector.Calls.Count;
        var called = await Called.With("doctor", "--live", "--as", "mia@test.example", "--data", bot.Folder, "--Bot:LocalMode=true");

        called.ExitCode.ShouldBe(0, called.Out + called.Error);
        foreach (var step in new[] { "sends a card", "edits it", "reads who you are", "takes it away" }) called.Out.ShouldContain(step);
        bot.Connector.Calls.Skip(before).Select(call => call.Kind).ShouldBe([ConnectorCallKind.Send, ConnectorCallKind.Update, ConnectorCallKind.Read, ConnectorCallKind.Delete]);

        // and as in a tenant, with keys and tokens of an issuer
        await using var issuer = await LoopbackIssuer.Start();
        before = bot.Connector.Calls.Count;
        var inTenant = await Called.With(
            "doctor", "--live", "--as", "mia@test.example", "--data", bot.Folder, "--Bot:AppId=0f4d0f6e-1a55-4a3c-8f0a-7f1f5a1c2d22", "--Bot:TenantId=9f2c1d7e-0000-4000-8000-000000000001", "--Bot:Secret=x",
            $"--Bot:OpenIdMetadata={issuer.Metadata}", $"--Bot:TokenEndpoint={issuer.TokenEndpoint}", $"--Bot:AllowedServiceHosts:0={new Uri(bot.Connector.ServiceUrl).Authority}");

        inTenant.ExitCode.ShouldBe(0, inTenant.Out + inTenant.Error);
        foreach (var step in new[] { "signing keys are loaded", "gets a token", "clock agrees", "takes it away" }) inTenant.Out.ShouldContain(step);
        bot.Connector.Calls.Skip(before).Select(call => call.Authorization).ShouldAllBe(sent => sent.StartsWith("Bearer ", StringComparison.Ordinal));
        issuer.TokenRequests.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_live_try_says_what_it_needs() =>
        (await Called.With("doctor", "--live", "--data", folder, "--Bot:LocalMode=true")).ExitCode.ShouldBe(2);

    private static Dictionary<string, string> Findings(Called called) => JsonDocument.Parse(called.Out).RootElement.GetProperty("findings").EnumerateArray()
        .GroupBy(finding => finding.GetProperty("check").GetString()!).ToDictionary(group => group.Key, group => group.Last().GetProperty("state").GetString()!);
}
