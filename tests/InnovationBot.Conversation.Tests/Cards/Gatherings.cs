using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Events;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Events as their cards show them.</summary>
internal static class Gatherings
{
    public static readonly EventInput Input = new()
    {
        Title = "Queue clinic", Kind = "workshop", Problem = "People queue for hours at the counter because appointments and walk-ins share one line.",
        ProblemOwner = "ana.kos@lipovec.example", FollowUp = "2027-06-01", Start = "2027-03-29T09:00", End = "2027-03-29T12:00", Zone = "Europe/Ljubljana",
        Place = "Room 1", Link = "https://meet.example/queue", Capacity = "2", OnlineCapacity = "30", Agenda = "09:00 Welcome\n09:15 One queue, two desks", Host = "Občina Lipovec",
        Languages = ["en", "sl"], Accessibility = "Step-free entrance", Deadline = "2027-03-26",
        Questions = [new("Which team are you from?", "text", []), new("Table", "choice", ["Permits", "Register"]), new("Is there anything you cannot eat?", "dietary", [])],
        KnownAudience = Audience.All,
    };

    private static readonly PersonShown Owner = new("Ana Kos", "Head of counter", "Občina Lipovec", new OrganisationKind(Tier.Local, Sector.Public, "SI"), [Language.English]);

    public static Event Draft => Made(publish: false);

    public static EventView Open => View(Made());

    public static EventView Going => Answered(1, Seat.OnSite);

    public static EventView GoingOnline => Answered(1, Seat.Online);

    public static EventView Waiting => Answered(4, Seat.OnSite);

    public static EventView Offered
    {
        get
        {
            var @event = Made();
            var all = Answers(@event, 3, Seat.OnSite);
            @event.Release(all[0]);
            all[0].Cancel(CardSituations.Now);
            @event.Offer(all[2], CardSituations.Now.AddHours(6), CardSituations.Now);
            return View(@event, all[2]);
        }
    }

    public static EventView WithMaterials
    {
        get
        {
            var @event = Made();
            var own = Answers(@event, 1, Seat.OnSite)[0];
            own.Attend(CardSituations.Now);
            @event.Materials = "Slides: https://slides.example/queue, and notes (https://notes.example/queue).";
            return View(@event, own) with { State = EventState.Held };
        }
    }

    public static EventView Cancelled
    {
        get
        {
            var @event = Made();
            var own = Answers(@event, 1, Seat.OnSite)[0];
            @event.Cancel("The room has water in it.", CardSituations.Now);
            return View(@event, own);
        }
    }

    public static EventNumbers Numbers
    {
        get
        {
            var @event = Made();
            var all = Answers(@event, 4, Seat.OnSite);
            all[0].Answers = [new EventAnswer("Which team are you from?", "Permits")];
            return new(@event, EventState.Published, [.. all.Select((one, i) => new AnsweredEvent(one, $"Mia Holm {i}", $"mia{i}@example.org", i < 2 ? null : i - 1, one.Answers))]);
        }
    }

    public static PairView Pair => new(Two, Made(), Owner with { Name = null, Role = null, Organisation = null }, null, null, null);

    public static PairView Paired
    {
        get
        {
            var two = Two;
            two.Say(two.OneId, yes: true);
            two.Say(two.OtherId, yes: true);
            return new(two, Made(), Owner, "ana.kos@lipovec.example", "The queue at the counter", true);
        }
    }

    private static EventPair Two => new()
    {
        Id = Cards.Answers.Id<EventPairId>(70), EventId = Cards.Answers.Id<EventId>(30), OneId = Cards.Answers.Id<MemberId>(41), OtherId = Cards.Answers.Id<MemberId>(42), Shared = ["counter", "queue"],
    };

    /// <summary>So many letters of two bytes each.</summary>
    public static string Long(int letters) => new('č', letters);

    /// <summary>All that an event can hold, as somebody sees it who is going.</summary>
    public static EventView Longest
    {
        get
        {
            var @event = Made(input: LongestInput);
            return View(@event, Answers(@event, 1, Seat.OnSite)[0]);
        }
    }

    public static EventNumbers LongestNumbers
    {
        get
        {
            var @event = Made(input: LongestInput);
            var answers = @event.Plan.Questions.ConvertAll(question => new EventAnswer(question.Label, Long(EventAnswer.Most)));
            return new(@event, EventState.Published, [.. Answers(@event, 14, Seat.OnSite).Select(one => new AnsweredEvent(one, Long(100), $"{new string('m', 200)}@example.org", null, answers))]);
        }
    }

    private static EventInput LongestInput => Input with
    {
        Title = Long(EventPlan.MostTitle), Problem = Long(EventPlan.MostProse), Place = Long(EventPlan.MostLine), Agenda = Long(EventPlan.MostProse), Host = Long(EventPlan.MostLine),
        Accessibility = Long(EventPlan.MostProse), Series = Long(EventPlan.MostLine), Link = $"https://meet.example/{new string('x', 1900)}", Capacity = null, OnlineCapacity = null,
        Questions = [.. Enumerable.Range(0, EventPlan.MostQuestions).Select(n => new EventQuestionInput($"{n}{Long(99)}", "choice", [.. Enumerable.Range(0, EventPlan.MostChoices).Select(choice => $"{choice}{Long(39)}")]))],
    };

    public static EventsPage Page => new(EventFilter.None, [Going, Open], 2, 1, 1, MayOrganise: true);

    private static EventView Answered(int count, Seat seat)
    {
        var @event = Made();
        return View(@event, Answers(@event, count, seat)[^1]);
    }

    private static List<Registration> Answers(Event @event, int count, Seat seat)
    {
        List<Registration> all = [];
        for (var n = 0; n < count; n++)
        {
            var one = new Registration { Id = Cards.Answers.Id<RegistrationId>(60 + n), EventId = @event.Id, MemberId = Cards.Answers.Id<MemberId>(40 + n), Number = n + 1, CreatedAt = CardSituations.Now };
            @event.Admit(one, seat, CardSituations.Now);
            all.Add(one);
        }

        return all;
    }

    private static EventView View(Event @event, Registration? own = null) => new(@event, @event.State(CardSituations.Now), own, own is { State: RegistrationState.Waitlisted } ? 2 : null)
    {
        SeesLink = own is { HasSeat: true }, Host = @event.Plan.Host, ProblemOwner = Owner,
    };

    private static Event Made(bool publish = true, EventInput? input = null)
    {
        var plan = ReadEvent.Read(input ?? Input, "UTC", out var faults, out var instants);
        faults.ShouldBeEmpty();
        var @event = new Event { Id = Cards.Answers.Id<EventId>(30), Plan = plan, Audience = Audience.All, CreatedAt = CardSituations.Now };
        @event.Describe(plan, instants, CardSituations.Now);
        if (publish) @event.Publish(CardSituations.Now);
        return @event;
    }
}
