using InnovationBot.Network.People;

namespace InnovationBot.Network.CheckIns;

/// <summary>How often a person chose to be asked what is hard in their work, and what came of it lately. There is none until they chose.</summary>
public sealed class CheckInRhythm
{
    /// <summary>After so many in a row without an answer the person is asked, once, whether to slow down.</summary>
    public const int SkipsBeforeAsking = 2;

    /// <summary>After so many in a row without an answer nothing more is sent.</summary>
    public const int SkipsBeforePause = 4;

    public MemberId MemberId { get; init; }

    public Cadence Cadence { get; private set; } = Cadence.Never;

    public DateTimeOffset ChosenAt { get; private set; }

    /// <summary>When the next one is sent; none while never or paused.</summary>
    public DateTimeOffset? NextDue { get; private set; }

    /// <summary>Skipped or left unanswered since the last answer.</summary>
    public int SkippedInRow { get; private set; }

    /// <summary>The question asked last, by the bot or on the person's own wish: the next one is another.</summary>
    public OpeningQuestion? LastOpening { get; private set; }

    /// <summary>Set when nothing more is sent because nothing was answered; ends with the person's own act.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The last quarter whose figures the person was sent.</summary>
    public string? QuarterTold { get; private set; }

    public int Version { get; set; }

    /// <summary>
    /// The person chooses, which ends a pause; the first one comes after one interval, at most a week from now, and never sooner after the one before than they chose.
    /// What was skipped still counts while they go on: choosing is no answer.
    /// </summary>
    /// <param name="asked">When the bot asked them last by itself; none = never.</param>
    public void Choose(Cadence cadence, DateTimeOffset now, DateTimeOffset? asked)
    {
        if (PausedAt is not null || Cadence == Cadence.Never || cadence == Cadence.Never) SkippedInRow = 0;
        (Cadence, ChosenAt, PausedAt) = (cadence, now, null);
        NextDue = cadence.Interval() is not { } interval ? null
            : now + (interval < FirstWithin ? interval : FirstWithin) is var soon && asked + interval > soon ? asked + interval : soon;
    }

    /// <summary>One has been sent, or was not to be sent now: the next comes an interval later.</summary>
    public void Next(DateTimeOffset now) => NextDue = PausedAt is null && Cadence.Interval() is { } interval ? now + interval : null;

    public void Asked(OpeningQuestion opening) => LastOpening = opening;

    public void Told(string? quarter) => QuarterTold = quarter ?? QuarterTold;

    /// <summary>Answered: what was skipped before no longer counts, and a pause is over.</summary>
    public void Answered(DateTimeOffset now)
    {
        SkippedInRow = 0;
        if (PausedAt is null) return;
        PausedAt = null;
        Next(now);
    }

    /// <summary>Skipped, or left until it ran out.</summary>
    public SkipResult Skip(DateTimeOffset now)
    {
        SkippedInRow++;
        if (PausedAt is null && SkippedInRow >= SkipsBeforePause)
        {
            (PausedAt, NextDue) = (now, null);
            return SkipResult.Paused;
        }

        return SkippedInRow == SkipsBeforeAsking ? SkipResult.AskToSlowDown : SkipResult.Skipped;
    }

    private static readonly TimeSpan FirstWithin = TimeSpan.FromDays(7);
}

/// <summary>What follows from one that was not answered.</summary>
public enum SkipResult { Skipped, AskToSlowDown, Paused }

/// <summary>How often check-ins come. Nothing is sent before somebody chose; monthly is what the choice begins with.</summary>
public enum Cadence { Weekly, Fortnightly, Monthly, Quarterly, Never }

public static class Cadences
{
    /// <returns>None for <see cref="Cadence.Never"/>. Whole weeks, so that the weekday stays the person's own.</returns>
    public static TimeSpan? Interval(this Cadence cadence) => cadence switch
    {
        Cadence.Weekly => TimeSpan.FromDays(7),
        Cadence.Fortnightly => TimeSpan.FromDays(14),
        Cadence.Monthly => TimeSpan.FromDays(28),
        Cadence.Quarterly => TimeSpan.FromDays(91),
        _ => null,
    };

    /// <summary>The next rarer one.</summary>
    public static Cadence Slower(this Cadence cadence) => cadence switch
    {
        Cadence.Weekly => Cadence.Fortnightly,
        Cadence.Fortnightly => Cadence.Monthly,
        Cadence.Monthly => Cadence.Quarterly,
        _ => Cadence.Never,
    };
}
