using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Outbox;

/// <summary>What the bot sent or has yet to send to a person; what has not left is not sent any more.</summary>
public sealed class NoticesData(NetworkDb db) : IPersonalData
{
    public string Name => "messages";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(Notice), nameof(Notice.RecipientId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.Notices.AsNoTracking().Where(n => n.RecipientId == person.Id).OrderBy(n => n.CreatedAt).ToListAsync(stop))
            .Select(n => new { n.Kind, n.CreatedAt, n.Due, n.State, n.Reason, n.SentAt }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        await db.Notices.Where(n => n.RecipientId == person.Id).ExecuteDeleteAsync(stop);
        var (id, written, dashed) = (person.Id.Value, person.Id.ToString(), person.Id.Value.ToString());
        await db.Notices.Where(n => n.Subject == id || (n.Detail != null && (n.Detail.Contains(written) || n.Detail.Contains(dashed))) || (n.Key != null && (n.Key.Contains(written) || n.Key.Contains(dashed))))
            .ExecuteUpdateAsync(
                set => set.SetProperty(n => n.Subject, n => n.Subject == id ? Guid.Empty : n.Subject)
                    .SetProperty(n => n.Detail, n => n.Detail != null && (n.Detail.Contains(written) || n.Detail.Contains(dashed)) ? null : n.Detail)
                    .SetProperty(n => n.Key, (string?)null),
                stop);
    }
}
