using Azure;
using Azure.Identity;
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

    [Fact]
    public void A_vault_that_cannot_be_read_is_mended_where_the_fault_is()
    {
        var vault = new Uri("https://ministry.vault.azure.net/");
        VaultSecrets.Sentence(vault, new AuthenticationFailedException("x")).ShouldContain("Service:KeyVaultIdentity");
        VaultSecrets.Sentence(vault, new RequestFailedException(403, "x", "Forbidden", null)).ShouldContain("(Forbidden). The managed identity needs the role");
        VaultSecrets.Sentence(vault, new AggregateException(new RequestFailedException("No such host"))).ShouldContain("this machine reaches it");
    }

    [Theory]
    [InlineData("Bot--Secret", "Bot:Secret")]
    [InlineData("Bot--AllowedTenants--0", "Bot:AllowedTenants:0")]
    [InlineData("something-else", null)]
    public void A_vaults_secret_is_the_setting_that_it_names(string secret, string? setting) => VaultSecrets.SettingOf(secret).ShouldBe(setting);
}
