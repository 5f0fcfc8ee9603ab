using InnovationBot.Service.Hosting;

namespace InnovationBot.Service.Tests.Operating;

public sealed class SecretsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_secret_is_read_from_a_file_named_like_its_setting_and_the_command_line_beats_it()
    {
        File.WriteAllText(Path.Combine(folder, "Bot__Secret"), "from a file\n");
        File.WriteAllText(Path.Combine(folder, "Bot__AppId"), "from a file");
        var settings = Installation.In(folder, new Dictionary<string, string?> { ["Service:SecretsFolder"] = folder, ["Bot:AppId"] = "from the command line" }).ReadSettings();

        settings["Bot:Secret"].ShouldBe("from a file");
        settings["Bot:AppId"].ShouldBe("from the command line");
    }

    [Theory]
    [InlineData("Bot--Secret", "Bot:Secret")]
    [InlineData("Bot--AllowedTenants--0", "Bot:AllowedTenants:0")]
    [InlineData("something-else", null)]
    public void A_vaults_secret_is_the_setting_that_it_names(string secret, string? setting) => VaultSecrets.SettingOf(secret).ShouldBe(setting);
}
