using static InnovationBot.Cards.HouseStyle;

namespace InnovationBot.Cards.Tests.Examples;

/// <summary>What an ambassador gets who is asked for twenty minutes.</summary>
internal static class RequestExample
{
    private static readonly CardData Introduction = ("introduction", "i-5");

    public static AdaptiveCard Card => new()
    {
        Lang = "en",
        Speak = "A municipality asks for twenty minutes about building permits that take eleven weeks.",
        FallbackText = "Somebody asks for twenty minutes of your time.",
        Body =
        [
            Heading("Could you give 20 minutes?"),
            Paragraph($"Someone at a municipality in Denmark asks you because of **{Markdown.Escape("A call before the application")}** (2022)."),
            Quote("People wait eleven weeks for a building permit, half of the files come back incomplete, and nobody answers the phone.\nWe tried a longer guidance note; it changed nothing.", "en"),
            Facts(("Languages", "Danish, English"), ("They hear", "your name only after your yes"), ("Requests", "1 of your 3 this month")),
            StrongButton("Yes, introduce us", "introduction/accept", Introduction),
            Button("Answer in writing", "introduction/write", Introduction),
            Button("One question first", "introduction/question", Introduction),
            Button(new ShowCardAction
            {
                Title = "Not this time…",
                Body =
                [
                    Subtle("No reason is needed, and nobody is told who said no."),
                    Button("Not now", "introduction/decline", Introduction),
                    Button("Not my topic", "introduction/not-my-topic", Introduction),
                    Button("Someone else could", "introduction/redirect", Introduction),
                    Button("Pause requests", "ambassador/pause"),
                ],
            }),
            Subtle("I am an automated assistant. Silence is fine too: after five working days I ask somebody else."),
        ],
    };
}
