using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.CheckIns.Outcomes;

internal sealed class TalkOutcomeModel : IEntityTypeConfiguration<TalkOutcome>
{
    public void Configure(EntityTypeBuilder<TalkOutcome> outcome)
    {
        outcome.Property(o => o.Changed).HasMaxLength(TalkOutcome.LongestText);
        outcome.Property(o => o.Thanks).HasMaxLength(TalkOutcome.LongestThanks);
        outcome.HasIndex(o => new { o.IntroductionId, o.Round }).IsUnique();
        outcome.HasIndex(o => o.TakerId);
        outcome.HasIndex(o => o.GiverId);
        outcome.HasDueIndex(o => o.ReminderDue);
        outcome.Property(o => o.Version).IsConcurrencyToken();
    }
}

/// <summary>What a person told of their introductions, and what was told them of those they gave.</summary>
public sealed class OutcomesData(NetworkDb db) : IPersonalData
{
    public string Name => "outcomes";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(TalkOutcome), nameof(TalkOutcome.TakerId)), (typeof(TalkOutcome), nameof(TalkOutcome.GiverId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(o => o.CreatedAt).ToListAsync(stop))
            .Where(o => o.TakerId == person.Id || o.Shared)
            .Select(o => new { o.IntroductionId, o.Round, o.CreatedAt, o.AskedAt, o.AnsweredAt, o.Status, o.Changed, o.Shared, o.Thanks, toldByYou = o.TakerId == person.Id }));

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var outcome in await Of(person).ToListAsync(stop)) outcome.Erase(person.Id);
    }

    private IQueryable<TalkOutcome> Of(Member person) => db.TalkOutcomes.Where(o => o.TakerId == person.Id || o.GiverId == person.Id);
}
