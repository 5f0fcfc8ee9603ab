using static InnovationBot.Cards.HouseStyle;

namespace InnovationBot.Cards.Tests.Examples;

/// <summary>What somebody gets who asked: the first phone screen holds the best case, its lesson, one person, one button.</summary>
internal static class AnswerExample
{
    public static AdaptiveCard Card => new()
    {
        Lang = "en",
        Speak = "I found three cases and two people. The best fit: a call before the application cut permit time from fourteen to six weeks.",
        FallbackText = "Three cases and two people who met this problem.",
        Body =
        [
            Heading("Three places met this problem"),
            BestCase,
            Person,
            Rows(
                RowLink(
                    "Letting owners declare small buildings themselves doubled neighbours' complaints",
                    "Nordhede Kommune, Denmark",
                    Open("Open: Letting owners declare small buildings themselves", "c-71"),
                    BadgeLine(OutcomeBadge(BadgeStyle.Warning, "✗", "What did not work"), "learned the hard way")),
                RowLink(
                    "A photo of a good file on the form halved what was sent back",
                    "A pension office, Austria",
                    Open("Open: A photo of a good file on the form", "c-12"),
                    BadgeLine(OutcomeBadge(BadgeStyle.Informative, "◐", "It worked in part"), "from another field")),
                RowLink(
                    "Someone at a municipality in the Netherlands",
                    "cut the same queue in 2024 · Dutch, English",
                    new ExecuteAction
                    {
                        Title = "Someone at a municipality in the Netherlands: ask for an introduction",
                        Verb = "introduction/draft",
                        Data = ("suggestion", "s-2"),
                    })),
            Button("None of these fits", "ask/none-fits", ("problem", "p-9")) with { Separator = true, Spacing = Spacing.Medium },
            Button("Keep it open", "problem/keep", ("problem", "p-9")),
        ],
    };

    private static Container BestCase => new()
    {
        Style = ContainerStyle.Emphasis,
        Spacing = Spacing.Small,
        SelectAction = Open("Open the case: A call before the application saved eight weeks", "c-40"),
        Items =
        [
            BadgeLine(OutcomeBadge(BadgeStyle.Good, "✓", "It worked"), "best fit"),
            new TextBlock(Markdown.Escape("A call before the application saved eight weeks")) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            Subtle("Občina Lipovec, Slovenia · municipality · 2022") with { Spacing = Spacing.None },
            Labelled("Lesson:", "the call worked better than the checklist; people do not know what they do not know."),
            Subtle("Why this: files arrive incomplete, and permits take months, as with you."),
        ],
    };

    private static Container Person => new()
    {
        Spacing = Spacing.Small,
        Items =
        [
            new TextBlock(Markdown.Escape("Ana Kovač can tell you more")) { Weight = TextWeight.Bolder },
            Subtle("Head of planning, Občina Lipovec · Slovene, English · carried this case") with { Spacing = Spacing.None },
            StrongButton("Ask for an introduction", "introduction/draft", ("suggestion", "s-1")),
        ],
    };

    private static ExecuteAction Open(string title, string id) => new() { Title = title, Verb = "case/open", Data = ("case", id) };
}
