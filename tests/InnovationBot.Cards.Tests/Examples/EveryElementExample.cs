using static InnovationBot.Cards.HouseStyle;

namespace InnovationBot.Cards.Tests.Examples;

/// <summary>No card of the bot: every element, input and action once, with most of what can be set.</summary>
internal static class EveryElementExample
{
    public static AdaptiveCard Card
    {
        get
        {
            var mention = new Mention("29:1a", "Ana <Kovač>");
            return new AdaptiveCard
            {
                Lang = "sl",
                Speak = "Everything once.",
                FallbackText = "Everything once.",
                Msteams = new TeamsCardProperties { FullWidth = true, Mentions = [mention] },
                Refresh = new Refresh { Title = "Refresh", Verb = "every/show", UserIds = ["29:1a", "29:1b"] },
                Authentication = new Authentication
                {
                    Text = "Sign in",
                    ConnectionName = "directory",
                    TokenExchangeResource = new TokenExchangeResource("x-1", "api://botid-1", "provider"),
                    Buttons = [new AuthCardButton("signin", "Sign in", "https://login.example.gov/start")],
                },
                Body = [Heading("Everything once"), Paragraph($"With **bold** and {mention.Text}."), .. Shown, .. Asked, .. Pressed],
            };
        }
    }

    private static CardElement[] Shown =>
    [
        new Image { Url = "https://bot.example.gov/ana.png", AltText = "Ana Kovač", Style = ImageStyle.Person, Size = ImageSize.Small },
        Labelled("Lesson:", "**stars** stay stars"),
        Quote("Ljudje čakajo.\nNihče ne dvigne telefona.", "sl"),
        Facts(("Places", "7 of 25")),
        BadgeLine(OutcomeBadge(BadgeStyle.Informative, "◐", "It worked in part") with { Icon = "Info", Shape = BadgeShape.Circular, Tooltip = "Two of three goals" }, "2022"),
        new Table
        {
            FirstRowAsHeaders = true,
            ShowGridLines = false,
            GridStyle = ContainerStyle.Emphasis,
            Columns = [new TableColumn(2), new TableColumn(1, HorizontalAlignment.Right)],
            Rows = [Row("Step", "Weeks"), Row("Check", "2")],
        },
        new Container
        {
            Id = "more",
            IsVisible = false,
            MinHeight = "40px",
            Rtl = false,
            VerticalContentAlignment = VerticalAlignment.Center,
            Items = [new TextBlock("More") { MaxLines = 2, FontType = FontType.Monospace, Weight = TextWeight.Lighter }],
        },
        new ColumnSet
        {
            Style = ContainerStyle.Accent,
            Columns =
            [
                new Column { Width = ColumnWidth.Weighted(2), Items = [Subtle("left")] },
                new Column { Width = ColumnWidth.Pixels(50), Separator = true, Items = [Subtle("right")] },
            ],
        },
    ];

    private static CardElement[] Asked =>
    [
        new TextInput { Id = "mail", Label = "E-mail", ErrorMessage = "Like name@example.gov", Style = TextInputStyle.Email, Regex = "^[^@ ]+@[^@ ]+$", Value = "ana@example.gov" },
        new ChoiceSetInput
        {
            Id = "languages",
            Label = "Languages, choose at least one",
            ErrorMessage = "Choose at least one.",
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Choices = [new Choice("Slovene", "sl"), new Choice("English", "en"), new Choice("German", "de")],
            Chosen = ["sl", "en"],
        },
        new ChoiceSetInput
        {
            Id = "organisation",
            Label = "Organisation",
            ErrorMessage = "Choose one of the list.",
            IsRequired = true,
            Style = ChoiceSetStyle.Filtered,
            Placeholder = "Type to search",
            Choices = [new Choice("Občina Lipovec", "o-1")],
            ChoicesData = new DataQuery("organisations") { Count = 15, AssociatedInputs = AssociatedInputs.None },
            ValueChangedAction = new ResetInputsAction { TargetInputIds = ["colleague"] },
        },
        new ChoiceSetInput { Id = "colleague", Label = "Colleague", ErrorMessage = "Choose a person.", Choices = [new Choice("Nobody yet", "none")], ChoicesData = DataQuery.People },
        new DateInput { Id = "day", Label = "Day", ErrorMessage = "Choose a day of March.", Value = new DateOnly(2026, 3, 1), Min = new DateOnly(2026, 3, 1), Max = new DateOnly(2026, 3, 31) },
        new TimeInput { Id = "hour", Label = "Hour", ErrorMessage = "Between 8:00 and 17:30.", Value = new TimeOnly(9, 0), Min = new TimeOnly(8, 0), Max = new TimeOnly(17, 30) },
        new NumberInput { Id = "places", Label = "Places", ErrorMessage = "Between 0 and 25.", Value = 7, Min = 0, Max = 25 },
        new ToggleInput { Id = "listed", Label = "Listing", Title = "Show me by name as the entry point of my institution", ErrorMessage = "Tick it or leave it.", Ticked = true },
    ];

    private static CardElement[] Pressed =>
    [
        StrongButton("Send", "every/send", CardData.Of(("every", "1"), ("step", "2"))),
        Button(new SubmitAction { Title = "Open the form", Verb = "every/form", Data = ("every", "1"), OpensDialog = true, HideFeedback = true }),
        Button(new OpenUrlAction { Title = "Read more", Url = "https://bot.example.gov/more", Tooltip = "Opens in the browser" }),
        Button(new ToggleVisibilityAction { Title = "More", TargetElements = [new TargetElement("more"), new TargetElement("mail", true)], Mode = ActionMode.Secondary }),
        Button(new ShowCardAction { Title = "Not this time…", Body = [Subtle("Nobody is told.")], Actions = [new ExecuteAction { Title = "Not now", Verb = "every/no", IsEnabled = false }] }),
        Back("Back", "every/back"),
    ];

    private static TableRow Row(string left, string right) => new()
    {
        Cells = [new TableCell { Items = [new TextBlock(left)] }, new TableCell { Items = [new TextBlock(right)] }],
    };
}
