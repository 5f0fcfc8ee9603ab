using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Events;

/// <summary>"Introduce me there": asks for the problem one would talk about.</summary>
[Verb("event/meet")]
public sealed class MeetRoute(ShowEvent show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        return (await show.Handle(data.Id<EventId>("event"), turn.By, stop)).Match(
            view => Reply.Card(view.Own is { State: RegistrationState.Going } ? MeetCard.For(view, turn.Reading) : SignUpCard.For(view, turn.Reading)), Reply.Refused);
    }
}

[Verb("event/meet-save")]
public sealed class SaveMeetRoute(MeetThere meet, MeetRoute form) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await meet.Ask(data.Id<EventId>("event"), turn.By, data.Flag("off") ? null : turn.Kept(data.Text("about", EventPlan.MostLine)), stop)).Match(
            view => Reply.Card(SignUpCard.For(view, turn.Reading, turn.Say[view.Own?.MeetAbout is null ? "Events.MeetOff" : "Events.MeetOn"])), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => form.Run(data, turn, stop);
}

public static class MeetCard
{
    public static AdaptiveCard For(EventView view, Reading reading)
    {
        var (say, data) = (reading.Say, SignUpCard.Data(view.Event));
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(Markdown.Escape(say["Events.MeetHow"])),
            new TextInput { Id = "about", Label = say["Events.MeetLabel"], ErrorMessage = say.FieldMissing(say["Events.MeetLabel"]), IsRequired = true, MaxLength = EventPlan.MostLine, Value = view.Own?.MeetAbout },
            HouseStyle.StrongButton(say["Events.IntroduceMe"], "event/meet-save", data),
        };
        if (view.Own?.MeetAbout is not null) body.Add(HouseStyle.Button(ManageCard.Act(say["Events.MeetStop"], "event/meet-save", data.With("off", "true"))));
        body.Add(HouseStyle.Back(say["Words.Back"], "event/show", data));
        return HouseStyle.Card(say.Language.Code, say["Events.MeetHeading"], body);
    }
}

/// <summary>Whom one might talk with there: unnamed, with why; named once both said yes.</summary>
public static class PairCard
{
    public static AdaptiveCard For(PairView view, Reading reading)
    {
        var (say, pair) = (reading.Say, view.Pair);
        CardData data = ("pair", pair.Id.ToString());
        var body = new List<CardElement> { HouseStyle.Subtle(Showing.Join(say, view.Event.Title, say.When(view.Event))) };
        if (pair.BothSaidYes)
        {
            body.Add(new TextBlock(Markdown.Escape(say.Person(view.Other))) { Weight = TextWeight.Bolder });
            if (say.PersonLine(view.Other) is { Length: > 0 } line) body.Add(HouseStyle.Subtle(line));
            if (view.About is { } about) body.Add(HouseStyle.Labelled(say["Events.TheyNamed"], about));
            if (view.Email is { } email)
            {
                body.Add(HouseStyle.Email(email));
                body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Events.WriteThem"], Url = reading.Links.Teams.Chat([email]) }));
            }
        }
        else
        {
            body.Add(HouseStyle.Paragraph(Markdown.Escape(say.Person(view.Other))));
            if (pair.Shared.Count > 0) body.Add(HouseStyle.Subtle(say["Events.PairWhy", ("words", string.Join(", ", pair.Shared))]));
            if (view.Said is null)
            {
                body.Add(HouseStyle.StrongButton(say["Events.PairYes"], "event/pair", data.With("yes", "true")));
                body.Add(HouseStyle.Button(ManageCard.Act(say["Events.PairNo"], "event/pair", data.With("yes", "false"))));
                body.Add(HouseStyle.Subtle(say["Events.PairHow"]));
            }
            else
            {
                body.Add(HouseStyle.Paragraph(Markdown.Escape(say[view.Said == true ? "Events.PairWaits" : "Events.PairOver"])));
            }
        }

        return HouseStyle.Card(say.Language.Code, say[pair.BothSaidYes ? "Events.PairedHeading" : "Events.PairHeading"], body);
    }
}

[Verb("event/pair")]
public sealed class PairRoute(MeetThere meet) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await meet.Say(data.Id<EventPairId>("pair"), turn.By, data.Flag("yes"), stop)).Match(view => Reply.Card(PairCard.For(view, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await meet.Show(data.Id<EventPairId>("pair"), turn.By, stop)).Match(view => Reply.Card(PairCard.For(view, turn.Reading)), _ => Reply.Nothing);
}

public sealed class PairRenderer(MeetThere meet) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await meet.Show(EntityId.From<EventPairId>(notice.Subject), notice.RecipientId, stop)).Match(
            view => view.Event.HasStarted(reading.Now) || (notice.Kind == EventNotices.Pair && (view.Said is not null || view.Pair.IsOver)) ? null!
                : new NoticeMessage(PairCard.For(view, reading), reading.Say[$"Events.Summary_{notice.Kind["event.".Length..]}"]),
            _ => null!);
}
