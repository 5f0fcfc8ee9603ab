using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Transfer;

/// <summary>Files that a person dropped into their chat. What stands in them is about others and is not handed out as theirs.</summary>
public sealed class DroppedFilesData(NetworkDb db) : IPersonalData
{
    public string Name => "droppedFiles";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(DroppedFile), nameof(DroppedFile.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.DroppedFiles.AsNoTracking().Where(file => file.MemberId == person.Id).OrderBy(file => file.Id).ToListAsync(stop))
            .Select(file => new { file.Name, file.Kind, file.State, file.Columns, file.ExpiresDue }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        var ids = await db.DroppedFiles.Where(file => file.MemberId == person.Id).Select(file => file.Id).ToListAsync(stop);
        await db.DroppedContents.Where(content => ids.Contains(content.Id)).ExecuteDeleteAsync(stop);
        await db.DroppedFiles.Where(file => ids.Contains(file.Id)).ExecuteDeleteAsync(stop);
    }
}
