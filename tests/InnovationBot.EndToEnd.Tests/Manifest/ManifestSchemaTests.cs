using System.IO.Compression;
using System.Text;
using InnovationBot.EndToEnd.Tests.Cards;
using InnovationBot.Service.Manifest;
using NJsonSchema;

namespace InnovationBot.EndToEnd.Tests.Manifest;

public sealed class ManifestSchemaTests
{
    private static readonly AppIdentity Identity = new(
        Guid.Parse("6a0b0f3e-52a5-4b55-9d0a-1f7f3a3c2b11"), Guid.Parse("0f4d0f6e-1a55-4a3c-8f0a-7f1f5a1c2d22"), "1.0.0", ["bot.network.example"],
        new AppDeveloper("Ministry of Examples", new("https://network.example/"), new("https://network.example/privacy"), new("https://network.example/terms")));

    [Theory]
    [InlineData("1.29")]
    [InlineData("1.25")]
    public async Task Every_document_of_the_package_keeps_to_Microsofts_own_schema(string version)
    {
        using var packed = new MemoryStream();
        ManifestPackage.Write(Identity, packed, version);
        using var zip = new ZipArchive(packed);
        var manifest = await Schema("MicrosoftTeams", version);
        var localisation = await Schema("MicrosoftTeams.Localization", version);

        var documents = zip.Entries.Where(entry => entry.FullName.EndsWith(".json", StringComparison.Ordinal)).ToList();
        documents.Count.ShouldBe(6);
        foreach (var entry in documents)
            (entry.FullName == "manifest.json" ? manifest : localisation).Validate(Text(entry)).Select(error => $"{entry.FullName}: {error}").ShouldBeEmpty();
    }

    /// <summary>The schemas are published with Microsoft's own library for app packages.</summary>
    private static async Task<JsonSchema> Schema(string name, string version) =>
        await JsonSchema.FromFileAsync(await WebModules.File($"@microsoft/app-manifest/build/json-schemas/teams/v{version}/{name}.schema.json"), TestContext.Current.CancellationToken);

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
