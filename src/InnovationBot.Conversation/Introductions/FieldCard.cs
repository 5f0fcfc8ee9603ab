using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>One text to write about an introduction: an answer, or the one question; with the way back.</summary>
public static class FieldCard
{
    public static AdaptiveCard Write(IntroductionView view, Reading reading) =>
        Draw(view, reading, "Write", "introduction/write-send");

    public static AdaptiveCard Question(IntroductionView view, Reading reading) =>
        Draw(view, reading, "Question", "introduction/question-send", view.IsNamedToOther ? "Introductions.QuestionHintListed" : null);

    private static AdaptiveCard Draw(IntroductionView view, Reading reading, string name, string verb, string? hint = null)
    {
        var say = reading.Say;
        return IntroductionCard.Draw(
            reading,
            say[$"Introductions.{name}Heading"],
            null,
            [
                HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code),
                TakerCard.Field("text", $"Introductions.{name}Label", $"Introductions.{name}Error", reading),
                HouseStyle.Subtle(say[hint ?? $"Introductions.{name}Hint"]),
                HouseStyle.StrongButton(say[$"Introductions.{name}Send"], verb, IntroductionCard.Of(view)),
                HouseStyle.Back(say["Words.Back"], "introduction/show", IntroductionCard.Of(view)),
            ]);
    }
}

/// <summary>Who else could be asked; for somebody who is not in the network a text to pass on that says nothing about the asker.</summary>
public static class RedirectCard
{
    public static AdaptiveCard For(IntroductionView view, IReadOnlyList<RedirectChoice> choices, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement> { HouseStyle.Subtle(say[choices.Count > 0 ? "Introductions.RedirectHint" : "Introductions.RedirectNone"]) };
        if (choices.Count > 0)
            body.Add(HouseStyle.Rows([.. choices.Select(choice => HouseStyle.RowLink(
                Words.Showing.Person(say, choice.Shown),
                Words.Showing.PersonLine(say, choice.Shown),
                new ExecuteAction
                {
                    Title = Words.Showing.Person(say, choice.Shown),
                    Verb = "introduction/redirect-to",
                    Data = CardData.Of(("introduction", view.Id.ToString()), ("suggestion", choice.Suggestion.ToString())),
                    AssociatedInputs = AssociatedInputs.None,
                }))]));
        body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.RedirectNobody"], "introduction/redirect-to", view)));
        body.Add(HouseStyle.Back(say["Words.Back"], "introduction/show", IntroductionCard.Of(view)));
        return IntroductionCard.Draw(reading, say["Introductions.RedirectHeading"], null, body);
    }

    public static AdaptiveCard PassOn(Reading reading) => IntroductionCard.Draw(
        reading,
        reading.Say["Introductions.RedirectDone"],
        null,
        [
            HouseStyle.Subtle(reading.Say["Introductions.RedirectPass"]),
            HouseStyle.Quote(reading.Say["Introductions.RedirectPassText"], reading.Say.Language.Code),
        ]);
}

/// <summary>After "not my topic": which topic may come off the profile.</summary>
public static class TopicCard
{
    public static AdaptiveCard For(IntroductionView view, IReadOnlyList<string> topics, Reading reading)
    {
        var say = reading.Say;
        return IntroductionCard.Draw(
            reading,
            say["Introductions.Declined"],
            null,
            topics.Count == 0
                ? []
                :
                [
                    new ChoiceSetInput
                    {
                        Id = "topic",
                        Label = say["Introductions.TopicHeading"],
                        ErrorMessage = say["Words.ChooseOne"],
                        Style = ChoiceSetStyle.Expanded,
                        Choices = [.. topics.Select((topic, i) => new Choice(topic, i.ToString(System.Globalization.CultureInfo.InvariantCulture)))],
                    },
                    HouseStyle.Subtle(say["Introductions.TopicHint"]),
                    HouseStyle.Button(say["Introductions.TopicRemove"], "introduction/remove-topic", IntroductionCard.Of(view)),
                ]);
    }
}

/// <summary>How long no requests shall come.</summary>
public static class PauseCard
{
    public static AdaptiveCard Ask(IntroductionView view, Reading reading)
    {
        var say = reading.Say;
        return IntroductionCard.Draw(
            reading,
            say["Introductions.PauseHeading"],
            null,
            [
                HouseStyle.Subtle(say["Introductions.PauseHint"]),
                Button(say["Introductions.PauseUntilWeek"], "week", view),
                Button(say["Introductions.PauseUntilMonth"], "month", view),
                Button(say["Introductions.PauseOpen"], "open", view),
                HouseStyle.Back(say["Words.Back"], "introduction/show", IntroductionCard.Of(view)),
            ]);
    }

    private static ActionSet Button(string title, string until, IntroductionView view) =>
        HouseStyle.Button(title, "introduction/pause-until", IntroductionCard.Of(view).With("until", until));
}
