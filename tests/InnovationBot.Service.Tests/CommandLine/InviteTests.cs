namespace InnovationBot.Service.Tests.CommandLine;

/// <summary>The mail-merge file, from the command line.</summary>
public sealed class InviteTests : IDisposable
{
    private const string Columns = "name,email,organisation,language,app_link,subject,text,text_en,text_sl,text_da,text_nl,text_fr,text_de";

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-invite-").FullName;

    [Fact]
    public async Task Imported_people_are_written_once_each_in_their_language_with_the_link_and_a_text_in_every_language()
    {
        await Import("organisations", """{"id":"town","name":"Town","tier":"local","sector":"public","country":"SI"}""");
        await Import("members", """
            {"email":"ana@town.example","name":"=Ana","organisation":"town","languages":["sl"]}
            {"email":"jan@town.example","name":"Jan","organisation":"town"}
            """);

        var invited = await Invite("people.csv", "--app-link", "https://teams.microsoft.com/l/app/one");
        (invited.ExitCode, invited.Out.Trim(), invited.Error).ShouldBe((0, "invited: 2", ""));
        var lines = await File.ReadAllLinesAsync(Named("people.csv"), TestContext.Current.CancellationToken);
        lines[0].ShouldBe(Columns);
        lines.Length.ShouldBe(3);
        lines[1].ShouldStartWith("'=Ana,ana@town.example,Town,sl,https://teams.microsoft.com/l/app/one,");
        lines[1].ShouldContain("Predlagani ste");
        lines[1].ShouldContain("you are proposed for");

        (await Invite("again.csv")).ExitCode.ShouldBe(1);
        var again = await Invite("again.csv", "--again", "--organisation", "Town");
        (again.ExitCode, again.Out.Trim()).ShouldBe((0, "invited: 2"));
        again.Error.ShouldContain("Bot:AppId");
        (await Invite("again.csv", "--again", "--organisation", "Nowhere")).ExitCode.ShouldBe(1);
        (await Invite("again.csv", "--again", "--as", "jan@town.example")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task The_link_to_the_app_leads_into_the_Teams_of_the_cloud_that_is_set()
    {
        Directory.CreateDirectory(Named("data"));
        await File.WriteAllTextAsync(Named("data/appsettings.json"), """{"Bot":{"AppId":"0c1d","Cloud":"UsGov"}}""", TestContext.Current.CancellationToken);
        await Import("organisations", """{"id":"town","name":"Town","tier":"local","sector":"public","country":"SI"}""");
        await Import("members", """{"email":"ana@town.example","name":"Ana","organisation":"town"}""");
        (await Invite("people.csv")).Error.ShouldBe("");
        (await File.ReadAllTextAsync(Named("people.csv"), TestContext.Current.CancellationToken)).ShouldContain(",https://gov.teams.microsoft.us/l/app/0c1d,");
    }

    [Theory]
    [InlineData("people.txt")]
    [InlineData("people.csv", "--app-link", "teams")]
    [InlineData("no-such-folder/people.csv", "--again")]
    public async Task What_cannot_be_is_wrong_usage(string file, params string[] more)
    {
        await Import("organisations", """{"id":"town","name":"Town","tier":"local","sector":"public","country":"SI"}""");
        await Import("members", """{"email":"ana@town.example","name":"Ana","organisation":"town"}""");
        var called = await Invite(file, more);
        (called.ExitCode, called.Out).ShouldBe((2, ""));
        called.Error.ShouldNotBeNullOrWhiteSpace();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task Import(string kind, string lines)
    {
        await File.WriteAllTextAsync(Named($"{kind}.jsonl"), lines, TestContext.Current.CancellationToken);
        (await Called.With("import", kind, Named($"{kind}.jsonl"), "--data", Named("data"))).ExitCode.ShouldBe(0);
    }

    private Task<Called> Invite(string file, params string[] more) => Called.With(["invite", Named(file), "--data", Named("data"), .. more]);

    private string Named(string file) => Path.Combine(folder, file);
}
