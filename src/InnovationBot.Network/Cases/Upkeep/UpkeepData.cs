using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Upkeep;

/// <summary>Questions about cases that a person was asked, or asked as an organiser.</summary>
public sealed class UpkeepData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "caseQuestions";

    public IReadOnlyCollection<(Type, string)> Holds =>
    [
        (typeof(CaseQuestion), nameof(CaseQuestion.AskedId)), (typeof(CaseQuestion), nameof(CaseQuestion.DeputyId)), (typeof(CaseQuestion), nameof(CaseQuestion.AskedBy)),
    ];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(q => q.AskedAt).ToListAsync(stop))
            .Select(q => new { q.Kind, q.AskedAt, q.Answer, q.AnsweredAt, askedOfYou = q.AskedId == person.Id, youAreDeputy = q.DeputyId == person.Id, askedByYou = q.AskedBy == person.Id }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        await db.PassQuestionsOn(person.Id, clock.GetUtcNow(), stop);
        foreach (var question in await Of(person).ToListAsync(stop))
        {
            if (question.AskedId == person.Id) question.AskedId = null;
            if (question.DeputyId == person.Id) question.DeputyId = null;
            if (question.AskedBy == person.Id) question.AskedBy = null;
        }
    }

    private IQueryable<CaseQuestion> Of(Member person) => db.CaseQuestions.Where(q => q.AskedId == person.Id || q.DeputyId == person.Id || q.AskedBy == person.Id);
}
