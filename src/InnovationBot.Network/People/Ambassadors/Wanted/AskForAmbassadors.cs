using System.Text.Json.Serialization;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Ambassadors.Wanted;

/// <summary>An organiser has everybody who carried a case about a task asked, each privately, whether they would be an ambassador for it.</summary>
public sealed class AskForAmbassadors(NetworkDb db, UncoveredTasks uncovered, TimeProvider clock)
{
    /// <returns><see cref="WantedRefusals.NobodyToAsk"/>; nothing tells who was asked. Pressed again within 90 days it asks nobody twice.</returns>
    public async Task<Result<TaskAppeal>> Handle(string task, MemberId by, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        await db.Lock<Member>(by, stop);
        if ((await uncovered.Handle(by, stop)).FirstOrDefault(one => one.Task == task) is not { } open) return Refusal.NotFound;
        var now = clock.GetUtcNow();
        if (open.AskedAt is not null) return await db.TaskAppeals.Where(a => a.Task == task).OrderByDescending(a => a.AskedAt).FirstAsync(stop);

        var people = await uncovered.Authors(task, stop);
        if (people.Count == 0) return WantedRefusals.NobodyToAsk;
        var appeal = db.TaskAppeals.Add(new TaskAppeal { Id = EntityId.New<TaskAppealId>(now), Task = task, AskedAt = now }).Entity;
        foreach (var person in people)
        {
            db.Notices.Add(new Notice
            {
                Id = EntityId.New<NoticeId>(now), RecipientId = person.Id, Kind = Wanted, Subject = appeal.Id.Value,
                Timing = NoticeTiming.WorkingHours, Priority = NoticePriority.CheckIn, Unasked = true, Due = now, CreatedAt = now,
            });
        }

        db.AuditEvents.Add(AuditEvent.Of(AuditAct.AmbassadorsWanted, by, null, now));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return appeal;
    }

    /// <summary>To whoever carried a case about a task; the subject is the <see cref="TaskAppeal"/>.</summary>
    public const string Wanted = "ambassador.wanted";

    /// <summary>What a question is about, for the one who got it.</summary>
    public async Task<string?> TaskOf(TaskAppealId id, CancellationToken stop) =>
        (await db.TaskAppeals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop))?.Task;
}

/// <summary>That people were asked about a task, and when; whom nobody keeps.</summary>
public sealed class TaskAppeal
{
    public TaskAppealId Id { get; init; }

    /// <summary>As <see cref="ITasks"/> names it.</summary>
    public required string Task { get; init; }

    public DateTimeOffset AskedAt { get; init; }
}

internal sealed class TaskAppealModel : IEntityTypeConfiguration<TaskAppeal>
{
    public void Configure(EntityTypeBuilder<TaskAppeal> appeal)
    {
        appeal.Property(a => a.Task).HasMaxLength(100);
        appeal.HasIndex(a => new { a.Task, a.AskedAt });
    }
}

public static class WantedRefusals
{
    /// <summary>Nobody carried a case about the task and can be asked.</summary>
    public static readonly Refusal NobodyToAsk = new("WantedNobody");
}

[JsonConverter(typeof(EntityIdJson<TaskAppealId>))]
public readonly record struct TaskAppealId(Guid Value) : IEntityId<TaskAppealId>
{
    public static TaskAppealId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
