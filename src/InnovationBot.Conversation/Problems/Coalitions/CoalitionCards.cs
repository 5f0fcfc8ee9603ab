using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;

namespace InnovationBot.Conversation.Problems.Coalitions;

/// <summary>Others have the same problem: the private question, the wait, and once three said yes who they are.</summary>
public static class CoalitionCard
{
    /// <summary>Of the meeting that the link proposes.</summary>
    private static readonly TimeSpan MeetingLength = TimeSpan.FromMinutes(45);

    public static AdaptiveCard For(CoalitionView view, Reading reading) => view switch
    {
        { Coalition.State: CoalitionState.Lapsed } => Lapsed(view, reading),
        { Own.Answer: CoalitionAnswer.Waiting } => Asked(view, reading),
        { Own.Answer: CoalitionAnswer.No or CoalitionAnswer.Left } => Declined(view, reading),
        { Coalition.State: CoalitionState.Formed } => Formed(view, reading),
        _ => Waits(view, reading),
    };

    private static AdaptiveCard Asked(CoalitionView view, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say.Count("Coalitions.AskedHeading", view.Asked),
            [
                HouseStyle.Paragraph(say["Coalitions.AskedText", ("fewest", Coalition.FewestYes)]),
                new TextInput
                {
                    Id = "words", Label = say["Coalitions.WordsLabel"], ErrorMessage = say["Coalitions.WordsError"], IsRequired = true, IsMultiline = true, MaxLength = CoalitionSeat.LongestWords,
                    Value = Problem.Cut(view.Problem.Text, CoalitionSeat.LongestWords),
                },
                HouseStyle.StrongButton(say["Coalitions.Yes"], "coalition/yes", Of(view)),
                HouseStyle.Button(Quiet(say["Coalitions.No"], "coalition/no", view)),
                HouseStyle.Subtle(say["Coalitions.Why"]),
            ]);
    }

    private static AdaptiveCard Waits(CoalitionView view, Reading reading) => HouseStyle.Card(
        reading.Say.Language.Code,
        reading.Say["Coalitions.WaitsHeading"],
        [
            HouseStyle.Quote(view.Own.Words ?? "", view.Problem.Language.Code),
            HouseStyle.Subtle(reading.Say["Coalitions.WaitsText", ("fewest", Coalition.FewestYes)]),
            HouseStyle.Button(Quiet(reading.Say["Coalitions.TakeBack"], "coalition/no", view)),
        ]);

    private static AdaptiveCard Formed(CoalitionView view, Reading reading)
    {
        var (say, zone, _) = reading;
        var opener = view.Others.FirstOrDefault(one => one.IsOpener)?.Shown;
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(view.IsOpener ? say["Coalitions.YouOpen"] : say["Coalitions.TheyOpen", ("person", opener is null ? say["Words.Someone"] : say.Person(opener))]),
        };
        foreach (var other in view.Others)
        {
            body.Add(new TextBlock(Markdown.Escape(say.Person(other.Shown))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(HouseStyle.Subtle(say.PersonLine(other.Shown)));
            body.Add(HouseStyle.Quote(other.Words, view.Problem.Language.Code));
        }

        if (view.Coalition.MeetAt is { } at)
            body.Add(HouseStyle.Labelled(say["Coalitions.FirstDate"], $"{say.Day(at, zone)}, {TimeZoneInfo.ConvertTime(at, zone).ToString("t", say.Culture)}"));
        if (view.IsOpener) body.AddRange(Ways(view, reading));
        body.Add(HouseStyle.Button(Quiet(say["Coalitions.Leave"], "coalition/no", view)));
        return HouseStyle.Card(say.Language.Code, say.Count("Coalitions.FormedHeading", view.Others.Count), body);
    }

    /// <summary>A bot opens no group chat: one of them does, by the link.</summary>
    private static IEnumerable<CardElement> Ways(CoalitionView view, Reading reading)
    {
        var (say, teams) = (reading.Say, reading.Links.Teams);
        var emails = view.Others.Select(one => one.Email).OfType<string>().Where(email => email.Length > 0).ToList();
        if (emails.Count == 0) yield break;
        var topic = say["Coalitions.Topic"];
        yield return HouseStyle.Button(new OpenUrlAction { Title = say["Coalitions.OpenChat"], Url = teams.Chat(emails, topic, say["Coalitions.FirstLine"]), Style = ActionStyle.Positive });
        if (view.Coalition.MeetAt is { } at)
            yield return HouseStyle.Button(new OpenUrlAction { Title = say["Coalitions.Propose"], Url = teams.NewMeeting(topic, emails, at, at + MeetingLength) });
    }

    private static AdaptiveCard Declined(CoalitionView view, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Subtle(say[view.Own.Answer == CoalitionAnswer.Left ? "Coalitions.LeftText" : "Coalitions.DeclinedText"]) };
        body.Add(new TextInput
        {
            Id = "words", Label = say["Coalitions.WordsLabel"], ErrorMessage = say["Coalitions.WordsError"], IsMultiline = true, MaxLength = CoalitionSeat.LongestWords,
            Value = Problem.Cut(view.Problem.Text, CoalitionSeat.LongestWords),
        });
        body.Add(HouseStyle.Button(say["Coalitions.AfterAll"], "coalition/yes", Of(view)));
        return HouseStyle.Card(say.Language.Code, say["Coalitions.DeclinedHeading"], body);
    }

    private static AdaptiveCard Lapsed(CoalitionView view, Reading reading) => HouseStyle.Card(
        reading.Say.Language.Code,
        reading.Say["Coalitions.LapsedHeading"],
        [
            HouseStyle.Paragraph(reading.Say["Coalitions.LapsedText"]),
            HouseStyle.Button(reading.Say["Problems.SearchAgain"], "problem/show", ("problem", view.Problem.Id.ToString())),
        ]);

    private static CardData Of(CoalitionView view) => ("coalition", view.Coalition.Id.ToString());

    private static ExecuteAction Quiet(string title, string verb, CoalitionView view) => new() { Title = title, Verb = verb, Data = Of(view), AssociatedInputs = AssociatedInputs.None };
}

/// <summary>Problems that several share and no group came of: an event could.</summary>
public sealed class EventSuggestionRows(SuggestEvents suggest, ITasks tasks) : IOrganiseRows
{
    public int Order => 22;

    public async Task<IReadOnlyList<OrganiseSection>> Sections(Turn turn, CancellationToken stop)
    {
        var found = await suggest.Handle(turn.By, stop);
        return found.Count == 0 ? [] : [For(found, tasks, turn.Reading)];
    }

    internal static OrganiseSection For(IReadOnlyList<EventSuggestion> found, ITasks tasks, Reading reading) => new(
        reading.Say["Coalitions.Suggestions", ("count", found.Count)],
        [.. found.Take(60).Select(one => HouseStyle.RowLink(
            tasks.Name(one.Task, reading.Say.Language),
            reading.Say["Coalitions.Suggestion", ("people", reading.Say.Figure(one.People))],
            new ExecuteAction
            {
                Title = reading.Say["Coalitions.MakeEvent", ("task", tasks.Name(one.Task, reading.Say.Language))], Verb = "coalition/event", Data = ("task", one.Task), AssociatedInputs = AssociatedInputs.None,
            }))]);
}
