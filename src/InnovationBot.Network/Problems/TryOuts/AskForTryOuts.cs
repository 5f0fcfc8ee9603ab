using System.Text.Json.Nodes;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.TryOuts;

/// <summary>The day after, whoever planned a step is asked what came of it; without an answer they are reminded once.</summary>
public sealed class AskForTryOuts(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.TryOuts.Where(t => t.AskDue <= now || t.ReminderDue <= now).OrderBy(t => t.CreatedAt).Take(most).Select(t => t.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.TryOuts.FindAsync([id], stop) is not { } plan) return false;
            var (asks, reminds) = (plan.Ask(now), plan.Remind(now));
            if (!asks && !reminds) return false;
            // follows from the owner's own act, so that it counts against no limit
            if (await db.Problems.AnyAsync(p => p.Id == plan.ProblemId && p.State != ProblemState.Withdrawn, stop))
                db.Notices.Add(Notice.To(plan.OwnerId, asks ? TryOutNotices.Asked : TryOutNotices.Reminder, id.Value, now, NoticeTiming.WorkingHours, NoticePriority.CheckIn));
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}

public sealed class TryOutAsked(NetworkDb db, WorkingCalendars calendars) : IDelivered
{
    public string Kind => TryOutNotices.Asked;

    public async Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.TryOuts.FindAsync([EntityId.From<TryOutId>(notice.Subject)], stop) is { } plan)
            plan.Asked((await calendars.Of(plan.OwnerId, stop)).Add(at, TryOut.RemindAfterWorkingDays));
    }
}

internal sealed class TryOutModel : IEntityTypeConfiguration<TryOut>
{
    public void Configure(EntityTypeBuilder<TryOut> plan)
    {
        plan.Property(t => t.Step).HasMaxLength(TryOut.LongestStep);
        plan.Property(t => t.Happened).HasMaxLength(TryOut.LongestText);
        plan.Ignore(t => t.IsOpen);
        plan.HasIndex(t => t.ProblemId);
        plan.HasIndex(t => t.OwnerId);
        plan.HasDueIndex(t => t.AskDue);
        plan.HasDueIndex(t => t.ReminderDue);
        plan.Property(t => t.Version).IsConcurrencyToken();
    }
}

/// <summary>Steps a person planned, and what they told of them.</summary>
public sealed class TryOutsData(NetworkDb db) : IPersonalData
{
    public string Name => "tryOuts";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(TryOut), nameof(TryOut.OwnerId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.TryOuts.AsNoTracking().Where(t => t.OwnerId == person.Id).OrderBy(t => t.CreatedAt).ToListAsync(stop))
            .Select(t => new { t.ProblemId, t.Step, t.On, t.CreatedAt, t.Result, t.Happened, t.AnsweredAt, t.DroppedAt }));

    public async Task Erase(Member person, CancellationToken stop) => db.TryOuts.RemoveRange(await db.TryOuts.Where(t => t.OwnerId == person.Id).ToListAsync(stop));
}
