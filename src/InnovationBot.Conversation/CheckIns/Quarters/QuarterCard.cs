using InnovationBot.Cards;
using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.CheckIns.Quarters;

/// <summary>Once a quarter, before the question: first one's own problem that had no news, then what came of everybody's answers.</summary>
public static class QuarterCard
{
    public static AdaptiveCard For(QuarterView view, ITasks tasks, Reading reading)
    {
        var (say, figures) = (reading.Say, view.Figures);
        var body = new List<CardElement>();
        var heading = say["Quarters.Heading", ("quarter", view.Quarter.Number), ("year", view.Quarter.Year)];
        if (view.Quiet is { } quiet)
        {
            CardData of = ("problem", quiet.Id.ToString());
            body.Add(HouseStyle.Quote(AnswerCard.Short(quiet.Text), quiet.Language.Code));
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["Problems.SearchAgain"], Verb = "problem/show", Data = of, AssociatedInputs = AssociatedInputs.None }));
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["Opened.OpenAction"], Verb = "problem/open-form", Data = of, AssociatedInputs = AssociatedInputs.None }));
            body.Add(new TextBlock(Markdown.Escape(heading)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
        }

        body.Add(new FactSet
        {
            Facts =
            [
                new Fact(say["Quarters.Came"], say.Figure(figures.Came)), new Fact(say["Quarters.Found"], say.Figure(figures.Found)),
                new Fact(say["Quarters.Tried"], say.Figure(figures.Tried)), new Fact(say["Quarters.Solved"], say.Figure(figures.Solved)),
            ],
        });
        if (figures.UnansweredTask is { } task)
            body.Add(HouseStyle.Paragraph(say.Markdown($"Quarters.Unanswered_{Vocabulary.Write(figures.Holder)}", ("task", tasks.Name(task, say.Language)))));
        body.Add(HouseStyle.StrongButton(say["Quarters.Next"], "checkin/show", CheckInCard.Of(view.CheckIn)));
        body.Add(HouseStyle.Subtle(say["Quarters.People"]));
        body.Add(HouseStyle.Button(CheckInCard.Quiet(say["CheckIns.StopAsking"], "checkin/stop", view.CheckIn)));
        body.Add(HouseStyle.Subtle(say["CheckIns.Why"]));
        return HouseStyle.Card(say.Language.Code, view.Quiet is null ? heading : say["Quarters.QuietHeading"], body);
    }
}
