using System.Globalization;
using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Times;

namespace InnovationBot.Conversation.Introductions.Times;

/// <summary>Up to three times that a giver offers, by their own clock.</summary>
public static class TimesForm
{
    /// <param name="filled">What was pressed with it; it is not lost when something in it is wrong.</param>
    /// <param name="why">What is wrong with it.</param>
    public static AdaptiveCard For(IntroductionView view, Reading reading, PressData? filled = null, Refusal? why = null)
    {
        var say = reading.Say;
        var accepts = view.Stage != IntroductionStage.Introduced;
        var body = new List<CardElement>();
        if (why is not null)
            body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(Refusals.Sentence(why, say)))] });
        body.Add(HouseStyle.Subtle(say["Times.FormHint", ("zone", reading.Zone.Id)]));
        for (var i = 1; i <= TalkTime.Most; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var (date, time) = filled is { } data ? Row(data, i) : default;
            body.Add(new DateInput { Id = $"date{number}", Label = say["Times.Date", ("number", number)], ErrorMessage = say["Times.DateError"], Value = Day(date) });
            body.Add(new TimeInput { Id = $"time{number}", Label = say["Times.Time", ("number", number)], ErrorMessage = say["Times.TimeError"], Value = Clock(time) });
        }

        body.Add(HouseStyle.StrongButton(say[accepts ? "Introductions.Accept" : "Times.Offer"], accepts ? "introduction/accept" : "introduction/times-offer", IntroductionCard.Of(view)));
        body.Add(HouseStyle.Back(say["Words.Back"], "introduction/show", IntroductionCard.Of(view)));
        return HouseStyle.Card(say.Language.Code, say["Times.FormHeading"], body);
    }

    /// <summary>What was filled in; a date or a time that is none counts as half a row.</summary>
    internal static Result<IReadOnlyList<DateTimeOffset>> Read(PressData data, TimeZoneInfo zone)
    {
        List<(DateOnly?, TimeOnly?)> rows = [];
        for (var i = 1; i <= TalkTime.Most; i++)
        {
            var (date, time) = Row(data, i);
            if (date is not { Length: > 0 } && time is not { Length: > 0 }) continue;
            if ((Day(date), Clock(time)) is not ({ } day, { } at)) return TimeRefusals.Half;
            rows.Add((day, at));
        }

        return TalkTimes.Read(rows, zone);
    }

    private static (string? Date, string? Time) Row(PressData data, int number) =>
        (data.Text(string.Create(CultureInfo.InvariantCulture, $"date{number}"), 20), data.Text(string.Create(CultureInfo.InvariantCulture, $"time{number}"), 20));

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? Clock(string? text) => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at : null;
}

/// <summary>What of times stands on the card of two who were introduced.</summary>
internal static class TimesPart
{
    public static IEnumerable<CardElement> Of(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        if (view.Times is [{ IsChosen: true } chosen])
        {
            yield return HouseStyle.Facts((say["Times.Fact"], At(chosen.StartAt, reading)));
            var subject = say["Times.Subject"];
            if (chosen.Calendar is { } file && CardUrl.TryParse(file.AbsoluteUri, out var address, allowLoopback: true)) yield return Open(say["Times.File"], address);
            yield return Open(say["Times.Outlook"], reading.Links.Outlook.Compose(subject, chosen.StartAt, chosen.StartAt + TalkTime.Length, view.Blurb.Length <= 300 ? view.Blurb : view.Blurb[..300]));
            if (view.Contact?.Email is { Length: > 0 } email)
                yield return Open(say["Times.Teams"], reading.Links.Teams.NewMeeting(subject, [email], chosen.StartAt, chosen.StartAt + TalkTime.Length));
            yield break;
        }

        if (view.Side == IntroductionSide.Taker)
        {
            if (view.Times.Count == 0) yield break;
            yield return HouseStyle.Paragraph(say["Times.Choose"]);
            foreach (var time in view.Times)
                yield return HouseStyle.Button(new ExecuteAction
                {
                    Title = Short(time.StartAt, reading), Verb = "introduction/time-choose",
                    Data = CardData.Of(("introduction", view.Id.ToString()), ("time", time.Id.ToString())), AssociatedInputs = AssociatedInputs.None,
                });
            yield break;
        }

        if (view.Times.Count > 0) yield return HouseStyle.Facts((say["Times.Offered"], string.Join("; ", view.Times.Select(time => At(time.StartAt, reading)))));
        if (view.Stage == IntroductionStage.Introduced) yield return HouseStyle.Button(IntroductionCard.Act(say["Times.OfferSome"], "introduction/times", view));
    }

    internal static string At(DateTimeOffset at, Reading reading) => $"{reading.Say.Day(at, reading.Zone)}, {Clock(at, reading)}";

    /// <summary>Fits a button in every language: "Mon 1 Mar, 10:00".</summary>
    private static string Short(DateTimeOffset at, Reading reading) =>
        $"{TimeZoneInfo.ConvertTime(at, reading.Zone).ToString(reading.Say["Times.ShortDay"], reading.Say.Culture)} {Clock(at, reading)}";

    private static string Clock(DateTimeOffset at, Reading reading) => TimeZoneInfo.ConvertTime(at, reading.Zone).ToString(reading.Say["Words.TimeFormat"], reading.Say.Culture);

    private static ActionSet Open(string title, CardUrl url) => HouseStyle.Button(new OpenUrlAction { Title = title, Url = url });
}
