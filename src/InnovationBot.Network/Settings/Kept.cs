namespace InnovationBot.Network.Settings;

/// <summary>Kinds of data that are deleted, or lose whose they were, when their time is over. Whoever keeps another kind adds it here.</summary>
public enum Kept
{
    /// <summary>A text somebody asked and did not keep.</summary>
    Drafts,

    /// <summary>A problem, since its owner solved or withdrew it.</summary>
    ClosedProblems,

    /// <summary>An introduction, since it ended; then counts only.</summary>
    Introductions,

    /// <summary>Segments of the audit log, counted from their last event.</summary>
    Audit,

    /// <summary>What somebody answered to a check-in and did not make a problem of.</summary>
    CheckIns,

    /// <summary>What somebody needs to eat or to get in at an event, from its end on.</summary>
    EventNeeds,

    /// <summary>Who signed up for an event, from its end on; the counts stay.</summary>
    Registrations,

    /// <summary>Somebody an organiser entered, who has not answered; from the first invitation on anew. Holds for whoever is entered or invited from then on.</summary>
    Invitations,
}

/// <summary>How long each kind is kept unless set otherwise, in days.</summary>
public static class KeptFor
{
    public const int Least = 7;
    public const int Most = 3_650;

    public static int DefaultDays(Kept kind) => kind switch
    {
        Kept.Drafts => 90,
        Kept.ClosedProblems => 730,
        Kept.Introductions => 365,
        Kept.Audit => 730,
        Kept.CheckIns => (int)CheckIns.CheckIn.TextLifetime.TotalDays,
        Kept.EventNeeds => 14,
        Kept.Registrations => 90,
        Kept.Invitations => 90,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
