using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Problems;

/// <summary>What somebody asked: the state of each, and what can be done with it.</summary>
public static class MyProblemsCard
{
    /// <summary>More than this many do not fit a card; older ones appear as these are closed.</summary>
    private const int Most = 8;

    public static AdaptiveCard For(IReadOnlyList<ProblemOverview> problems, Reading reading)
    {
        var say = reading.Say;
        var heading = say["Problems.MyProblemsHeading"];
        var body = new List<CardElement> { HouseStyle.Heading(heading) };
        if (problems.Count == 0) body.Add(HouseStyle.Paragraph(say["Problems.MyProblemsNone"]));
        foreach (var problem in problems.Take(Most)) body.Add(Row(problem, reading));
        return new AdaptiveCard
        {
            Lang = say.Language.Code,
            FallbackText = heading,
            Speak = problems.Count == 0 ? say["Problems.MyProblemsNone"] : heading,
            Body = body,
        };
    }

    private static Container Row(ProblemOverview overview, Reading reading)
    {
        var (say, zone, _) = reading;
        var problem = overview.Problem;
        CardData of = ("problem", problem.Id.ToString());
        var items = new List<CardElement>
        {
            new RichTextBlock { Inlines = [new TextRun(Showing.Brief(problem.Text, 200))] },
            HouseStyle.Subtle(Words.Showing.Join(
                say, say["Problems.AskedOn", ("date", say.Date(problem.CreatedAt, zone))], State(overview, reading), problem.IsOpenToOthers ? say["Opened.OpenTo"] : null,
                overview.Item is { } item && (item.IsOpen || problem.IsOpen) ? Desk.DeskItemCard.OwnerState(item, reading) : null)),
        };
        var actions = new List<CardAction> { Action(say["Problems.SearchAgain"], "problem/show", of) };
        if (overview.Offers > 0) actions.Insert(0, Action(say.Count("Opened.SeeOffers", overview.Offers), "help-offer/list", of));
        if (overview.Item is { } lies) actions.Insert(0, Action(say["Desk.SeeDesk"], "desk/show", ("item", lies.Id.ToString())));
        if (problem.IsOpen)
        {
            if (overview.MayAskDesk) actions.Add(Action(say["Problems.PassOn"], "problem/pass-on", of));
            actions.Add(Action(say["Opened.OpenAction"], "problem/open-form", of));
            actions.Add(Action(say["TryOuts.Open"], "tryout/form", of));
            actions.Add(Action(say["Problems.Edit"], "problem/edit", of));
            actions.Add(Action(say["Problems.Solved"], "problem/solved", of));
            actions.Add(Action(say["Problems.Withdraw"], "problem/withdraw", of));
            if (overview.MayAskOrganiser) actions.Add(Action(say["Problems.AskOrganiser"], "problem/ask-organiser", of));
        }

        items.Add(HouseStyle.Button(new ShowCardAction
        {
            Title = say["Problems.WhatNext"],
            Body = [.. actions.Select(HouseStyle.Button)],
        }));
        return new Container { Separator = true, Spacing = Spacing.Medium, Items = items };
    }

    private static string State(ProblemOverview overview, Reading reading) => overview switch
    {
        { Looking: true } => reading.Say["Problems.Looking"],
        { EndsAt: { } due } => reading.Say["Problems.State_draft", ("date", reading.Say.Date(due, reading.Zone))],
        _ => reading.Say[$"Problems.State_{Vocabulary.Write(overview.Problem.State == ProblemState.Draft ? ProblemState.Open : overview.Problem.State)}"],
    };

    private static ExecuteAction Action(string title, string verb, CardData of) =>
        new() { Title = title, Verb = verb, Data = of, AssociatedInputs = AssociatedInputs.None };
}
