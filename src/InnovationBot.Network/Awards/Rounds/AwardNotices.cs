namespace InnovationBot.Network.Awards.Rounds;

/// <summary>The kinds of notices about a round; their subject is the round.</summary>
public static class AwardNotices
{
    /// <summary>To organisers: a phase began; <c>Detail</c> is the <see cref="AwardState"/>.</summary>
    public const string Phase = "award.phase";

    /// <summary>To those concerned: a date was put off; <c>Detail</c> is the <see cref="AwardDate"/>.</summary>
    public const string Extended = "award.extended";

    /// <summary>To whoever has something unfinished: the phase ends soon.</summary>
    public const string Reminder = "award.reminder";

    /// <summary>To a nominee who agreed: the problem is open to others; the subject is the problem.</summary>
    public const string ProblemOpened = "award.problem_opened";
}
