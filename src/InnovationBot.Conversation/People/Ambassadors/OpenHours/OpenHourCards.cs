using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People.Ambassadors.OpenHours;

namespace InnovationBot.Conversation.People.Ambassadors.OpenHours;

/// <summary>An ambassador's own open hour: the form for a new one, or the one that lies ahead and who comes to it.</summary>
public static class HostedHourCard
{
    /// <param name="filled">What was pressed with the form; it is not lost when something in it is wrong.</param>
    public static AdaptiveCard For(OpenHourHost host, Reading reading, PressData? filled = null) =>
        host.Own is { } own ? Ahead(own, reading) : Form(host, reading, filled);

    private static AdaptiveCard Form(OpenHourHost host, Reading reading, PressData? filled)
    {
        var say = reading.Say;
        var (date, time) = filled is { } data ? HourFields.When(data) : default;
        List<Choice> topics = [new(say["OpenHours.AnyTopic"], HourFields.AnyTopic), .. host.Topics.Select(topic => new Choice(topic, topic))];
        return HouseStyle.Card(
            say.Language.Code,
            say["OpenHours.FormHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("OpenHours.FormText")),
                new DateInput { Id = "date", Label = say["OpenHours.Date"], ErrorMessage = say["OpenHours.DateError"], IsRequired = true, Value = date },
                new TimeInput { Id = "time", Label = say["OpenHours.Time", ("zone", reading.Zone.Id)], ErrorMessage = say["OpenHours.TimeError"], IsRequired = true, Value = time },
                new ChoiceSetInput
                {
                    Id = "topic", Label = say["OpenHours.TopicLabel"], ErrorMessage = say["OpenHours.TopicError"], Choices = topics,
                    Chosen = [filled is { } chosen && host.Topics.Contains(HourFields.Topic(chosen)) ? HourFields.Topic(chosen) : HourFields.AnyTopic],
                },
                new NumberInput
                {
                    Id = "places", Label = say["OpenHours.PlacesLabel"], ErrorMessage = say["OpenHours.PlacesError", ("least", OpenHour.LeastPlaces), ("most", OpenHour.MostPlaces)], IsRequired = true,
                    Min = OpenHour.LeastPlaces, Max = OpenHour.MostPlaces, Value = filled?.Number("places") ?? HourFields.UsualPlaces,
                },
                new TextInput
                {
                    Id = "link", Label = say["OpenHours.LinkLabel"], ErrorMessage = say["OpenHours.LinkError"], IsRequired = true, Style = TextInputStyle.Url, MaxLength = OpenHour.LongestLink,
                    Value = filled is { } typed && HourFields.Link(typed) is { Length: > 0 } link ? link : null,
                },
                HouseStyle.StrongButton(say["OpenHours.Hold"], "open-hour/hold"),
                HouseStyle.Back(say["Words.Back"], "ambassador/show"),
            ]);
    }

    private static AdaptiveCard Ahead(OpenHourView view, Reading reading)
    {
        var say = reading.Say;
        List<CardElement> body =
        [
            HouseStyle.Facts((say["OpenHours.When"], HourFields.At(view.Hour, reading)), (say["OpenHours.About"], HourFields.About(view.Hour, reading)), (say["OpenHours.PlacesLeft"], view.PlacesLeft.ToString(say.Culture))),
        ];
        if (view.Guests.Count == 0) body.Add(HouseStyle.Paragraph(say.Markdown("OpenHours.NobodyYet")));
        foreach (var guest in view.Guests)
        {
            body.Add(HouseStyle.Subtle(Showing.Join(say, say.Person(guest.Person), say.PersonLine(guest.Person))));
            body.Add(HouseStyle.Quote(Showing.Brief(guest.Text, 300), say.Language.Code));
        }

        if (CardUrl.TryParse(view.Hour.Link, out var link)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["OpenHours.OpenMeeting"], Url = link }));
        body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Times.Outlook"], Url = HourFields.Outlook(view.Hour, reading) }));
        body.Add(HouseStyle.Button(say["OpenHours.Cancel"], "open-hour/cancel"));
        body.Add(HouseStyle.Back(say["Words.Back"], "ambassador/show"));
        return HouseStyle.Card(say.Language.Code, say["OpenHours.OwnHeading"], body);
    }
}

/// <summary>An open hour for somebody who was led to it: before their yes, and after.</summary>
public static class OpenHourCard
{
    /// <param name="text">What was written, when it comes back to be mended.</param>
    public static AdaptiveCard For(OpenHourView view, Reading reading, string? text = null) =>
        view.IsHost ? HostedHourCard.For(new OpenHourHost([], view), reading) : view.Comes ? Comes(view, reading) : Invited(view, reading, text);

    private static AdaptiveCard Invited(OpenHourView view, Reading reading, string? text)
    {
        var say = reading.Say;
        CardData of = ("suggestion", view.Suggestion!.Value.ToString());
        List<CardElement> body =
        [
            HouseStyle.Facts((say["OpenHours.When"], HourFields.At(view.Hour, reading)), (say["OpenHours.About"], HourFields.About(view.Hour, reading)), (say["OpenHours.PlacesLeft"], Math.Max(0, view.PlacesLeft).ToString(say.Culture))),
            HouseStyle.Paragraph(say.Markdown("OpenHours.JoinText")),
            new TextInput
            {
                Id = "text", Label = say["OpenHours.Text"], ErrorMessage = say["OpenHours.TextError"], IsRequired = true, IsMultiline = true, MaxLength = Introduction.MaxBlurb, Value = text ?? view.Text,
            },
            HouseStyle.StrongButton(say["OpenHours.Join"], "open-hour/join", of),
        ];
        if (view.MayAskAlone) body.Add(HouseStyle.Button(say["OpenHours.Alone"], "introduction/draft", of));
        return HouseStyle.Card(say.Language.Code, say["OpenHours.Heading", ("person", say.Person(view.Host))], body);
    }

    private static AdaptiveCard Comes(OpenHourView view, Reading reading)
    {
        var say = reading.Say;
        List<CardElement> body =
        [
            HouseStyle.Facts((say["OpenHours.When"], HourFields.At(view.Hour, reading)), (say["OpenHours.With"], say.Person(view.Host)), (say["OpenHours.About"], HourFields.About(view.Hour, reading))),
        ];
        if (CardUrl.TryParse(view.Hour.Link, out var link)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["OpenHours.OpenMeeting"], Url = link, Style = ActionStyle.Positive }));
        body.Add(HouseStyle.Button(new OpenUrlAction { Title = say["Times.Outlook"], Url = HourFields.Outlook(view.Hour, reading) }));
        body.Add(HouseStyle.Button(say["OpenHours.Leave"], "open-hour/leave", ("hour", view.Hour.Id.ToString())));
        return HouseStyle.Card(say.Language.Code, say["OpenHours.ComesHeading"], body);
    }
}

/// <summary>A short word about an open hour, with the way to one's problems.</summary>
internal static class OpenHourOverCard
{
    public static AdaptiveCard For(string heading, Reading reading) =>
        HouseStyle.Card(reading.Say.Language.Code, heading, [HouseStyle.Paragraph(reading.Say.Markdown("OpenHours.StillOpen")), HouseStyle.Button(reading.Say["OpenHours.MyProblems"], "problem/list")]);
}
