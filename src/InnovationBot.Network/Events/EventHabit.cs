using System.Text.Json.Nodes;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Events;

/// <summary>What one person wants of all events; no row = the usual.</summary>
public sealed class EventHabit
{
    public MemberId MemberId { get; init; }

    /// <summary>No reminders before events.</summary>
    public bool NoReminders { get; set; }
}

/// <summary>Turns reminders of events off, or on again.</summary>
public sealed class SetReminders(NetworkDb db)
{
    public async Task<Refusal?> Handle(MemberId by, bool wanted, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is null) return Refusal.NotFound;
        var habit = await db.EventHabits.FindAsync([by], stop);
        if (habit is null) db.EventHabits.Add(new EventHabit { MemberId = by, NoReminders = !wanted });
        else habit.NoReminders = !wanted;
        await db.SaveChangesAsync(stop);
        return null;
    }
}

public sealed class EventHabitsData(NetworkDb db) : IPersonalData
{
    public string Name => "eventHabits";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(EventHabit), nameof(EventHabit.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.EventHabits.AsNoTracking().Where(h => h.MemberId == person.Id).ToListAsync(stop)).Select(h => new { h.NoReminders }));

    public async Task Erase(Member person, CancellationToken stop) => db.EventHabits.RemoveRange(await db.EventHabits.Where(h => h.MemberId == person.Id).ToListAsync(stop));
}

internal sealed class EventHabitModel : IEntityTypeConfiguration<EventHabit>
{
    public void Configure(EntityTypeBuilder<EventHabit> habit) => habit.HasKey(h => h.MemberId);
}
