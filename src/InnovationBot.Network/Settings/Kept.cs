namespace InnovationBot.Network.Settings;

/// <summary>Kinds of data that are deleted, or lose whose they were, when their time is over.</summary>
public enum Kept
{
    /// <summary>A text somebody asked and did not keep.</summary>
    Drafts,

    /// <summary>After it was closed.</summary>
    Problems,

    /// <summary>After its end; afterwards only counted.</summary>
    Introductions,

    /// <summary>What somebody answered in a check-in and did not make a problem of.</summary>
    CheckInAnswers,

    /// <summary>After the event.</summary>
    Registrations,

    /// <summary>What somebody needs at an event: after the event.</summary>
    Needs,

    /// <summary>Who did what on whom.</summary>
    Audit,
}

/// <summary>How long each kind is kept unless set otherwise, in days.</summary>
public static class KeptFor
{
    public const int Least = 7;
    public const int Most = 3_650;

    public static int DefaultDays(Kept kind) => kind switch
    {
        Kept.Drafts or Kept.CheckInAnswers or Kept.Registrations => 90,
        Kept.Problems or Kept.Audit => 730,
        Kept.Introductions => 365,
        Kept.Needs => 14,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
