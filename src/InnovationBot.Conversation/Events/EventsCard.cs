using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Conversation.Events;

/// <summary>Events to look through: one row each, those the reader signed up for first.</summary>
public static class EventsCard
{
    public static AdaptiveCard For(EventsPage page, Reading reading)
    {
        var (say, filter) = (reading.Say, page.Filter);
        var heading = page.Total > 0
            ? say.Count(filter.Past ? "Events.HeadingPast" : filter.Mine ? "Events.HeadingMine" : "Events.Heading", page.Total)
            : say[filter.Past ? "Events.NonePast" : filter.Mine ? "Events.NoneMine" : filter == EventFilter.None ? "Events.None" : "Events.NoneLikeThat"];
        var body = new List<CardElement>();
        if (Told(filter, say) is { Length: > 0 } told) body.Add(HouseStyle.Subtle(told) with { Spacing = Spacing.None });
        if (page.Events.Count > 0) body.Add(HouseStyle.Rows([.. page.Events.Select(view => Row(view, filter, page.Page, reading))]));
        body.AddRange(Paging.Turning(page.Page, page.Pages, "event/list", to => EventsView.Data(page.Filter, to), say));
        if (!filter.Mine) body.Add(HouseStyle.Button(FilterOf(filter, reading)));
        if (filter != EventFilter.None) body.Add(HouseStyle.Button(Open(say["Events.ShowUpcoming"], EventFilter.None, 1)));
        if (!filter.Past) body.Add(HouseStyle.Button(Open(say["Events.ShowPast"], EventFilter.None with { Past = true }, 1)));
        if (page.Reminds is { } reminds)
            body.Add(HouseStyle.Button(ManageCard.Act(say[reminds ? "Events.TurnRemindersOff" : "Events.TurnRemindersOn"], "event/reminders", ("wanted", reminds ? "false" : "true"))));
        if (page.MayOrganise) body.Add(HouseStyle.Button(reading.Form(say["Events.New"], "event/new")));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static ColumnSet Row(EventView view, EventFilter filter, int page, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.RowLink(
            view.Event.Title,
            say.Line(view.Event),
            new ExecuteAction
            {
                Title = say["Problems.OpenNamed", ("title", view.Event.Title)],
                Verb = "event/open",
                Data = EventsView.Data(filter, page).With("event", view.Event.Id.ToString()),
                AssociatedInputs = AssociatedInputs.None,
            },
            SignUpCard.State(view, reading) is (var style, var sign, { Length: > 0 } text) ? HouseStyle.BadgeLine(HouseStyle.OutcomeBadge(style, sign, text), "") : null);
    }

    private static ShowCardAction FilterOf(EventFilter filter, Reading reading)
    {
        var say = reading.Say;
        var first = new DateOnly(reading.Now.Year, reading.Now.Month, 1);
        return new ShowCardAction
        {
            Title = say["Events.Filter"],
            Body =
            [
                new TextInput { Id = "text", Label = say["Events.FilterText"], ErrorMessage = say["Events.AnswerError"], MaxLength = EventFilter.LongestText, Value = filter.Text.Length > 0 ? filter.Text : null },
                new ChoiceSetInput
                {
                    Id = "month", Label = say["Events.FilterMonth"], ErrorMessage = say["Events.AnswerError"], Placeholder = say["Events.AnyMonth"],
                    Choices = [.. Enumerable.Range(0, 12).Select(n => filter.Past ? first.AddMonths(-n) : first.AddMonths(n)).Select(month => new Choice(MonthName(month, say), EventsView.Write(month)))],
                    Chosen = filter.Month is { } chosen ? [EventsView.Write(chosen)] : [],
                },
                new ChoiceSetInput
                {
                    Id = "language", Label = say["Events.FilterLanguage"], ErrorMessage = say["Events.AnswerError"], Placeholder = say["Events.AnyLanguage"],
                    Choices = [.. Language.Spoken.Select(language => new Choice(say.LanguageName(language), language.Code))],
                    Chosen = filter.Language is { } spoken ? [spoken.Code] : [],
                },
                HouseStyle.Button(say["Events.FilterShow"], "event/list", ("past", filter.Past ? "true" : "false")),
            ],
        };
    }

    private static string Told(EventFilter filter, Say say) => Showing.Join(
        say, filter.Text.Length > 0 ? say["Library.Text", ("text", filter.Text)] : null, filter.Month is { } month ? MonthName(month, say) : null,
        filter.Language is { } language ? say.LanguageName(language) : null);

    private static string MonthName(DateOnly month, Say say) => month.ToString(say["Words.MonthFormat"], say.Culture);

    private static ExecuteAction Open(string title, EventFilter filter, int page) => new()
    {
        Title = title, Verb = "event/list", Data = EventsView.Data(filter, page), AssociatedInputs = AssociatedInputs.None,
    };
}

/// <summary>What part of the events a card shows, as its buttons carry it.</summary>
internal static class EventsView
{
    public static CardData Data(EventFilter filter, int page) => CardData.Of(
        ("text", filter.Text), ("month", filter.Month is { } month ? Write(month) : ""), ("language", filter.Language?.Code ?? ""),
        ("past", filter.Past ? "true" : "false"), ("mine", filter.Mine ? "true" : "false"), ("page", page.ToString(CultureInfo.InvariantCulture)));

    public static (EventFilter Filter, int Page) Of(Routing.PressData data) => (
        new EventFilter(
            data.Text("text", EventFilter.LongestText), data.Text("language", 8) is { Length: 2 } code ? new Language(code) : null,
            Month(data.Text("month", 16)), data.Flag("past"), data.Flag("mine")),
        data.Number("page") ?? 1);

    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static DateOnly? Month(string text) => DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
