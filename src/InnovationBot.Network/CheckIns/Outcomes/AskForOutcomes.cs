using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.CheckIns.Outcomes;

public static class OutcomeNotices
{
    /// <summary>To the taker; the subject is the <see cref="TalkOutcome"/>.</summary>
    public const string Asked = "outcome.asked";

    /// <summary>To the taker, once.</summary>
    public const string Reminder = "outcome.reminder";

    /// <summary>To the giver, with the taker's leave.</summary>
    public const string Told = "outcome.told";
}

/// <summary>60 and 180 days after both said yes the taker is asked what came of it; whoever dropped it is not asked again.</summary>
public sealed class AskForOutcomes(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.Introductions.Where(i => i.OutcomeDue <= now).OrderBy(i => i.OutcomeDue).Take(most).Select(i => i.Id).ToListAsync(stop);
        return await db.Each(due, id => Ask(id, now, stop));
    }

    private async Task<bool> Ask(IntroductionId id, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Introductions.FindAsync([id], stop) is not { OutcomeDue: { } due } introduction || due > now) return false;

        var round = introduction.AskForOutcome(now);
        var dropped = await db.TalkOutcomes.AnyAsync(o => o.IntroductionId == id && o.Status == ReuseStatus.Dropped, stop);
        if (dropped) introduction.StopAskingForOutcome();
        if (round is { } which && !dropped)
        {
            var outcome = db.TalkOutcomes.Add(new TalkOutcome
            {
                Id = EntityId.New<TalkOutcomeId>(now), IntroductionId = id, ProblemId = introduction.ProblemId, TakerId = introduction.TakerId, GiverId = introduction.GiverId,
                Round = which, CreatedAt = now,
            }).Entity;
            db.Notices.Add(Notice.To(introduction.TakerId, OutcomeNotices.Asked, outcome.Id.Value, now, NoticeTiming.WorkingHours, NoticePriority.CheckIn));
        }

        await db.SaveChangesAsync(stop);
        return true;
    }
}

/// <summary>The question arrived: five working days later there is one reminder.</summary>
public sealed class OutcomeAsked(NetworkDb db, WorkingCalendars calendars) : IDelivered
{
    public string Kind => OutcomeNotices.Asked;

    public async Task Handle(Notice notice, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.TalkOutcomes.FindAsync([EntityId.From<TalkOutcomeId>(notice.Subject)], stop) is { TakerId: { } taker } outcome)
            outcome.Asked(at, (await calendars.Of(taker, stop)).Add(at, TalkOutcome.RemindAfterWorkingDays));
    }
}

public sealed class RemindOfOutcomes(NetworkDb db) : IDueWork
{
    public async Task<int> RunDue(DateTimeOffset now, int most, CancellationToken stop)
    {
        var due = await db.TalkOutcomes.Where(o => o.ReminderDue <= now).OrderBy(o => o.ReminderDue).Take(most).Select(o => o.Id).ToListAsync(stop);
        return await db.Each(due, async id =>
        {
            if (await db.TalkOutcomes.FindAsync([id], stop) is not { TakerId: { } taker } outcome || !outcome.Remind(now)) return false;
            db.Notices.Add(Notice.To(taker, OutcomeNotices.Reminder, id.Value, now, NoticeTiming.WorkingHours, NoticePriority.CheckIn));
            await db.SaveChangesAsync(stop);
            return true;
        });
    }
}
