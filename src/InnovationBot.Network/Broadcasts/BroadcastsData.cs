using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts;

/// <summary>Broadcasts that a person composed, agreed to, or is named in. What they got stands among their messages.</summary>
public sealed class BroadcastsData(NetworkDb db) : IPersonalData
{
    public string Name => "broadcasts";

    public IReadOnlyCollection<(Type, string)> Holds =>
        [(typeof(Broadcast), nameof(Broadcast.AuthorId)), (typeof(Broadcast), nameof(Broadcast.ApprovedBy)), (typeof(Broadcast), nameof(Broadcast.CorrectionBy))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.Broadcasts.AsNoTracking().Where(b => b.AuthorId == person.Id || b.ApprovedBy == person.Id || b.CorrectionBy == person.Id).OrderBy(b => b.CreatedAt).ToListAsync(stop))
            .Select(b => new { b.Id, b.Kind, b.State, b.CreatedAt, composedByYou = b.AuthorId == person.Id, approvedByYou = b.ApprovedBy == person.Id, content = b.AuthorId == person.Id ? b.Content : null, correction = b.CorrectionBy == person.Id ? b.Correction : null }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        var named = $"%{person.Id}%";
        foreach (var broadcast in await db.Broadcasts
            .Where(b => b.AuthorId == person.Id || b.ApprovedBy == person.Id || b.CorrectionBy == person.Id || EF.Functions.Like((string)(object)b.Audience!, named) || b.MadeUpTo == person.Id.Value).ToListAsync(stop))
        {
            if (broadcast.AuthorId == person.Id) broadcast.AuthorId = null;
            if (broadcast.ApprovedBy == person.Id) broadcast.ApprovedBy = null;
            if (broadcast.CorrectionBy == person.Id) broadcast.CorrectionBy = null;
            if (broadcast.MadeUpTo == person.Id.Value) broadcast.MadeUpTo = Before(person.Id.Value);
            broadcast.Audience = broadcast.Audience?.Without(person.Id);
        }
    }

    /// <summary>A key beside that person's, so that the work goes on where it was and the person is gone.</summary>
    private static Guid Before(Guid key)
    {
        var bytes = key.ToByteArray(bigEndian: true);
        for (var i = bytes.Length - 1; bytes[i]-- == 0; i--)
        {
        }

        return new Guid(bytes, bigEndian: true);
    }
}
