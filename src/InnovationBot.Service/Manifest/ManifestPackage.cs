using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Network.Languages;

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

    /// <summary>The schemas a package can keep to, the newest first. An older one is for tenants whose Teams refuses the newest; it has no prompts.</summary>
    public static readonly IReadOnlyList<string> Schemas = ["1.29", "1.25"];

    /// <summary>Writes the package as a zip file.</summary>
    /// <param name="schema">One of <see cref="Schemas"/>; <c>null</c> = the newest.</param>
    public static void Write(AppIdentity identity, Stream zip, string? schema = null)
    {
        schema ??= Schemas[0];
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        var manifest = Filled(identity);
        var moved = OfSchema(manifest, schema);
        Add(archive, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Readable));
        foreach (var (name, file) in Directory.EnumerateFiles(Template).Select(file => (Path.GetFileName(file), file)).Concat(AddedTexts()).OrderBy(one => one.Item1, StringComparer.Ordinal))
        {
            if (name == "manifest.json") continue;
            var content = File.ReadAllBytes(file);
            Add(archive, name, moved is null || Path.GetExtension(name) != ".json" ? content : JsonSerializer.SerializeToUtf8Bytes(Localised(content, schema, moved), Readable));
        }
    }

    /// <summary>Brings the manifest to an older schema.</summary>
    /// <returns>Where each command that stays now stands; <c>null</c> for the newest schema, where all stay.</returns>
    private static Dictionary<string, string>? OfSchema(JsonNode manifest, string schema)
    {
        if (schema == Schemas[0]) return null;
        manifest["$schema"] = manifest["$schema"]!.GetValue<string>().Replace($"v{Schemas[0]}", $"v{schema}", StringComparison.Ordinal);
        manifest["manifestVersion"] = schema;
        var moved = new Dictionary<string, string>();
        var lists = manifest["bots"]![0]!["commandLists"]!.AsArray();
        for (var list = 0; list < lists.Count; list++)
        {
            var commands = lists[list]!["commands"]!.AsArray();
            var (from, to) = (0, 0);
            foreach (var command in commands.ToList())
            {
                if (command!["type"]?.GetValue<string>() == "prompt") commands.Remove(command);
                else moved[$"bots[0].commandLists[{list}].commands[{from}]"] = $"bots[0].commandLists[{list}].commands[{to++}]";
                from++;
            }
        }

        return moved;
    }

    private static JsonObject Localised(byte[] content, string schema, Dictionary<string, string> moved)
    {
        var texts = new JsonObject();
        foreach (var (key, text) in JsonNode.Parse(content)!.AsObject())
        {
            var command = key[..Math.Max(0, key.LastIndexOf('.'))];
            if (key == "$schema") texts[key] = text!.GetValue<string>().Replace($"v{Schemas[0]}", $"v{schema}", StringComparison.Ordinal);
            else if (!key.StartsWith("bots[0].commandLists", StringComparison.Ordinal)) texts[key] = text!.DeepClone();
            else if (moved.TryGetValue(command, out var place)) texts[place + key[command.Length..]] = text!.DeepClone();
        }

        return texts;
    }

    /// <summary>Of languages that were added beside the program and bring texts for the package.</summary>
    private static IEnumerable<(string Name, string File)> AddedTexts() =>
        from language in LanguageFiles.Known
        where language.Folder is not null
        let file = Path.Combine(language.Folder!, "manifest.json")
        where File.Exists(file)
        select ($"{language.Language.Code}.json", file);

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
        foreach (var (name, _) in AddedTexts())
            manifest["localizationInfo"]!["additionalLanguages"]!.AsArray().Add(new JsonObject { ["languageTag"] = Path.GetFileNameWithoutExtension(name), ["file"] = name });
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
