using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Introductions.Times;

/// <summary>Twenty minutes that a giver offers for a talk; the taker may choose one of up to three.</summary>
public sealed class TalkTime
{
    /// <summary>Offered at once for one introduction.</summary>
    public const int Most = 3;

    public static readonly TimeSpan Length = TimeSpan.FromMinutes(20);

    /// <summary>How far ahead a time may lie.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(90);

    public TalkTimeId Id { get; init; }
    public IntroductionId IntroductionId { get; init; }
    public MemberId GiverId { get; init; }

    /// <summary>An instant, so that no change of clocks moves it.</summary>
    public DateTimeOffset StartAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The taker chose this one.</summary>
    public DateTimeOffset? ChosenAt { get; set; }

    public int Version { get; set; }

    public DateTimeOffset EndAt => StartAt + Length;
}

internal sealed class TalkTimeModel : IEntityTypeConfiguration<TalkTime>
{
    public void Configure(EntityTypeBuilder<TalkTime> time)
    {
        time.Property(t => t.Version).IsConcurrencyToken();
        time.Ignore(t => t.EndAt);
        time.HasIndex(t => t.IntroductionId, "IX_TalkTimes_OneChosen").IsUnique().HasFilter("\"ChosenAt\" IS NOT NULL"); // also when two presses come at once
        time.HasIndex(t => new { t.GiverId, t.StartAt });
        time.HasIndex(t => t.IntroductionId);
    }
}

/// <param name="Calendar">Where its calendar file is fetched; none unless it was chosen and the host has an address.</param>
public sealed record TalkTimeShown(TalkTimeId Id, DateTimeOffset StartAt, bool IsChosen, Uri? Calendar);

/// <summary>Addresses of calendar files, unguessable: the host knows its own.</summary>
public interface ICalendarAddresses
{
    Uri? Of(TalkTimeId time);
}

/// <summary>Where no host has an address that browsers reach.</summary>
internal sealed class NoCalendarAddresses : ICalendarAddresses
{
    public Uri? Of(TalkTimeId time) => null;
}

public static class TimeRefusals
{
    /// <summary>most: times offered at once.</summary>
    public static readonly Refusal TooMany = new Refusal("TimesTooMany").With("most", TalkTime.Most);

    /// <summary>A date without a time, or the other way round.</summary>
    public static readonly Refusal Half = new("TimesHalf");

    /// <summary>when: a local time that the clocks skip that day.</summary>
    public static readonly Refusal Skipped = new Refusal("TimesSkipped").With("when", "");

    /// <summary>An offered time that is over.</summary>
    public static readonly Refusal NotAhead = new("TimesNotAhead");

    /// <summary>The giver talks with somebody at a time that they offer.</summary>
    public static readonly Refusal Busy = new("TimesBusy");

    /// <summary>The time that the taker chooses is over.</summary>
    public static readonly Refusal Past = new("TimesPast");

    /// <summary>days: how far ahead at most.</summary>
    public static readonly Refusal TooFar = new Refusal("TimesTooFar").With("days", (int)TalkTime.Furthest.TotalDays);

    /// <summary>The giver talks with somebody else then.</summary>
    public static readonly Refusal Taken = new("TimesTaken");

    /// <summary>Another time was chosen.</summary>
    public static readonly Refusal ChosenAlready = new("TimesChosen");

    /// <summary>Codes of what is wrong with offered times, which the giver can mend in the form.</summary>
    public static readonly IReadOnlySet<string> OfOffers = new HashSet<string> { TooMany.Code, Half.Code, Skipped.Code, NotAhead.Code, TooFar.Code, Busy.Code };
}

[JsonConverter(typeof(EntityIdJson<TalkTimeId>))]
public readonly record struct TalkTimeId(Guid Value) : IEntityId<TalkTimeId>
{
    public static TalkTimeId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}
