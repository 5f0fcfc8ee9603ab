using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InnovationBot.Service.Manifest;

/// <summary>
/// The Teams app package: the manifest published with the program, filled in for one installation, with its icons and its texts
/// in the other languages. The same identity gives the same bytes.
/// </summary>
public static class ManifestPackage
{
    private static readonly string Template = Path.Combine(AppContext.BaseDirectory, "manifest");

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A zip entry needs some time; the format's earliest says nothing about when it was packed.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package as a zip file.</summary>
    public static void Write(AppIdentity identity, Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(Filled(identity), Readable));
        foreach (var file in Directory.EnumerateFiles(Template).Order(StringComparer.Ordinal))
            if (Path.GetFileName(file) is var name && name != "manifest.json") Add(archive, name, File.ReadAllBytes(file));
    }

    private static JsonNode Filled(AppIdentity identity)
    {
        var manifest = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Template, "manifest.json")))!;
        manifest["id"] = identity.AppId.ToString();
        manifest["version"] = identity.Version;
        manifest["bots"]![0]!["botId"] = identity.BotId.ToString();
        manifest["composeExtensions"]![0]!["botId"] = identity.BotId.ToString();
        manifest["composeExtensions"]![0]!["messageHandlers"]![0]!["value"]!["domains"] = new JsonArray([.. identity.Domains.Select(domain => (JsonNode)domain)]);
        manifest["validDomains"] = new JsonArray([.. identity.Domains.Select(domain => (JsonNode)domain)]);
        manifest["developer"] = new JsonObject
        {
            ["name"] = identity.Developer.Name,
            ["websiteUrl"] = identity.Developer.Website.AbsoluteUri,
            ["privacyUrl"] = identity.Developer.Privacy.AbsoluteUri,
            ["termsOfUseUrl"] = identity.Developer.Terms.AbsoluteUri,
        };
        return manifest;
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(content);
    }
}

/// <summary>What makes the app this installation's.</summary>
/// <param name="AppId">Of the Teams app; stays the same through all its versions.</param>
/// <param name="BotId">The bot's Entra app id.</param>
/// <param name="Version">Rises with each package that is uploaded (semantic versioning).</param>
/// <param name="Domains">Hosts the app's links lead to, without scheme.</param>
public sealed record AppIdentity(Guid AppId, Guid BotId, string Version, IReadOnlyList<string> Domains, AppDeveloper Developer);

/// <summary>Who offers the app, as people read it when they install it.</summary>
/// <param name="Name">At most 32 characters.</param>
public sealed record AppDeveloper(string Name, Uri Website, Uri Privacy, Uri Terms);
