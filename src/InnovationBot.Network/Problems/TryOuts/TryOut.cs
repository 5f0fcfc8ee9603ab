using System.Text.Json.Serialization;

namespace InnovationBot.Network.Problems.TryOuts;

/// <summary>The smallest step that somebody wants to take about a problem of theirs, until a day they chose; the day after they are asked what came of it. Theirs alone.</summary>
public sealed class TryOut
{
    /// <summary>Characters of the step.</summary>
    public const int LongestStep = 500;

    /// <summary>Characters of what happened.</summary>
    public const int LongestText = 2000;

    /// <summary>The last day that may be chosen, from today.</summary>
    public const int MostDays = 180;

    /// <summary>Working days until the one reminder; after it silence is respected.</summary>
    public const int RemindAfterWorkingDays = 5;

    public TryOutId Id { get; init; }
    public ProblemId ProblemId { get; init; }
    public MemberId OwnerId { get; init; }

    /// <summary>In the owner's words, personal data masked.</summary>
    public string Step { get; private set; } = "";

    /// <summary>The last day of it, by the owner's clock.</summary>
    public DateOnly On { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? AskDue { get; private set; }
    public DateTimeOffset? ReminderDue { get; private set; }
    public TryOutResult? Result { get; private set; }

    /// <summary>What happened, in the owner's words.</summary>
    public string? Happened { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The owner let it go untried.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Planned, and neither told of nor let go.</summary>
    public bool IsOpen => AnsweredAt is null && DroppedAt is null;

    /// <param name="ask">The beginning of the day after.</param>
    public void Plan(string step, DateOnly on, DateTimeOffset ask) => (Step, On, AskDue, ReminderDue) = (step, on, ask, null);

    public bool Ask(DateTimeOffset now)
    {
        if (!IsOpen || !(AskDue <= now)) return false;
        AskDue = null;
        return true;
    }

    /// <summary>The question arrived.</summary>
    public void Asked(DateTimeOffset reminder)
    {
        if (IsOpen && AskDue is null) ReminderDue = reminder;
    }

    public bool Remind(DateTimeOffset now)
    {
        if (!IsOpen || !(ReminderDue <= now)) return false;
        ReminderDue = null;
        return true;
    }

    /// <summary>May be told anew: things change.</summary>
    /// <param name="by">Sender of the authenticated activity.</param>
    public Refusal? Answer(MemberId by, TryOutResult result, string? happened, DateTimeOffset now)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (DroppedAt is not null) return Refusal.NoLongerOpen;
        (Result, Happened, AnsweredAt, AskDue, ReminderDue) = (result, happened, now, null, null);
        return null;
    }

    public Refusal? Drop(MemberId by, DateTimeOffset now)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (DroppedAt is not null) return null;
        if (!IsOpen) return Refusal.NoLongerOpen;
        (DroppedAt, AskDue, ReminderDue) = (now, null, null);
        return null;
    }
}

public enum TryOutResult { Worked, Partly, DidNotWork }

[JsonConverter(typeof(EntityIdJson<TryOutId>))]
public readonly record struct TryOutId(Guid Value) : IEntityId<TryOutId>
{
    public static TryOutId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

public static class TryOutNotices
{
    /// <summary>To the owner, the day after; the subject is the <see cref="TryOut"/>.</summary>
    public const string Asked = "tryout.asked";

    /// <summary>To the owner, once.</summary>
    public const string Reminder = "tryout.reminder";
}

public static class TryOutRefusals
{
    /// <summary>No step was written.</summary>
    public static readonly Refusal StepMissing = new("TryOutStepMissing");

    /// <summary>The day is no day from tomorrow on within <see cref="TryOut.MostDays"/>.</summary>
    public static readonly Refusal DayOutOfReach = new Refusal("TryOutDay").With("most", TryOut.MostDays);
}
