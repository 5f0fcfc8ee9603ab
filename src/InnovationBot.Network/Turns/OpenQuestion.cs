namespace InnovationBot.Network.Turns;

/// <summary>
/// The one question the bot has asked a person and waits for: their next text within <see cref="Lifetime"/>, or a reply
/// to its card at any time, is its answer.
/// </summary>
public sealed class OpenQuestion
{
    public MemberId MemberId { get; init; }

    /// <summary>Names what handles the answer, "problem.concretise".</summary>
    public required string Kind { get; set; }

    public Guid Subject { get; set; }
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The activity that asked, when the channel told its id.</summary>
    public string? ActivityId { get; set; }

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
}
