using System.Globalization;

namespace InnovationBot.Testing.Cards;

/// <summary>
/// What may stand in a card: the part of Adaptive Cards 1.5 that Teams shows, as read from the published schema, and the
/// extensions that Teams documents, marked <c>teams</c>. One line a property: name, kind (<c>!</c> when required,
/// <c>=</c> a fixed word), the schema version that brought it when it is newer than its element.
/// </summary>
internal static class CardSchema
{
    private const string Table =
        """
        AdaptiveCard 1.0
            $schema text
            version text!
            fallbackText text
            speak text
            lang language
            rtl bool 1.5
            body elements
            actions actions
            selectAction select 1.1
            refresh Refresh 1.4
            authentication Authentication 1.4
            minHeight pixels 1.2
            verticalContentAlignment top|center|bottom 1.1
            msteams TeamsCard teams
        Refresh 1.4
            action RefreshAction!
            userIds texts
        RefreshAction 1.4
            type =Action.Execute
            title text!
            verb text!
            data data
        Authentication 1.4
            text text
            connectionName text
            tokenExchangeResource TokenExchangeResource
            buttons AuthCardButton[]
        TokenExchangeResource 1.4
            id text!
            uri text!
            providerId text!
        AuthCardButton 1.4
            type =signin!
            title text
            value url!
        TeamsCard 1.0
            width Full
            entities Mention[]
        Mention 1.0
            type =mention!
            text text!
            mentioned Mentioned!
        Mentioned 1.0
            id text!
            name text!
        element 1.0
            id text
            isVisible bool 1.2
            separator bool
            spacing default|none|small|medium|large|extraLarge|padding
            height auto|stretch 1.1
            fallback element 1.2
        TextBlock 1.0 element
            text text!
            wrap bool
            size default|small|medium|large|extraLarge
            weight default|lighter|bolder
            color default|dark|light|accent|good|warning|attention
            isSubtle bool
            maxLines number
            horizontalAlignment left|center|right
            fontType default|monospace 1.2
            style default|heading 1.5
        RichTextBlock 1.2 element
            inlines TextRun[]!
            horizontalAlignment left|center|right
        TextRun 1.2
            type =TextRun!
            text text!
            size default|small|medium|large|extraLarge
            weight default|lighter|bolder
            color default|dark|light|accent|good|warning|attention
            isSubtle bool
            fontType default|monospace
            italic bool
            strikethrough bool
            highlight bool
            underline bool 1.3
            selectAction select
        FactSet 1.0 element
            facts Fact[]!
        Fact 1.0
            title text!
            value text!
        ColumnSet 1.0 element
            columns Column[]!
            selectAction select 1.1
            style default|emphasis|good|attention|warning|accent 1.2
            bleed bool 1.2
            minHeight pixels 1.2
            horizontalAlignment left|center|right
        Column 1.0
            type =Column
            id text
            isVisible bool 1.2
            width width
            items elements!
            style default|emphasis|good|attention|warning|accent
            bleed bool 1.2
            minHeight pixels 1.2
            rtl bool 1.5
            separator bool
            spacing default|none|small|medium|large|extraLarge|padding
            verticalContentAlignment top|center|bottom 1.1
            selectAction select 1.1
        Container 1.0 element
            items elements!
            style default|emphasis|good|attention|warning|accent
            bleed bool 1.2
            minHeight pixels 1.2
            rtl bool 1.5
            verticalContentAlignment top|center|bottom 1.1
            selectAction select 1.1
        Image 1.0 element
            url url!
            altText text
            size auto|stretch|small|medium|large
            style default|person
            width pixels 1.1
            horizontalAlignment left|center|right
            selectAction select 1.1
        Table 1.5 element
            columns TableColumn[]!
            rows TableRow[]!
            firstRowAsHeaders bool
            showGridLines bool
            gridStyle default|emphasis|good|attention|warning|accent
            horizontalCellContentAlignment left|center|right
            verticalCellContentAlignment top|center|bottom
        TableColumn 1.5
            width width
            horizontalCellContentAlignment left|center|right
        TableRow 1.5
            type =TableRow!
            cells TableCell[]!
            style default|emphasis|good|attention|warning|accent
        TableCell 1.5
            type =TableCell!
            items elements!
            style default|emphasis|good|attention|warning|accent
        ActionSet 1.2 element
            actions actions!
        Badge teams element
            text text!
            icon text
            iconPosition before|after
            appearance filled|tint
            size medium|large|extraLarge
            shape square|rounded|circular
            style default|subtle|informative|accent|good|attention|warning
            tooltip text
        input 1.0 element
            id text!
            label text 1.3
            isRequired bool 1.3
            errorMessage text 1.3
            valueChangedAction ResetInputs teams
        ResetInputs teams
            type =Action.ResetInputs!
            targetInputIds texts!
        Input.Text 1.0 input
            value text
            placeholder text
            isMultiline bool
            maxLength number
            style text|tel|url|email|password
            regex text 1.3
            inlineAction select 1.2
        Input.ChoiceSet 1.0 input
            choices Choice[]!
            choices.data DataQuery teams
            value text
            isMultiSelect bool
            style compact|expanded|filtered
            placeholder text
            wrap bool 1.2
        Choice 1.0
            title text!
            value text!
        DataQuery teams
            type =Data.Query!
            dataset text!
            associatedInputs auto|none
            count number
            skip number
        Input.Date 1.0 input
            value date
            min date
            max date
            placeholder text
        Input.Time 1.0 input
            value time
            min time
            max time
            placeholder text
        Input.Number 1.0 input
            value number
            min number
            max number
            placeholder text
        Input.Toggle 1.0 input
            title text!
            value text
            valueOn text
            valueOff text
            wrap bool 1.2
        action 1.0
            id text
            title text!
            style default|positive|destructive 1.2
            tooltip text 1.5
            isEnabled bool 1.5
            mode primary|secondary 1.5
            fallback action 1.2
        Action.Execute 1.4 action
            verb text!
            data data
            associatedInputs auto|none
        Action.Submit 1.0 action
            data data
            associatedInputs auto|none 1.3
            msTeams TeamsSubmit teams
        TeamsSubmit teams
            feedback Feedback
        Feedback teams
            hide bool!
        Action.OpenUrl 1.0 action
            url url!
        Action.ShowCard 1.0 action
            card ShownCard!
        ShownCard 1.0
            type =AdaptiveCard!
            body elements
            actions actions
        Action.ToggleVisibility 1.2 action
            targetElements TargetElement[]!
        TargetElement 1.2
            elementId text!
            isVisible bool
        """;

    private static readonly Dictionary<string, CardType> Types = Parse();

    public static CardType? Find(string name) => Types.GetValueOrDefault(name);

    private static Dictionary<string, CardType> Parse()
    {
        var types = new Dictionary<string, CardType>(StringComparer.Ordinal);
        var current = new CardType("", "", 0, []);
        foreach (var line in Table.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (line[0] != ' ')
            {
                var inherited = words.Length > 2 ? types[words[2]] : null;
                current = new CardType(words[0], inherited is null ? "" : $"{words[2]} {inherited.Bases}", Version(words[1]), inherited is null ? [] : new(inherited.Properties));
                types.Add(words[0], current);
            }
            else
            {
                var version = words.Length > 2 ? Version(words[2]) : current.Version;
                current.Properties[words[0]] = new CardProperty(words[1].TrimEnd('!'), words[1].EndsWith('!'), version);
            }
        }

        return types;
    }

    /// <summary>Extensions count as version 0: a client that does not know them leaves them out or draws their fallback.</summary>
    private static double Version(string word) => word == "teams" ? 0 : double.Parse(word, CultureInfo.InvariantCulture);
}

internal sealed record CardType(string Name, string Bases, double Version, Dictionary<string, CardProperty> Properties)
{
    public bool Is(string kind) => Name == kind || Bases.Split(' ').Contains(kind);
}

internal sealed record CardProperty(string Kind, bool Required, double Version);
