using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Events;

/// <summary>What people hear about an event they answered: one line that says what is new, and the card as it then is.</summary>
public sealed class EventRenderer(ShowEvent show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var shown = await show.Handle(EntityId.From<EventId>(notice.Subject), notice.RecipientId, stop);
        if (shown.Refusal is not null || !IsWorthSaying(notice.Kind, shown.Value)) return null;
        var (view, say) = (shown.Value, reading.Say);
        var note = notice.Kind switch
        {
            EventNotices.Offer => say["Events.NoteOffer", ("until", reading.Moment(view.Own!.OfferDue!.Value))],
            EventNotices.OfferOver => say["Events.NoteOfferOver"],
            EventNotices.SeatFree => say["Events.NoteSeatFree"],
            EventNotices.Cancelled => say["Events.NoteCancelled", ("reason", view.Event.CancelReason ?? "")],
            EventNotices.SignedUp => say["Events.NoteSignedUp"],
            EventNotices.Removed => say["Events.NoteRemoved"],
            EventNotices.Reminder => say[$"Events.NoteReminder_{notice.Detail}"],
            EventNotices.Materials => say["Events.NoteMaterials", ("materials", view.Event.Materials ?? "")],
            _ => string.Join("\n", [say["Events.NoteChanged"], .. EventChanges.Read(notice.Detail).Select(change => Changed(change, view, reading))]),
        };
        var more = notice.Kind == EventNotices.Reminder ? Reminding(view, reading) : null;
        return new NoticeMessage(SignUpCard.For(view, reading, note, more), say[$"Events.Summary_{notice.Kind["event.".Length..]}"], Alert: notice.Kind is EventNotices.Offer or EventNotices.SeatFree or EventNotices.Cancelled);
    }

    /// <summary>Where others wait, a place that is not needed is given back from here; silence keeps it.</summary>
    private static IEnumerable<CardElement> Reminding(EventView view, Reading reading)
    {
        if (view.Event.Waiting(view.Own!.Seat) > 0)
        {
            yield return HouseStyle.Button(reading.Say["Events.FreeMyPlace"], "event/leave", SignUpCard.Data(view.Event));
            yield return HouseStyle.Subtle(reading.Say["Events.OthersWait"]);
        }

        yield return HouseStyle.Button(ManageCard.Act(reading.Say["Events.TurnRemindersOff"], "event/reminders", ("wanted", "false")));
    }

    private static bool IsWorthSaying(string kind, EventView view) => kind switch
    {
        EventNotices.Offer => view.Own is { State: RegistrationState.Offered, OfferDue: not null },
        EventNotices.SeatFree => view.MayTakeFreeSeat,
        EventNotices.OfferOver => view.Own is { State: RegistrationState.Cancelled } && view.IsOpen,
        EventNotices.Removed => view.Own is { State: RegistrationState.Cancelled },
        EventNotices.Cancelled => view.State == EventState.Cancelled,
        EventNotices.Reminder => view.Own is { State: RegistrationState.Going } && view.State is not (EventState.Cancelled or EventState.Held),
        EventNotices.Materials => view.Event.Materials is not null && view.Own is { HasSeat: true },
        _ => view.State is not (EventState.Cancelled or EventState.Held) && view.Own is { Follows: true },
    };

    private static string Changed(EventChange change, EventView view, Reading reading)
    {
        var (say, plan) = (reading.Say, view.Plan);
        var now = change switch
        {
            EventChange.Title => plan.Title,
            EventChange.Time => say.When(view.Event),
            EventChange.Place => plan.Place,
            EventChange.Agenda => Cut(plan.Agenda),
            EventChange.Host => view.Host,
            EventChange.Problem => Cut(plan.Problem),
            EventChange.Languages => say.LanguageNames(plan.Languages),
            EventChange.Accessibility => Cut(plan.Accessibility),
            _ => null,
        };
        var what = say[$"Events.Change_{Vocabulary.Write(change)}"];
        return string.IsNullOrWhiteSpace(now) ? what : say.Named(what, now);
    }

    /// <summary>The whole of it is one press away; many pages in one card would be more than the channel takes.</summary>
    private static string? Cut(string? text) => text is null ? null : CaseCard.Cut(text, 300);
}

/// <summary>What is asked after an event: of those who came, of its organiser, of the problem's owner.</summary>
public sealed class AfterRenderer(ShowEvent show, CountEvent count) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var id = EntityId.From<EventId>(notice.Subject);
        var shown = await show.Handle(id, notice.RecipientId, stop);
        if (shown.Refusal is not null) return null;
        var (view, say) = (shown.Value, reading.Say);
        var card = notice.Kind switch
        {
            EventNotices.After => view.Own is { HasSeat: true, State: not RegistrationState.NoShow } ? AfterCard.For(view, reading) : null,
            EventNotices.FollowUp => view.Event.ProblemOwnerId == notice.RecipientId && view.Event.Outcome is null ? EventOutcomeCard.For(view, reading) : null,
            EventNotices.OutcomeTold => view.Event.Outcome is { } outcome ? SignUpCard.For(view, reading, say["Events.NoteOutcome", ("outcome", outcome)]) : null,
            _ => (await count.Handle(id, notice.RecipientId, stop)).Match(numbers => EventPeopleCard.For(numbers, 1, reading, say["Events.NoteAttendance"]), _ => null!),
        };
        return card is null ? null : new NoticeMessage(card, say[$"Events.Summary_{notice.Kind["event.".Length..]}"]);
    }
}
