namespace InnovationBot.Cards;

/// <summary>
/// The pieces that all cards of the bot are drawn with, so that they look and read alike. Unless a parameter is called
/// <c>markdown</c>, texts are plain words: they are made safe here and must not be escaped before.
/// </summary>
public static class HouseStyle
{
    /// <summary>A card that says in its heading what it is about.</summary>
    /// <param name="language">Two letters of ISO 639-1.</param>
    /// <param name="heading">Also what clients too old for the card show.</param>
    /// <param name="rest">What stands under the heading.</param>
    /// <param name="speak">What is read aloud; none = the heading.</param>
    public static AdaptiveCard Card(string language, string heading, IEnumerable<CardElement> rest, string? speak = null) => new()
    {
        Lang = language,
        FallbackText = heading,
        Speak = speak ?? heading,
        Body = [Heading(heading), .. rest],
    };

    /// <summary>First line of a card: a question or a sentence, never a label.</summary>
    public static TextBlock Heading(string text) => new(Markdown.Escape(text))
    {
        Style = TextBlockStyle.Heading,
        Weight = TextWeight.Bolder,
        Size = TextSize.Medium,
    };

    /// <summary>A paragraph of the bot's own words. What people wrote in it went through <see cref="Markdown.Escape"/>.</summary>
    public static TextBlock Paragraph(string markdown) => new(markdown) { Spacing = Spacing.Small };

    /// <summary>Small print: place and time, why something is here, what happens by itself.</summary>
    public static TextBlock Subtle(string text) => new(Markdown.Escape(text)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    /// <summary>A bold word and, on the same line, what somebody wrote: "Lesson: …".</summary>
    public static RichTextBlock Labelled(string label, string words) => new()
    {
        Spacing = Spacing.Small,
        Inlines = [new TextRun(PlainText.Breakable(label) + " ") { Weight = TextWeight.Bolder }, new TextRun(PlainText.Breakable(string.Join(' ', PlainText.Lines(words))))],
    };

    /// <summary>
    /// An e-mail address on a line of its own, in small print under what it belongs to. It is no markdown: copied from there it is the
    /// address, without the invisible joiner that keeps a client from making links of people's words.
    /// </summary>
    public static RichTextBlock Email(string address) => new()
    {
        Spacing = Spacing.None,
        Inlines = [new TextRun(PlainText.Breakable(string.Join(' ', PlainText.Lines(address)), PlainText.WholeAddress)) { IsSubtle = true, Size = TextSize.Small }],
    };

    /// <summary>What somebody wrote, a block for each of its lines.</summary>
    public static IEnumerable<RichTextBlock> Lines(string words) =>
        PlainText.Lines(words).Select(line => new RichTextBlock { Spacing = Spacing.Small, Inlines = [new TextRun(line)] });

    /// <summary>A person's own words, set apart and in quotation marks; their lines stay lines.</summary>
    /// <param name="words">As they were written.</param>
    /// <param name="language">Of the words: it chooses the marks.</param>
    public static Container Quote(string words, string language)
    {
        var marks = QuotationMarks.Of(language);
        var lines = PlainText.Lines(words);
        var items = new CardElement[Math.Max(lines.Length, 1)];
        for (var i = 0; i < items.Length; i++)
        {
            var text = lines.Length == 0 ? "" : PlainText.Breakable(lines[i]);
            if (i == 0) text = marks.Open + text;
            if (i == items.Length - 1) text += marks.Close;
            items[i] = new RichTextBlock { Inlines = [new TextRun(text)], Spacing = i == 0 ? Spacing.Default : Spacing.Small };
        }

        return new Container { Style = ContainerStyle.Emphasis, Items = items };
    }

    /// <summary>Numbers and terms a person acts on, two or three.</summary>
    public static FactSet Facts(params ReadOnlySpan<(string Title, string Value)> facts)
    {
        var kept = new Fact[facts.Length];
        for (var i = 0; i < facts.Length; i++)
            kept[i] = new Fact(Markdown.Escape(facts[i].Title), Markdown.Escape(PlainText.Breakable(facts[i].Value, PlainText.BesideTitle)));
        return new FactSet { Facts = kept };
    }

    /// <summary>An outcome or a state, told in words. Where badges are unknown it is the sign and the words in bold, in the ordinary colour.</summary>
    /// <param name="style">Tints the badge; says nothing that <paramref name="text"/> does not say.</param>
    /// <param name="sign">One character, such as ✓ ✗ ◐.</param>
    /// <param name="text">A few words: "It worked in part".</param>
    public static Badge OutcomeBadge(BadgeStyle style, string sign, string text) => new()
    {
        Text = text,
        Style = style,
        Appearance = BadgeAppearance.Tint,
        Fallback = new TextBlock(Markdown.Escape($"{sign} {text}")) { Weight = TextWeight.Bolder, Size = TextSize.Small },
    };

    /// <summary>A badge with a few words in small print beside it: why it stands here, how many places are left.</summary>
    /// <param name="beside">Empty: the badge stands alone.</param>
    public static CardElement BadgeLine(Badge badge, string beside) => beside.Length == 0 ? badge : new ColumnSet
    {
        Spacing = Spacing.Small,
        Columns =
        [
            new Column { Width = ColumnWidth.Auto, VerticalContentAlignment = VerticalAlignment.Center, Items = [badge] },
            new Column
            {
                Width = ColumnWidth.Stretch,
                Spacing = Spacing.Small,
                VerticalContentAlignment = VerticalAlignment.Center,
                Items = [Subtle(beside) with { Spacing = Spacing.Default }],
            },
        ],
    };

    /// <summary>A row that opens something, wherever it is pressed: what it is, one line in small print, a chevron.</summary>
    /// <param name="what">Name of what opens.</param>
    /// <param name="line">From where, of what kind.</param>
    /// <param name="opens">Its title is what a screen reader says for the whole row: name what opens.</param>
    /// <param name="above">For instance a <see cref="BadgeLine"/>.</param>
    public static ColumnSet RowLink(string what, string line, ExecuteAction opens, CardElement? above = null)
    {
        var title = new TextBlock(Markdown.Escape(what)) { Spacing = above is null ? Spacing.Default : Spacing.Small };
        var subtle = Subtle(line) with { Spacing = Spacing.None };
        return new ColumnSet
        {
            SelectAction = opens,
            Columns =
            [
                new Column { Width = ColumnWidth.Stretch, Items = above is null ? [title, subtle] : [above, title, subtle] },
                new Column
                {
                    Width = ColumnWidth.Auto,
                    VerticalContentAlignment = VerticalAlignment.Center,
                    Items = [new TextBlock("›") { Size = TextSize.Large, IsSubtle = true }],
                },
            ],
        };
    }

    /// <summary>Rows under each other, with a line above each.</summary>
    public static Container Rows(params ReadOnlySpan<ColumnSet> rows)
    {
        var items = new CardElement[rows.Length];
        for (var i = 0; i < items.Length; i++) items[i] = rows[i] with { Separator = i > 0 };
        return new Container { Separator = true, Spacing = Spacing.Medium, Items = items };
    }

    /// <summary>The one thing this card is for, in the words of who presses. One a card.</summary>
    public static ActionSet StrongButton(string title, string verb, CardData? data = null) =>
        Button(new ExecuteAction { Title = title, Verb = verb, Data = data ?? CardData.None, Style = ActionStyle.Positive });

    /// <summary>Any other answer, in a row of its own.</summary>
    public static ActionSet Button(string title, string verb, CardData? data = null) =>
        Button(new ExecuteAction { Title = title, Verb = verb, Data = data ?? CardData.None });

    /// <summary>The button that matters most on a card, whatever kind of action it is.</summary>
    public static ActionSet StrongButton(CardAction action) => Button(action switch
    {
        ExecuteAction execute => execute with { Style = ActionStyle.Positive },
        SubmitAction submit => submit with { Style = ActionStyle.Positive },
        _ => action,
    });

    /// <summary>As <see cref="Button(string, string, CardData?)"/>, for a link, a dialog, or answers behind one.</summary>
    public static ActionSet Button(CardAction action) => new() { Spacing = Spacing.Small, Actions = [action] };

    /// <summary>Two in one row, only where both titles are very short in every language: together at most 24 characters.</summary>
    public static ActionSet ButtonPair(CardAction first, CardAction second) => new() { Spacing = Spacing.Small, Actions = [first, second] };

    /// <summary>The way back to the card that this one replaced.</summary>
    public static ActionSet Back(string title, string verb, CardData? data = null) => new()
    {
        Separator = true,
        Spacing = Spacing.Medium,
        Actions = [new ExecuteAction { Title = "‹ " + title, Verb = verb, Data = data ?? CardData.None, AssociatedInputs = AssociatedInputs.None }],
    };
}
