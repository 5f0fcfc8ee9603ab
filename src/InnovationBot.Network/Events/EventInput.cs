using System.Text.Json;
using InnovationBot.Network.Broadcasts.Audiences;

namespace InnovationBot.Network.Events;

/// <summary>An event as somebody wrote it, in a file or a form: texts that are not checked yet. None = nothing was said.</summary>
public sealed record EventInput
{
    public string? Title { get; init; }
    public string? Kind { get; init; }
    public string? Problem { get; init; }

    /// <summary>An e-mail address.</summary>
    public string? ProblemOwner { get; init; }

    public string? FollowUp { get; init; }
    public string? Start { get; init; }
    public string? End { get; init; }
    public string? Deadline { get; init; }
    public string? Zone { get; init; }
    public string? Place { get; init; }
    public string? Link { get; init; }
    public string? Capacity { get; init; }
    public string? OnlineCapacity { get; init; }
    public string? Agenda { get; init; }

    /// <summary>A name; or the e-mail address of a member, who then runs the event too.</summary>
    public string? Host { get; init; }

    public string? Series { get; init; }
    public string? Accessibility { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<EventQuestionInput> Questions { get; init; } = [];

    /// <summary>As FORMATS writes it; undefined = nothing was said.</summary>
    public JsonElement Audience { get; init; }

    /// <summary>Checked before, and kept unless <see cref="Audience"/> says another.</summary>
    public Audience? KnownAudience { get; init; }

    /// <summary>The event as it could be written again.</summary>
    /// <param name="problemOwner">The e-mail address; as that of the host.</param>
    public static EventInput Of(Event @event, string? problemOwner, string? host) => Of(@event.Plan, problemOwner, host) with { KnownAudience = @event.Audience };

    private static EventInput Of(EventPlan plan, string? problemOwner, string? host) => new()
    {
        Title = plan.Title, Kind = plan.Kind is { } kind ? Vocabulary.Write(kind) : null, Problem = plan.Problem, ProblemOwner = problemOwner,
        FollowUp = plan.FollowUp is { } day ? new LocalTime(day, null).ToString() : null, Start = plan.Start?.ToString(), End = plan.End?.ToString(),
        Deadline = plan.Deadline?.ToString(), Zone = plan.Zone, Place = plan.Place, Link = plan.Link,
        Capacity = plan.Capacity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        OnlineCapacity = plan.OnlineCapacity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Agenda = plan.Agenda, Host = host ?? plan.Host, Series = plan.Series, Accessibility = plan.Accessibility,
        Languages = [.. plan.Languages.Select(language => language.Code)],
        Questions = [.. plan.Questions.Select(question => new EventQuestionInput(question.Label, Vocabulary.Write(question.Kind), question.Choices))],
    };
}

public sealed record EventQuestionInput(string? Label, string? Kind, IReadOnlyList<string> Choices);

/// <summary>What cannot be taken as it is.</summary>
/// <param name="Field">As files name it.</param>
/// <param name="Why">Its sentence says how to mend it.</param>
public sealed record EventFault(string Field, Refusal Why);
