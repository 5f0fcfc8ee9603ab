using System.IO.Compression;
using System.Text.Json;
using InnovationBot.Conversation;
using InnovationBot.Conversation.Routing;
using InnovationBot.Service.Manifest;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Manifest;

public sealed class ManifestTests
{
    private static readonly AppIdentity Identity = new(
        Guid.Parse("6a0b0f3e-52a5-4b55-9d0a-1f7f3a3c2b11"), Guid.Parse("0f4d0f6e-1a55-4a3c-8f0a-7f1f5a1c2d22"), "1.2.3", ["bot.network.example"],
        new AppDeveloper("Ministry of Examples", new("https://network.example/"), new("https://network.example/privacy"), new("https://network.example/terms")));

    public static TheoryData<string> Languages => [.. Documents().Keys.Where(name => name.Length == 7)];

    [Fact]
    public void The_package_is_filled_in_for_one_installation()
    {
        var manifest = Documents()["manifest.json"];

        manifest.GetProperty("id").GetGuid().ShouldBe(Identity.AppId);
        manifest.GetProperty("version").GetString().ShouldBe("1.2.3");
        manifest.GetProperty("bots")[0].GetProperty("botId").GetGuid().ShouldBe(Identity.BotId);
        manifest.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString()).ShouldBe(["bot.network.example"]);
        manifest.GetProperty("developer").GetProperty("privacyUrl").GetString().ShouldBe("https://network.example/privacy");
    }

    [Fact]
    public void The_message_extension_is_this_installations_and_has_the_commands_that_the_bot_answers()
    {
        var extension = Documents()["manifest.json"].GetProperty("composeExtensions")[0];

        extension.GetProperty("botId").GetGuid().ShouldBe(Identity.BotId);
        extension.GetProperty("messageHandlers")[0].GetProperty("value").GetProperty("domains")[0].GetString().ShouldBe("bot.network.example");
        var routes = new ServiceCollection().AddConversation().Select(service => service.ImplementationInstance).OfType<Routes>().Single();
        extension.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("id").GetString()!).ShouldBe(routes.ExtensionCommands, ignoreOrder: true);
    }

    [Fact]
    public void Every_file_that_it_names_is_in_it_and_nothing_else()
    {
        var manifest = Documents()["manifest.json"];
        var named = manifest.GetProperty("icons").EnumerateObject().Select(icon => icon.Value.GetString()!)
            .Concat(manifest.GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray().Select(language => language.GetProperty("file").GetString()!));

        Files().Keys.ShouldBe(named.Append("manifest.json"), ignoreOrder: true);
    }

    [Fact]
    public void The_same_identity_gives_the_same_bytes() => Packed().ShouldBe(Packed());

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icons_have_the_size_that_Teams_wants(string name, int pixels)
    {
        var png = Files()[name].AsSpan();

        png[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]).ShouldBeTrue();
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[16..20]).ShouldBe(pixels);
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png[20..24]).ShouldBe(pixels);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_language_has_every_text_of_its_own(string file)
    {
        var english = Documents()["manifest.json"];
        var translated = Documents()[file].EnumerateObject().Where(text => text.Name != "$schema").ToDictionary(text => text.Name, text => text.Value.GetString()!);

        var keys = Commands(english).SelectMany(command => new[] { $"{command.Path}.title", $"{command.Path}.description" })
            .Concat(Prompts(english).Select(prompt => $"{prompt.Path}.prompt"));
        string[] extension =
        [
            "composeExtensions[0].commands[0].title", "composeExtensions[0].commands[0].description", "composeExtensions[0].commands[0].parameters[0].title",
            "composeExtensions[0].commands[0].parameters[0].description", "composeExtensions[0].commands[1].title", "composeExtensions[0].commands[1].description",
        ];
        translated.Keys.ShouldBe(keys.Concat(extension).Concat(["name.short", "name.full", "description.short", "description.full"]), ignoreOrder: true);
        translated["description.full"].ShouldNotBe(english.GetProperty("description").GetProperty("full").GetString());
    }

    [Fact]
    public void Each_scope_begins_with_four_whole_problems_in_every_language()
    {
        var manifest = Documents()["manifest.json"];
        manifest.GetProperty("bots")[0].GetProperty("scopes").EnumerateArray().ShouldAllBe(scope => Prompts(manifest).Count(prompt => prompt.Scopes.Contains(scope.GetString()!)) == 4);
        foreach (var (path, text, _) in Prompts(manifest))
        {
            var all = Documents().Where(document => document.Key.Length == 7).Select(document => document.Value.GetProperty($"{path}.prompt").GetString()!).Append(text).ToList();
            all.ShouldBeUnique();
            all.ShouldAllBe(problem => problem.Length > 120 && problem.TrimEnd().EndsWith('?'));
        }
    }

    [Fact]
    public void The_older_schema_has_the_same_commands_and_no_prompts()
    {
        var (newer, older) = (Documents(), Documents("1.25"));

        older["manifest.json"].GetProperty("manifestVersion").GetString().ShouldBe("1.25");
        Prompts(older["manifest.json"]).ShouldBeEmpty();
        Commands(older["manifest.json"]).Select(command => command.Title).ShouldBe(
            Commands(newer["manifest.json"]).Where(command => !Prompts(newer["manifest.json"]).Any(prompt => prompt.Path == command.Path)).Select(command => command.Title));
        foreach (var (path, title) in Commands(older["manifest.json"])) older["de.json"].GetProperty($"{path}.title").GetString().ShouldNotBeNullOrEmpty(title);
    }

    private static IEnumerable<(string Path, string Text, List<string> Scopes)> Prompts(JsonElement manifest)
    {
        var lists = manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().ToList();
        return lists.SelectMany((list, listAt) => list.GetProperty("commands").EnumerateArray()
            .Select((command, at) => (Command: command, Path: $"bots[0].commandLists[{listAt}].commands[{at}]"))
            .Where(one => one.Command.TryGetProperty("prompt", out _))
            .Select(one => (one.Path, one.Command.GetProperty("prompt").GetString()!, list.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!).ToList())));
    }

    private static IEnumerable<(string Path, string Title)> Commands(JsonElement manifest)
    {
        var lists = manifest.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().ToList();
        for (var list = 0; list < lists.Count; list++)
        {
            var commands = lists[list].GetProperty("commands").EnumerateArray().ToList();
            for (var command = 0; command < commands.Count; command++)
                yield return ($"bots[0].commandLists[{list}].commands[{command}]", commands[command].GetProperty("title").GetString()!);
        }
    }

    private static Dictionary<string, JsonElement> Documents(string? schema = null) =>
        Files(schema).Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => JsonSerializer.Deserialize<JsonElement>(file.Value));

    private static Dictionary<string, byte[]> Files(string? schema = null)
    {
        using var zip = new ZipArchive(new MemoryStream(Packed(schema)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    private static byte[] Packed(string? schema = null)
    {
        using var zip = new MemoryStream();
        ManifestPackage.Write(Identity, zip, schema);
        return zip.ToArray();
    }
}
