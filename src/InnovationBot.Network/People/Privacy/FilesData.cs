using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Privacy;

/// <summary>Files that wait for a person to fetch them; their content is this person's data already, sealed.</summary>
public sealed class FilesData(NetworkDb db) : IPersonalData
{
    public string Name => "files";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(OneTimeFile), nameof(OneTimeFile.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.OneTimeFiles.Where(file => file.MemberId == person.Id).OrderBy(file => file.ExpiresDue).Select(file => file.ExpiresDue).ToListAsync(stop))
            .Select(expiresDue => new { expiresDue }));

    public async Task Erase(Member person, CancellationToken stop) =>
        await db.OneTimeFiles.Where(file => file.MemberId == person.Id).ExecuteDeleteAsync(stop);
}
