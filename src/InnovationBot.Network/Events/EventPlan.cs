using System.Text.Json.Serialization;

namespace InnovationBot.Network.Events;

/// <summary>
/// What an organiser says about an event, and may still change: as checked by <see cref="ReadEvent"/>. A draft may lack
/// all but the title. People are no part of it; they stand on the <see cref="Event"/>.
/// </summary>
public sealed record EventPlan
{
    public const int MostTitle = 120;
    public const int MostLine = 200;
    public const int MostProse = 2000;
    public const int MostQuestions = 6;
    public const int MostChoices = 10;

    /// <summary>Characters of all questions and their choices together: they stand on one card, and a card has a largest size.</summary>
    public const int MostQuestionText = 3000;

    /// <summary>More than any room holds; a typing error otherwise.</summary>
    public const int MostSeats = 100_000;

    public required string Title { get; init; }
    public EventKind? Kind { get; init; }

    /// <summary>The problem it works on.</summary>
    public string? Problem { get; init; }

    /// <summary>When the problem's owner is asked what came of it.</summary>
    public DateOnly? FollowUp { get; init; }

    /// <summary>By the clock of <see cref="Zone"/>.</summary>
    public LocalTime? Start { get; init; }

    /// <summary>Of an event of whole days: its last one.</summary>
    public LocalTime? End { get; init; }

    /// <summary>Until when people sign up; none = until it starts.</summary>
    public LocalTime? Deadline { get; init; }

    /// <summary>IANA.</summary>
    public string? Zone { get; init; }

    public string? Place { get; init; }

    /// <summary>Shown to those who are going, and to nobody else.</summary>
    public string? Link { get; init; }

    /// <summary>Seats at the place, or online when there is no other seat; none = no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Seats online beside those at the place; none = there are no such seats.</summary>
    public int? OnlineCapacity { get; init; }

    public string? Agenda { get; init; }

    /// <summary>Who hosts it, as everybody reads it.</summary>
    public string? Host { get; init; }

    /// <summary>What it is one of, "Monthly workshop".</summary>
    public string? Series { get; init; }

    public List<Language> Languages { get; init; } = [];
    public List<EventQuestion> Questions { get; init; } = [];
    public string? Accessibility { get; init; }

    [JsonIgnore]
    public bool IsAllDay => Start is { IsDate: true };

    /// <summary>A hackathon or a design sprint works on a problem that somebody owns and goes on with.</summary>
    [JsonIgnore]
    public bool NeedsProblem => Kind is EventKind.Hackathon or EventKind.DesignSprint;

    [JsonIgnore]
    public TimeZoneInfo? FoundZone => Zone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : null;
}

/// <summary>What the organiser asks who signs up.</summary>
/// <param name="Label">As people read it; also its key.</param>
/// <param name="Choices">Of <see cref="EventQuestionKind.Choice"/> alone.</param>
public sealed record EventQuestion(string Label, EventQuestionKind Kind, List<string> Choices)
{
    /// <summary>Answers are read by this event's organisers only and erased soon after.</summary>
    [JsonIgnore]
    public bool IsNeed => Kind is EventQuestionKind.Dietary or EventQuestionKind.Accessibility;

    public bool Equals(EventQuestion? other) => other is not null && Label == other.Label && Kind == other.Kind && Choices.SequenceEqual(other.Choices);

    public override int GetHashCode() => HashCode.Combine(Label, Kind, Choices.Count);
}

/// <summary>What somebody answered to a question.</summary>
public sealed record EventAnswer(string Label, string Text)
{
    /// <summary>Characters of one answer.</summary>
    public const int Most = 500;
}

public enum EventKind { Workshop, Hackathon, DesignSprint, Meetup, Webinar, PoliticalDialogue, WhatDidNotWork, Other }

public enum EventQuestionKind { Text, Choice, Dietary, Accessibility }

/// <summary>At the place, or online beside it.</summary>
public enum Seat { OnSite, Online }
