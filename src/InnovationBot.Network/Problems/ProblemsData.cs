using System.Text.Json.Nodes;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>What a person asked; and that they were suggested to others, without what those others asked.</summary>
public sealed class ProblemsData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "problems";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(Problem), nameof(Problem.OwnerId)), (typeof(Suggestion), nameof(Suggestion.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var problems = await db.Problems.AsNoTracking().Where(p => p.OwnerId == person.Id).OrderBy(p => p.CreatedAt).ToListAsync(stop);
        var ids = problems.Select(p => p.Id).ToList();
        var suggestions = (await db.Suggestions.AsNoTracking().Where(s => ids.Contains(s.ProblemId)).ToListAsync(stop)).ToLookup(s => s.ProblemId);
        var suggested = await db.Suggestions.AsNoTracking().Where(s => s.MemberId == person.Id).OrderBy(s => s.CreatedAt).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            asked = problems.Select(p => new
            {
                p.Id, p.Text, p.Language, p.Service, p.Elements, p.Tasks, p.State, p.Readers, p.OpenText, p.OwnerNamed, p.OpenedAt, p.SourceActivity, p.NotOwnOrganisation, p.ContactPointMaySee, p.QuestionsAsked, p.Asked, p.LastAnswer,
                p.Fit, p.CreatedAt, p.KeptAt, p.ClosedAt, p.OrganiserOfferedAt, p.OrganiserAskedAt,
                suggestions = suggestions[p.Id].Select(s => new
                {
                    s.Id, s.CaseId, s.Slot, s.Score, s.Parts, reasons = s.MemberId is null ? s.Reasons : Reasons.WithoutPerson(s.Reasons), s.PolicyVersion, s.Dismissed, s.CreatedAt,
                }),
            }),
            suggestedToOthers = suggested.Select(s => new { s.CreatedAt, s.Reasons, s.Score, s.PolicyVersion }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var problem in await db.Problems.Where(p => p.OwnerId == person.Id).ToListAsync(stop)) await db.Delete(problem, clock.GetUtcNow(), stop);
        db.Suggestions.RemoveRange(await db.Suggestions.Where(s => s.MemberId == person.Id).ToListAsync(stop));
    }
}
