using System.Text.Json.Nodes;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.ShortAnswers;

/// <summary>Answers in writing that a person agreed to, or was asked to, leave for others. Who is forgotten takes theirs back.</summary>
public sealed class ShortAnswersData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "shortAnswers";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(ShortAnswer), nameof(ShortAnswer.TakerId)), (typeof(ShortAnswer), nameof(ShortAnswer.GiverId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(a => a.AnsweredAt).ToListAsync(stop))
            .Select(a => new { a.Problem, a.Text, a.AnsweredAt, side = a.TakerId == person.Id ? "taker" : "giver", agreed = a.AgreedBy(person.Id), shown = a.IsShown }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var answer in await Of(person).ToListAsync(stop))
        {
            db.ShortAnswers.Remove(answer);
            db.Changes.Add(Change.Of(ChangedKind.ShortAnswer, answer.Id.Value, clock.GetUtcNow()));
        }
    }

    private IQueryable<ShortAnswer> Of(Member person) => db.ShortAnswers.Where(a => a.TakerId == person.Id || a.GiverId == person.Id);
}
