using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
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
            _ => string.Join("\n", [say["Events.NoteChanged"], .. EventChanges.Read(notice.Detail).Select(change => Changed(change, view, reading))]),
        };
        return new NoticeMessage(SignUpCard.For(view, reading, note), say[$"Events.Summary_{notice.Kind["event.".Length..]}"], Alert: notice.Kind is EventNotices.Offer or EventNotices.SeatFree or EventNotices.Cancelled);
    }

    private static bool IsWorthSaying(string kind, EventView view) => kind switch
    {
        EventNotices.Offer => view.Own is { State: RegistrationState.Offered, OfferDue: not null },
        EventNotices.SeatFree => view.MayTakeFreeSeat,
        EventNotices.OfferOver => view.Own is { State: RegistrationState.Cancelled } && view.IsOpen,
        EventNotices.Removed => view.Own is { State: RegistrationState.Cancelled },
        EventNotices.Cancelled => view.State == EventState.Cancelled,
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
            EventChange.Agenda => plan.Agenda,
            EventChange.Host => view.Host,
            EventChange.Problem => plan.Problem,
            EventChange.Languages => say.LanguageNames(plan.Languages),
            EventChange.Accessibility => plan.Accessibility,
            _ => null,
        };
        var what = say[$"Events.Change_{Vocabulary.Write(change)}"];
        return string.IsNullOrWhiteSpace(now) ? what : $"{what}: {now}";
    }
}
