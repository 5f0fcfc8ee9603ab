using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems.TryOuts;

namespace InnovationBot.Conversation.Problems.TryOuts;

/// <summary>The smallest step about a problem: asked for, planned, and what came of it.</summary>
public static class TryOutCard
{
    /// <summary>The card that a step is on as it stands.</summary>
    public static AdaptiveCard For(TryOutShown shown, Reading reading) => shown.Plan switch
    {
        null or { DroppedAt: not null } => Form(shown with { Plan = null }, reading),
        { AnsweredAt: not null } => Answered(shown, reading),
        { AskDue: null } => Asked(shown, reading),
        _ => Planned(shown, reading),
    };

    /// <param name="step">What was typed before, when something of it was of no use.</param>
    public static AdaptiveCard Form(TryOutShown shown, Reading reading, string? step = null, DateOnly? on = null)
    {
        var (say, problem) = (reading.Say, shown.Problem);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reading.Now, reading.Zone).DateTime);
        CardData of = ("problem", problem.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["TryOuts.Heading"],
            [
                HouseStyle.Quote(AnswerCard.Short(problem.Text), problem.Language.Code),
                new TextInput
                {
                    Id = "step", Label = say["TryOuts.StepLabel"], Placeholder = say["TryOuts.StepExample"], ErrorMessage = say["TryOuts.StepError"], IsRequired = true, IsMultiline = true,
                    MaxLength = TryOut.LongestStep, Value = step ?? shown.Plan?.Step,
                },
                new DateInput
                {
                    Id = "on", Label = say["TryOuts.DayLabel"], ErrorMessage = say["TryOuts.DayError"], IsRequired = true, Min = today.AddDays(1), Max = today.AddDays(TryOut.MostDays),
                    Value = on ?? shown.Plan?.On ?? today.AddDays(7),
                },
                HouseStyle.StrongButton(say["TryOuts.Plan"], "tryout/plan", of),
                HouseStyle.Subtle(say["TryOuts.Private"]),
                HouseStyle.Back(say["Words.Back"], "problem/show", of),
            ]);
    }

    private static AdaptiveCard Planned(TryOutShown shown, Reading reading)
    {
        var (say, plan) = (reading.Say, shown.Plan!);
        CardData problem = ("problem", shown.Problem.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["TryOuts.PlannedHeading", ("day", Day(plan.On, say))],
            [
                HouseStyle.Quote(plan.Step, shown.Problem.Language.Code),
                HouseStyle.Subtle(say["TryOuts.PlannedText"]),
                HouseStyle.Button(new ExecuteAction { Title = say["TryOuts.Change"], Verb = "tryout/form", Data = problem.With("change", "true"), AssociatedInputs = AssociatedInputs.None }),
                HouseStyle.Button(Quiet(say["TryOuts.Drop"], "tryout/drop", plan)),
                HouseStyle.Back(say["Words.Back"], "problem/show", problem),
            ]);
    }

    private static AdaptiveCard Asked(TryOutShown shown, Reading reading)
    {
        var (say, plan) = (reading.Say, shown.Plan!);
        return HouseStyle.Card(
            say.Language.Code,
            say["TryOuts.AskedHeading"],
            [
                HouseStyle.Quote(plan.Step, shown.Problem.Language.Code),
                new ChoiceSetInput
                {
                    Id = "result", Label = say["TryOuts.ResultLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Expanded,
                    Choices = [.. Enum.GetValues<TryOutResult>().Select(one => new Choice(say[$"TryOuts.Result_{Vocabulary.Write(one)}"], Vocabulary.Write(one)))],
                },
                new TextInput
                {
                    Id = "happened", Label = say["TryOuts.HappenedLabel"], ErrorMessage = say["TryOuts.HappenedError", ("most", TryOut.LongestText)], IsMultiline = true, MaxLength = TryOut.LongestText,
                },
                HouseStyle.StrongButton(say["TryOuts.Save"], "tryout/answer", Of(plan)),
                HouseStyle.Button(Quiet(say["TryOuts.NotYet"], "tryout/later", plan)),
                HouseStyle.Button(Quiet(say["TryOuts.Drop"], "tryout/drop", plan)),
                HouseStyle.Subtle(say["TryOuts.Why"]),
            ]);
    }

    private static AdaptiveCard Answered(TryOutShown shown, Reading reading)
    {
        var (say, plan, problem) = (reading.Say, shown.Plan!, shown.Problem);
        CardData of = ("problem", problem.Id.ToString());
        var body = new List<CardElement>
        {
            say.Labelled(say[$"TryOuts.Result_{Vocabulary.Write(plan.Result!.Value)}"], plan.Step),
        };
        if (plan.Happened is { } happened) body.AddRange(HouseStyle.Lines(happened));
        body.Add(HouseStyle.Paragraph(say["TryOuts.CaseQuestion"]));
        body.Add(HouseStyle.Button((CardAction)(reading.Form(say["TryOuts.Case"], "tryout/case", Of(plan)))));
        if (problem.IsOpen)
        {
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["TryOuts.Another"], Verb = "tryout/form", Data = of, AssociatedInputs = AssociatedInputs.None }));
            body.Add(HouseStyle.Button(new ExecuteAction { Title = say["TryOuts.Solved"], Verb = "problem/solved", Data = of, AssociatedInputs = AssociatedInputs.None }));
        }

        body.Add(HouseStyle.Subtle(say["TryOuts.Private"]));
        return HouseStyle.Card(say.Language.Code, say["TryOuts.AnsweredHeading"], body);
    }

    private static string Day(DateOnly on, Say say) => on.ToString(say["Words.DayFormat"], say.Culture);

    private static CardData Of(TryOut plan) => ("tryout", plan.Id.ToString());

    private static ExecuteAction Quiet(string title, string verb, TryOut plan) => new() { Title = title, Verb = verb, Data = Of(plan), AssociatedInputs = AssociatedInputs.None };
}
