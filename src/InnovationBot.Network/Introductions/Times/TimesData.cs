using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.Times;

/// <summary>Times that a person offered for talks, or chose; without who the other was.</summary>
public sealed class TimesData(NetworkDb db) : IPersonalData
{
    public string Name => "talkTimes";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(TalkTime), nameof(TalkTime.GiverId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(t => t.StartAt).ToListAsync(stop)).Select(t => new { introduction = t.IntroductionId, offeredByMe = t.GiverId == person.Id, t.StartAt, t.ChosenAt }));

    public async Task Erase(Member person, CancellationToken stop) => db.TalkTimes.RemoveRange(await Of(person).ToListAsync(stop));

    private IQueryable<TalkTime> Of(Member person) =>
        db.TalkTimes.Where(t => t.GiverId == person.Id || db.Introductions.Any(i => i.Id == t.IntroductionId && i.TakerId == person.Id));
}
