using static InnovationBot.Cards.HouseStyle;

namespace InnovationBot.Cards.Tests.Examples;

/// <summary>An event, as somebody sees it who goes there; others see their own version by refresh.</summary>
internal static class SignUpExample
{
    private static readonly CardData Event = ("event", "e-3");

    public static AdaptiveCard Card => new()
    {
        Lang = "en",
        Speak = "Queue clinic on the first of March, nine to twelve. You are going. Seven places are left.",
        FallbackText = "Queue clinic, 1 March, 9 to 12.",
        Refresh = new Refresh { Title = "Refresh card", Verb = "event/show", Data = Event },
        Body =
        [
            new ColumnSet
            {
                Columns =
                [
                    new Column
                    {
                        Width = ColumnWidth.Pixels(64),
                        Style = ContainerStyle.Accent,
                        VerticalContentAlignment = VerticalAlignment.Center,
                        Items =
                        [
                            new TextBlock("Mar") { HorizontalAlignment = HorizontalAlignment.Center, Size = TextSize.Small, Weight = TextWeight.Bolder },
                            new TextBlock("1") { HorizontalAlignment = HorizontalAlignment.Center, Size = TextSize.ExtraLarge, Weight = TextWeight.Bolder, Spacing = Spacing.None },
                        ],
                    },
                    new Column
                    {
                        Width = ColumnWidth.Stretch,
                        Items = [Heading("Queue clinic"), Subtle("Workshop · Monday, 9:00-12:00 (Ljubljana) · Room 1 and online") with { Spacing = Spacing.None }],
                    },
                ],
            },
            Labelled("The problem:", "people queue for hours at the counter because appointments and walk-ins share one line. Brought by Občina Lipovec."),
            BadgeLine(OutcomeBadge(BadgeStyle.Good, "✓", "You are going"), "7 of 25 places left") with { Spacing = Spacing.Default },
            Button("Free my place", "event/leave", Event),
            Button(new OpenUrlAction { Title = "Add to calendar", Url = "https://bot.example.gov/calendar/token.ics" }),
            Button("Details", "event/details", Event),
            new RichTextBlock
            {
                Inlines =
                [
                    new TextRun("You get this because your open problem is about waiting times. ") { Size = TextSize.Small, IsSubtle = true },
                    new TextRun("Fewer of these")
                    {
                        Size = TextSize.Small,
                        SelectAction = new ExecuteAction { Title = "Fewer of these", Verb = "broadcasts/fewer", Data = ("kind", "event") },
                    },
                ],
            },
        ],
    };
}
