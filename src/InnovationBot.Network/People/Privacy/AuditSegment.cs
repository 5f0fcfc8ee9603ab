using System.Globalization;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// A stretch of the audit log that goes as a whole when its time is over. It stays as a line, with the hashes at its two
/// ends, so that what comes after it is still proved to follow it.
/// </summary>
public sealed class AuditSegment
{
    /// <summary>1, 2, 3, …</summary>
    public int Number { get; init; }

    /// <summary>Place of its first event.</summary>
    public long First { get; init; }

    /// <summary>Place of its last event so far.</summary>
    public long Last { get; init; }

    /// <summary>Hash of the event before the first; 64 zeros where the log begins.</summary>
    public required string StartHash { get; init; }

    /// <summary>Hash of the last event so far.</summary>
    public required string EndHash { get; init; }

    /// <summary>When its first event was.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Nothing is added to it from then on.</summary>
    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>Over all of the above, once sealed.</summary>
    public string? Seal { get; init; }

    /// <summary>Its events were deleted, their time being over.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>A segment takes events of so long a time, and then a new one begins: short beside the time they are kept.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>And at most so many, so that dropping one is short work.</summary>
    internal const int MostEvents = 10_000;

    internal const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    internal bool IsFull(DateTimeOffset now) => Last - First + 1 >= MostEvents || now - OpenedAt >= Longest;

    internal static string SealOf(int number, long first, long last, string startHash, string endHash, long openedTicks, long sealedTicks) =>
        AuditChain.HashOf(string.Create(CultureInfo.InvariantCulture, $"segment\n{number}\n{first}\n{last}\n{startHash}\n{endHash}\n{openedTicks}\n{sealedTicks}"));
}
