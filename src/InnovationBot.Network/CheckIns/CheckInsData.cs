using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns;

/// <summary>What a person was asked in check-ins and how often they chose to be; nobody else ever reads it.</summary>
public sealed class CheckInsData(NetworkDb db) : IPersonalData
{
    public string Name => "checkIns";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(CheckIn), nameof(CheckIn.MemberId)), (typeof(CheckInRhythm), nameof(CheckInRhythm.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var rhythm = await db.CheckInRhythms.AsNoTracking().SingleOrDefaultAsync(r => r.MemberId == person.Id, stop);
        var asked = await db.CheckIns.AsNoTracking().Where(c => c.MemberId == person.Id).OrderBy(c => c.CreatedAt).ToListAsync(stop);
        return ExportedJson.Of(new
        {
            rhythm = rhythm is null ? null : new { rhythm.Cadence, rhythm.ChosenAt, rhythm.NextDue, rhythm.SkippedInRow, rhythm.LastOpening, rhythm.PausedAt, rhythm.QuarterTold },
            asked = asked.Select(c => new
            {
                c.Id, c.Opening, c.AboutId, c.ByPerson, c.Quarter, c.State, c.Text, c.Additions, c.Language, c.Asked, c.QuestionsAsked, c.ProblemId,
                c.CreatedAt, c.SentAt, c.AnsweredAt, c.AgainDue, c.ExpiresDue, c.WrittenAt,
            }),
        });
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        db.CheckIns.RemoveRange(await db.CheckIns.Where(c => c.MemberId == person.Id).ToListAsync(stop));
        db.CheckInRhythms.RemoveRange(await db.CheckInRhythms.Where(r => r.MemberId == person.Id).ToListAsync(stop));
    }
}
