using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Figures;

/// <summary>In which shown counts a person was among those counted.</summary>
public sealed class FiguresData(NetworkDb db) : IPersonalData
{
    public string Name => "countedIn";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(ShownFigure), nameof(ShownFigure.People))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await With(person, stop)).Select(f => new { f.About, f.Count, f.ShownAt }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var figure in await With(person, stop)) figure.People = [.. figure.People.Where(one => one != person.Id)];
    }

    private async Task<IReadOnlyList<ShownFigure>> With(Member person, CancellationToken stop) =>
        [.. (await db.ShownFigures.OrderBy(f => f.Id).ToListAsync(stop)).Where(f => f.People.Contains(person.Id))];
}
