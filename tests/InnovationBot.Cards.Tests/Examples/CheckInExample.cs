using static InnovationBot.Cards.HouseStyle;

namespace InnovationBot.Cards.Tests.Examples;

/// <summary>One question a month, with three ways out of it.</summary>
internal static class CheckInExample
{
    private static readonly CardData CheckIn = ("checkin", "k-1");

    public static AdaptiveCard Card => new()
    {
        Lang = "en",
        Speak = "Who had to wait, come back or ring again because of us this month?",
        FallbackText = "Who had to wait, come back or ring again because of us this month?",
        Body =
        [
            Heading("Who had to wait, come back or ring again because of us?"),
            Subtle("Two minutes, one problem. Your manager does not see this. Please leave out names of citizens and colleagues.") with { Size = TextSize.Default },
            new TextInput
            {
                Id = "problem",
                Label = "What happened?",
                IsMultiline = true,
                Placeholder = "For example: twelve people came twice, for a number they don't have",
                IsRequired = true,
                ErrorMessage = "Write one sentence, or press \"Nothing now\".",
                MaxLength = 2000,
            },
            ButtonPair(
                new ExecuteAction { Title = "Send", Verb = "checkin/answer", Data = CheckIn, Style = ActionStyle.Positive },
                Without("Nothing now", "checkin/skip")),
            ButtonPair(Without("Ask me later", "checkin/later"), Without("Stop asking", "checkin/stop")),
        ],
    };

    private static ExecuteAction Without(string title, string verb) =>
        new() { Title = title, Verb = verb, Data = CheckIn, AssociatedInputs = AssociatedInputs.None };
}
