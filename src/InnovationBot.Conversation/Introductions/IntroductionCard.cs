using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>One introduction as it is now, for one of its sides: what the other asked or answered, and what can be done.</summary>
public static class IntroductionCard
{
    public static AdaptiveCard For(IntroductionView view, Reading reading) => view switch
    {
        { Stage: IntroductionStage.Introduced } => IntroducedCard.For(view, reading),
        { Side: IntroductionSide.Giver } => RequestCard.For(view, reading),
        _ => TakerCard.For(view, reading),
    };

    /// <summary>What every button about an introduction carries.</summary>
    internal static CardData Of(IntroductionView view) => ("introduction", view.Id.ToString());

    internal static ExecuteAction Act(string title, string verb, IntroductionView view, ActionStyle style = ActionStyle.Default) =>
        new() { Title = title, Verb = verb, Data = Of(view), Style = style, AssociatedInputs = AssociatedInputs.None };

    internal static AdaptiveCard Draw(Reading reading, string heading, string? speak, IReadOnlyList<CardElement> rest) =>
        HouseStyle.Card(reading.Say.Language.Code, heading, rest, speak);

    /// <summary>Where it stands, in a few words, for lists.</summary>
    internal static string Stage(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        return view.Stage switch
        {
            IntroductionStage.Asked when view.AnswerDue is { } due => say["Introductions.StageAsked", ("date", say.Day(due, reading.Zone))],
            IntroductionStage.Asked => say["Introductions.StageOnItsWay"],
            IntroductionStage.Questioned when view.Side == IntroductionSide.Giver => say["Introductions.StageQuestionedGiver"],
            var stage => say[$"Introductions.Stage{stage}"],
        };
    }

    internal static string OtherName(IntroductionView view, Reading reading) => reading.Say.Person(view.Other);
}
