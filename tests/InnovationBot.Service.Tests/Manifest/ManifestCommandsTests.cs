using System.Text.Json;
using InnovationBot.Conversation;
using InnovationBot.Conversation.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Manifest;

public sealed class ManifestCommandsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "manifest");

    [Fact]
    public void What_Teams_offers_to_write_is_understood_in_every_language()
    {
        var routes = new ServiceCollection().AddConversation().Select(service => service.ImplementationInstance).OfType<Routes>().Single();
        foreach (var (path, title) in Commands())
        {
            var meant = routes.Command(title).ShouldNotBeNull(title).Command;
            foreach (var file in Directory.EnumerateFiles(Folder, "??.json"))
            {
                var localised = Read(file).GetProperty($"{path}.title").GetString()!;
                routes.Command(localised).ShouldNotBeNull($"{Path.GetFileName(file)}: {localised}").Command.ShouldBe(meant, $"{Path.GetFileName(file)}: {localised}");
            }
        }
    }

    private static IEnumerable<(string Path, string Title)> Commands() =>
        Read(Path.Combine(Folder, "manifest.json")).GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().SelectMany((list, listAt) =>
            list.GetProperty("commands").EnumerateArray().Select((command, commandAt) => (Command: command, Path: $"bots[0].commandLists[{listAt}].commands[{commandAt}]"))
                .Where(one => !one.Command.TryGetProperty("prompt", out _)) // of a prompt its text is written, which is a problem
                .Select(one => (one.Path, one.Command.GetProperty("title").GetString()!)));

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file));
}
