namespace InnovationBot.Network.Settings;

/// <summary>Kinds of data that are deleted, or lose whose they were, when their time is over. Whoever keeps another kind adds it here.</summary>
public enum Kept
{
    /// <summary>A text somebody asked and did not keep.</summary>
    Drafts,

    /// <summary>Segments of the audit log, counted from their last event.</summary>
    Audit,
}

/// <summary>How long each kind is kept unless set otherwise, in days.</summary>
public static class KeptFor
{
    public const int Least = 7;
    public const int Most = 3_650;

    public static int DefaultDays(Kept kind) => kind switch
    {
        Kept.Drafts => 90,
        Kept.Audit => 730,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
