using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Turns;

/// <summary>The question that waits for a person.</summary>
public sealed class QuestionsData(NetworkDb db) : IPersonalData
{
    public string Name => "openQuestion";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(OpenQuestion), nameof(OpenQuestion.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.OpenQuestions.AsNoTracking().Where(q => q.MemberId == person.Id).ToListAsync(stop)).Select(q => new { q.Kind, q.Subject, q.AskedAt }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        if (await db.OpenQuestions.FindAsync([person.Id], stop) is { } question && db.Entry(question).State != EntityState.Deleted) db.OpenQuestions.Remove(question);
    }
}
