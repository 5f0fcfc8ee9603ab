namespace InnovationBot.Network.Settings;

/// <summary>Numbers that administrators may set.</summary>
public enum NetworkLimit
{
    /// <summary>Requests a month of an ambassador who names no number of their own.</summary>
    MonthlyRequests,

    /// <summary>Messages a week that nobody's own act called for, for each person.</summary>
    UnaskedAWeek,

    /// <summary>From so many recipients on, a second organiser approves a broadcast.</summary>
    BroadcastApprovalFrom,

    /// <summary>Introductions that one asker may have under way.</summary>
    IntroductionsAnAsker,
}

/// <param name="Least">Also a value that may be set, as is <paramref name="Most"/>.</param>
public readonly record struct LimitRange(int Least, int Most, int Default)
{
    public static LimitRange Of(NetworkLimit limit) => limit switch
    {
        NetworkLimit.MonthlyRequests => new(1, 20, People.Member.DefaultMonthlyCap),
        NetworkLimit.UnaskedAWeek => new(1, 7, Outbox.UnaskedLimit.PerWindow),
        NetworkLimit.BroadcastApprovalFrom => new(1, 1_000_000, 1_000),
        NetworkLimit.IntroductionsAnAsker => new(1, 10, Introductions.Introduction.MostOpenPerTaker),
        _ => throw new ArgumentOutOfRangeException(nameof(limit)),
    };

    public bool Holds(int value) => value >= Least && value <= Most;
}
