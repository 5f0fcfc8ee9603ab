using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.Coalitions;

internal sealed class CoalitionModel : IEntityTypeConfiguration<Coalition>
{
    public void Configure(EntityTypeBuilder<Coalition> coalition)
    {
        coalition.Property(c => c.Task).HasMaxLength(100);
        coalition.HasDueIndex(c => c.LapseDue);
        coalition.HasIndex(c => c.OpenerId);
        coalition.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class CoalitionSeatModel : IEntityTypeConfiguration<CoalitionSeat>
{
    public void Configure(EntityTypeBuilder<CoalitionSeat> seat)
    {
        seat.HasKey(s => new { s.CoalitionId, s.MemberId });
        seat.HasIndex(s => s.MemberId);
        seat.HasIndex(s => s.ProblemId).IsUnique(); // nobody is asked twice about one problem
        seat.Property(s => s.Words).HasMaxLength(CoalitionSeat.LongestWords);
        seat.HasOne<Coalition>().WithMany().HasForeignKey(s => s.CoalitionId).OnDelete(DeleteBehavior.Cascade);
        seat.Property(s => s.Version).IsConcurrencyToken();
    }
}

/// <summary>Where a person was asked to join others with the same problem, and what they said.</summary>
public sealed class CoalitionsData(NetworkDb db, TimeProvider clock) : IPersonalData
{
    public string Name => "coalitions";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(CoalitionSeat), nameof(CoalitionSeat.MemberId)), (typeof(Coalition), nameof(Coalition.OpenerId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.CoalitionSeats.AsNoTracking().Where(s => s.MemberId == person.Id).Join(db.Coalitions, s => s.CoalitionId, c => c.Id, (s, c) => new { Seat = s, Coalition = c })
            .OrderBy(one => one.Coalition.CreatedAt).ToListAsync(stop))
            .Select(one => new { one.Seat.ProblemId, one.Coalition.CreatedAt, one.Coalition.State, one.Seat.Answer, one.Seat.AnsweredAt, one.Seat.Words, youOpenTheChat = one.Coalition.OpenerId == person.Id }));

    /// <summary>The next of those who said yes opens the chat in their place.</summary>
    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var opened in await db.Coalitions.Where(c => c.OpenerId == person.Id).ToListAsync(stop)) await db.OpenedByNext(opened, person.Id, clock.GetUtcNow(), stop);
        db.CoalitionSeats.RemoveRange(await db.CoalitionSeats.Where(s => s.MemberId == person.Id).ToListAsync(stop));
    }
}
