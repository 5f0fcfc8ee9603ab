using InnovationBot.Network.Time;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Ambassadors.OpenHours;

/// <summary>An hour in which an ambassador talks with several people who have one problem, instead of with each alone. It does not count against their limits.</summary>
public sealed class OpenHour
{
    public const int LeastPlaces = 2;
    public const int MostPlaces = 12;

    /// <summary>Characters of the meeting's address.</summary>
    public const int LongestLink = 1000;

    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>How far ahead it may lie.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(90);

    /// <summary>When those who come, and the host, are reminded.</summary>
    public static readonly TimeSpan RemindBefore = TimeSpan.FromDays(1);

    /// <summary>Who came, and with which words, is forgotten so long after.</summary>
    public static readonly TimeSpan KeptAfter = TimeSpan.FromDays(14);

    public OpenHourId Id { get; init; }
    public MemberId HostId { get; init; }

    /// <summary>The host's topic that it is about; empty = everything they are found for.</summary>
    public string Topic { get; init; } = "";

    public DateTimeOffset StartAt { get; init; }

    /// <summary>Where they meet: https, told to those who come and nobody else.</summary>
    public string Link { get; init; } = "";

    public int Places { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>When all are reminded; none once they were, or it was called off.</summary>
    public DateTimeOffset? RemindDue { get; private set; }

    /// <summary>When it is deleted with all that was said at signing up.</summary>
    public DateTimeOffset EraseDue { get; init; }

    public int Version { get; set; }

    public DateTimeOffset EndAt => StartAt + Length;

    public bool IsAhead(DateTimeOffset now) => CancelledAt is null && StartAt > now;

    public static OpenHour Of(OpenHourId id, MemberId host, string topic, DateTimeOffset start, string link, int places, DateTimeOffset now) => new()
    {
        Id = id, HostId = host, Topic = topic, StartAt = start, Link = link, Places = places, CreatedAt = now,
        RemindDue = start - RemindBefore > now ? start - RemindBefore : null, EraseDue = start + Length + KeptAfter,
    };

    public void Cancel(DateTimeOffset now) => (CancelledAt, RemindDue) = (CancelledAt ?? now, null);

    /// <returns>False when it is not due any more.</returns>
    public bool Remind(DateTimeOffset now)
    {
        if (!(RemindDue <= now)) return false;
        RemindDue = null;
        return IsAhead(now);
    }
}

/// <summary>Somebody comes to an open hour, with a problem in words that the host reads.</summary>
public sealed class OpenHourSeat
{
    public OpenHourSeatId Id { get; init; }
    public OpenHourId HourId { get; init; }
    public MemberId MemberId { get; init; }
    public ProblemId ProblemId { get; init; }

    /// <summary>As its owner approved it for the host.</summary>
    public string Text { get; init; } = "";

    public DateTimeOffset JoinedAt { get; init; }
}

internal sealed class OpenHourModel : IEntityTypeConfiguration<OpenHour>, IEntityTypeConfiguration<OpenHourSeat>
{
    public void Configure(EntityTypeBuilder<OpenHour> hour)
    {
        hour.Property(h => h.Version).IsConcurrencyToken();
        hour.Ignore(h => h.EndAt);
        hour.HasIndex(h => new { h.HostId, h.StartAt });
        hour.HasDueIndex(h => h.RemindDue);
        hour.HasDueIndex(h => h.EraseDue);
    }

    public void Configure(EntityTypeBuilder<OpenHourSeat> seat)
    {
        seat.HasIndex(s => new { s.HourId, s.MemberId }).IsUnique(); // pressed twice is one seat
        seat.HasIndex(s => s.MemberId);
    }
}

[JsonConverter(typeof(EntityIdJson<OpenHourId>))]
public readonly record struct OpenHourId(Guid Value) : IEntityId<OpenHourId>
{
    public static OpenHourId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

[JsonConverter(typeof(EntityIdJson<OpenHourSeatId>))]
public readonly record struct OpenHourSeatId(Guid Value) : IEntityId<OpenHourSeatId>
{
    public static OpenHourSeatId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

public static class OpenHourRefusals
{
    /// <summary>days: how far ahead at most.</summary>
    public static readonly Refusal When = new Refusal("OpenHourWhen").With("days", (int)OpenHour.Furthest.TotalDays);

    public static readonly Refusal Topic = new("OpenHourTopic");

    /// <summary>least, most.</summary>
    public static readonly Refusal Places = new Refusal("OpenHourPlaces").With("least", OpenHour.LeastPlaces).With("most", OpenHour.MostPlaces);

    public static readonly Refusal Link = new("OpenHourLink");

    /// <summary>One lies ahead already.</summary>
    public static readonly Refusal Another = new("OpenHourAnother");

    public static readonly Refusal Full = new("OpenHourFull");

    /// <summary>It was called off, or began.</summary>
    public static readonly Refusal Over = new("OpenHourOver");
}

public static class OpenHourNotices
{
    /// <summary>To the host and to each who comes, the day before. The subject is the <see cref="OpenHour"/>.</summary>
    public const string Tomorrow = "open_hour.tomorrow";

    /// <summary>To the host, of whoever comes after that reminder.</summary>
    public const string Joined = "open_hour.joined";

    /// <summary>To each who would have come.</summary>
    public const string Cancelled = "open_hour.cancelled";
}
