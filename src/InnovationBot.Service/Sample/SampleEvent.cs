using System.Globalization;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Service.Files;

namespace InnovationBot.Service.Sample;

/// <summary>An event of the sample network, dated from the day the network is made.</summary>
/// <param name="InDays">From that day on; what falls on a weekend is moved to Monday.</param>
/// <param name="Going">E-mail addresses, in the order in which they sign up.</param>
internal sealed record SampleEvent(EventInput Input, int InDays, string? From, string? To, int? FollowUpInDays, string Organiser, IReadOnlyList<string> Going)
{
    public static SampleEvent Read(FieldReader fields) => new(
        new EventInput
        {
            Title = fields.Name("title"), Kind = fields.Name("kind"), Problem = fields.ProseOrNone("problem"), ProblemOwner = fields.EmailOrNone("problem_owner"), Zone = fields.ZoneOrNone("zone"),
            Place = fields.NameOrNone("place"), Link = fields.NameOrNone("link"), Capacity = fields.NameOrNone("capacity"), OnlineCapacity = fields.NameOrNone("online_capacity"),
            Agenda = fields.ProseOrNone("agenda"), Host = fields.NameOrNone("host"), Series = fields.NameOrNone("series"), Accessibility = fields.ProseOrNone("accessibility"), Languages = fields.List("languages"),
        },
        fields.Number("in_days", 1, 365) ?? 1, fields.NameOrNone("from"), fields.NameOrNone("to"), fields.Number("follow_up_in_days", 1, 365), fields.Email("organiser"), fields.Emails("going"));

    /// <summary>The published event with its registrations.</summary>
    public (Event Event, IReadOnlyList<Registration> Registrations) Made(IReadOnlyDictionary<string, Member> members, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(InDays);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        var written = Input with { Start = At(day, From), End = At(day, To), FollowUp = FollowUpInDays is { } later ? At(day.AddDays(later - InDays), null) : null };
        var plan = ReadEvent.Read(written, "UTC", out var faults, out var instants);
        if (faults.Count > 0) throw new InvalidDataException($"The sample network is damaged: the event '{Input.Title}', {faults[0].Field}.");

        var made = new Event
        {
            Id = EntityId.New<EventId>(now), OrganiserId = members[Organiser].Id, ProblemOwnerId = Input.ProblemOwner is { } owner ? members[owner].Id : null,
            Plan = plan, Audience = Audience.All, CreatedAt = now,
        };
        made.Describe(plan, instants, now);
        made.Publish(now);
        List<Registration> registrations = [];
        foreach (var person in Going.Select(email => members[email]))
        {
            var registration = made.Begin(person.Id, now);
            made.Admit(registration, made.UsualSeat, now);
            registrations.Add(registration);
        }

        return (made, registrations);
    }

    private static string At(DateOnly day, string? time) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (time is null ? "" : $"T{time}");
}
