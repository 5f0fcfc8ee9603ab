using System.Text.Json.Serialization;

namespace InnovationBot.Network.Problems.Coalitions;

/// <summary>
/// Several people with nearly the same open problem. Each is asked privately; once three have said yes, those are shown to each other, one
/// of them opens the group chat, and a first date is proposed. Without three it comes to nothing, and nobody learns who was asked.
/// </summary>
public sealed class Coalition
{
    /// <summary>Below so many yeses nobody is shown to anybody.</summary>
    public const int FewestYes = 3;

    /// <summary>More do not talk as one group.</summary>
    public const int MostAsked = 8;

    public static readonly TimeSpan Patience = TimeSpan.FromDays(21);

    public CoalitionId Id { get; init; }

    /// <summary>The task that all of their problems are about, as <see cref="ITasks"/> names it; none when they name different ones.</summary>
    public string? Task { get; init; }

    public CoalitionState State { get; private set; } = CoalitionState.Asking;
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it comes to nothing; none once it is decided.</summary>
    public DateTimeOffset? LapseDue { get; private set; }

    public DateTimeOffset? FormedAt { get; private set; }

    /// <summary>Who opens the group chat: whoever said yes first. None once that person was forgotten.</summary>
    public MemberId? OpenerId { get; set; }

    /// <summary>The first date, as proposed.</summary>
    public DateTimeOffset? MeetAt { get; private set; }

    public int Version { get; set; }

    public static Coalition Of(CoalitionId id, string? task, DateTimeOffset now) => new() { Id = id, Task = task, CreatedAt = now, LapseDue = now + Patience };

    public void Form(MemberId opener, DateTimeOffset meetAt, DateTimeOffset now) =>
        (State, OpenerId, MeetAt, FormedAt, LapseDue) = (CoalitionState.Formed, opener, meetAt, now, null);

    public bool Lapse(DateTimeOffset now)
    {
        if (State != CoalitionState.Asking || !(LapseDue <= now)) return false;
        (State, LapseDue) = (CoalitionState.Lapsed, null);
        return true;
    }
}

public enum CoalitionState { Asking, Formed, Lapsed }

/// <summary>One of those asked, with the problem of theirs that it is about.</summary>
public sealed class CoalitionSeat
{
    /// <summary>Characters of what the others read.</summary>
    public const int LongestWords = 500;

    public CoalitionId CoalitionId { get; init; }
    public MemberId MemberId { get; init; }
    public ProblemId ProblemId { get; init; }
    public CoalitionAnswer Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What the others read of the problem, as its owner approved it with their yes.</summary>
    public string? Words { get; private set; }

    public int Version { get; set; }

    /// <param name="shown">The others have been shown to each other.</param>
    public void Say(bool yes, string? words, bool shown, DateTimeOffset now) => (Answer, Words, AnsweredAt) = (
        yes ? CoalitionAnswer.Yes : shown && Answer is CoalitionAnswer.Yes or CoalitionAnswer.Left ? CoalitionAnswer.Left : CoalitionAnswer.No, yes ? words : null, now);
}

/// <summary><c>Left</c>: said yes, was shown to the others, and is out again.</summary>
public enum CoalitionAnswer { Waiting, Yes, No, Left }

[JsonConverter(typeof(EntityIdJson<CoalitionId>))]
public readonly record struct CoalitionId(Guid Value) : IEntityId<CoalitionId>
{
    public static CoalitionId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

public static class CoalitionNotices
{
    /// <summary>To each alone; the subject is the <see cref="Coalition"/>, as of the others.</summary>
    public const string Asked = "coalition.asked";

    /// <summary>To each who said yes: who the others are.</summary>
    public const string Formed = "coalition.formed";

    /// <summary>To each who said yes: too few did.</summary>
    public const string Lapsed = "coalition.lapsed";
}
