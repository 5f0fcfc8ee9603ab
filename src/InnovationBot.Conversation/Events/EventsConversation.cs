using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

internal static class EventsConversation
{
    public static RoutesBuilder AddEvents(this RoutesBuilder routes, NoticeKinds notices) => routes
        .OrganiseRows<EventDraftRows>()
        .Command<EventsCommand>("Commands.Events", takesArgument: true)
        .Command<MyEventsCommand>("Commands.MyEvents")
        .Command<PastEventsCommand>("Commands.PastEvents")
        .Command<EventCommand>("Commands.Event", takesArgument: true)
        .Command<NewEventCommand>("Commands.NewEvent")
        .Verb<ListEventsRoute>()
        .Verb<OpenEventRoute>()
        .Verb<ShowEventRoute>()
        .Verb<GoingRoute>()
        .Verb<DeclineRoute>()
        .Verb<LeaveEventRoute>()
        .Verb<AnswersRoute>()
        .Verb<DetailsRoute>()
        .Verb<NewEventRoute>()
        .Verb<EditEventRoute>()
        .Verb<SaveEventRoute>()
        .Verb<PreviewRoute>()
        .Verb<PublishRoute>()
        .Verb<ManageRoute>()
        .Verb<InviteFittingRoute>()
        .Verb<DuplicateRoute>()
        .Verb<SeriesRoute>()
        .Verb<MakeSeriesRoute>()
        .Verb<CancelRoute>()
        .Verb<SendCancelRoute>()
        .Verb<DiscardRoute>()
        .Verb<EventPeopleRoute>()
        .Verb<AddPersonRoute>()
        .Verb<RemovePersonRoute>()
        .Verb<MeetRoute>()
        .Verb<SaveMeetRoute>()
        .Verb<PairRoute>()
        .Notice<PairRenderer>(notices, EventNotices.Pair, EventNotices.Paired)
        .Verb<CalendarRoute>()
        .Verb<RemindersRoute>()
        .Verb<WasThereRoute>()
        .Verb<AttendanceFileRoute>()
        .Verb<AttendanceFromRoute>()
        .Verb<TookHomeRoute>()
        .Verb<TookHomeCaseRoute>()
        .Verb<AttendanceRoute>()
        .Verb<AttendanceListRoute>()
        .Verb<ExportRegistrationsRoute>()
        .Verb<MaterialsRoute>()
        .Verb<SendMaterialsRoute>()
        .Verb<OutcomeRoute>()
        .Notice<EventRenderer>(
            notices, EventNotices.Offer, EventNotices.OfferOver, EventNotices.SeatFree, EventNotices.Changed, EventNotices.Cancelled, EventNotices.SignedUp, EventNotices.Removed,
            EventNotices.Reminder, EventNotices.Materials)
        .Notice<AfterRenderer>(notices, EventNotices.After, EventNotices.Attendance, EventNotices.FollowUp, EventNotices.OutcomeTold);
}
