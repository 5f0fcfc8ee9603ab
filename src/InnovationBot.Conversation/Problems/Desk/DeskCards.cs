using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Problems.Opened;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Problems.Desk;

namespace InnovationBot.Conversation.Problems.Desk;

/// <summary>"Desk": what lies there, what waits first.</summary>
public static class DeskListCard
{
    public static AdaptiveCard For(DeskPage page, Reading reading)
    {
        var say = reading.Say;
        var body = new List<CardElement>();
        if (page.Items.Count > 0) body.Add(HouseStyle.Rows([.. page.Items.Select(item => Row(item, reading))]));
        else body.Add(HouseStyle.Paragraph(say["Desk.NothingText"]));
        body.AddRange(Paging.Turning(page.Page, page.Pages, "desk/list", to => ("page", Paging.Number(to)), say));
        body.Add(HouseStyle.Subtle(say["Desk.Logged"]));
        return HouseStyle.Card(say.Language.Code, page.Total > 0 ? say.Count("Desk.Heading", page.Waiting, ("total", page.Total)) : say["Desk.Nothing"], body);
    }

    internal static ColumnSet Row(DeskItemShown shown, Reading reading) => HouseStyle.RowLink(
        OpenProblemsCard.Shorten(shown.Item.Text),
        Showing.Join(
            reading.Say, State(shown, reading.Say), reading.Say.LanguageName(shown.Item.Language), shown.Country is { } country ? reading.Say.Country(country) : null,
            reading.Say["Desk.DueBy", ("date", reading.Say.Date(shown.Item.DueAt, reading.Zone))]),
        new ExecuteAction
        {
            Title = reading.Say["Problems.OpenNamed", ("title", OpenProblemsCard.Shorten(shown.Item.Text))], Verb = "desk/show",
            Data = ("item", shown.Item.Id.ToString()), AssociatedInputs = AssociatedInputs.None,
        });

    internal static string State(DeskItemShown shown, Say say) => shown.Item.State switch
    {
        DeskItemState.Waiting => say[shown.Item.EscalatedAt is null ? "Desk.Waits" : "Desk.WaitsEscalated"],
        DeskItemState.Closed => say[$"Desk.End_{Network.Vocabulary.Write(shown.Item.End ?? DeskItemEnd.Nothing)}"],
        DeskItemState.Answered => say["Desk.Answered"],
        _ when shown.IsMine => say["Desk.YouHaveIt"],
        _ => shown.HasIt is { } name ? say["Desk.HasIt", ("person", name)] : say["Desk.InHand"],
    };

    internal static string DeskName(DeskNamed desk, Say say) =>
        desk.Organisation is { } organisation ? say["Desk.OfOrganisation", ("organisation", organisation)]
        : desk.Place.Country is { } country ? say["Desk.OfCountry", ("country", say.Country(country))]
        : say["Desk.OfNetwork"];
}

/// <summary>One item: for the people at the desk with all they may do, for its owner with how it stands.</summary>
public static class DeskItemCard
{
    public static AdaptiveCard For(DeskItemShown shown, Reading reading, string? heading = null) => shown.IsOwner ? ForOwner(shown, reading) : ForDesk(shown, reading, heading);

    private static AdaptiveCard ForDesk(DeskItemShown shown, Reading reading, string? heading)
    {
        var (say, item) = (reading.Say, shown.Item);
        CardData of = ("item", item.Id.ToString());
        var body = new List<CardElement>
        {
            HouseStyle.Subtle(Showing.Join(say, say.Person(shown.Owner), shown.Owner.IsNamed ? say.PersonLine(shown.Owner) : null, shown.FromAbroad ? say["Desk.FromAbroad"] : null)),
            HouseStyle.Quote(item.Text, item.Language.Code),
            HouseStyle.Facts(
                (say["Desk.FactLanguages"], say.LanguageNames(item.Languages)),
                (say["Desk.FactDue"], say.Date(item.DueAt, reading.Zone)),
                (say["Desk.FactState"], DeskListCard.State(shown, say))),
        };
        if (item.Answer is { } answer) body.Add(HouseStyle.Labelled(say["Desk.AnswerSent"], answer));
        if (item.State == DeskItemState.Waiting) body.Add(HouseStyle.StrongButton(say["Desk.Claim"], "desk/claim", of));
        else if (shown.IsMine && item.IsOpen)
        {
            body.Add(HouseStyle.StrongButton(say["Desk.Answer"], "desk/answer-form", of));
            body.Add(HouseStyle.Button(say["Introductions.Accept"], "desk/introduce", of));
            body.Add(HouseStyle.Button(say["Desk.HandOn"], "desk/hand-on", of));
            body.Add(HouseStyle.Button(say["Desk.GiveBack"], "desk/give-back", of));
            body.Add(HouseStyle.Button(say["Desk.Close"], "desk/close", of));
            body.Add(HouseStyle.Subtle(say["Desk.IntroduceHint"]));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "desk/list"));
        return HouseStyle.Card(say.Language.Code, heading ?? say[item.IsOpen ? "Desk.ItemHeading" : "Desk.ClosedHeading"], body);
    }

    private static AdaptiveCard ForOwner(DeskItemShown shown, Reading reading)
    {
        var (say, item) = (reading.Say, shown.Item);
        CardData of = ("item", item.Id.ToString());
        var body = new List<CardElement> { HouseStyle.Quote(item.Text, item.Language.Code) };
        if (item.State != DeskItemState.Answered) body.Add(HouseStyle.Paragraph(Markdown.Escape(OwnerState(item, reading)))); // else the heading says it
        if (item.Answer is { } answer)
        {
            body.Add(HouseStyle.Labelled(say["Desk.TheAnswer"], answer));
            if (item.State == DeskItemState.Answered)
            {
                body.Add(HouseStyle.StrongButton(say["Desk.Helped"], "desk/helped", of));
                body.Add(HouseStyle.Button(say["Desk.NeedMore"], "desk/need-more", of));
            }
        }

        if (item is { IsOpen: true, State: not DeskItemState.Answered }) body.Add(HouseStyle.Button(say["Desk.TakeBack"], "desk/take-back", of));
        if (item.End == DeskItemEnd.Nothing)
        {
            CardData problem = ("problem", item.ProblemId.ToString());
            body.Add(HouseStyle.Button(say["Opened.OpenAction"], "problem/open-form", problem));
            body.Add(HouseStyle.Button(say["Problems.KeepOpen"], "problem/keep", problem));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "problem/mine"));
        return HouseStyle.Card(say.Language.Code, say[item.State switch
        {
            DeskItemState.Answered => "Desk.OwnerAnswered",
            DeskItemState.Closed => "Desk.OwnerClosed",
            _ => "Desk.OwnerHeading",
        }], body);
    }

    /// <summary>Where it stands, as its owner reads it here and in the list of their problems.</summary>
    internal static string OwnerState(DeskItem item, Reading reading)
    {
        var say = reading.Say;
        return item.State switch
        {
            DeskItemState.Waiting when item.EscalatedAt is not null => say["Desk.StateEscalated"],
            DeskItemState.Waiting => say["Desk.StateWaiting", ("date", say.Date(item.DueAt, reading.Zone))],
            DeskItemState.Claimed => say["Desk.StateClaimed", ("date", say.Date(item.DueAt, reading.Zone))],
            DeskItemState.Answered => say["Desk.StateAnswered"],
            _ => say[$"Desk.OwnerEnd_{Network.Vocabulary.Write(item.End ?? DeskItemEnd.Nothing)}"],
        };
    }
}

/// <summary>What the desk answers.</summary>
public static class DeskAnswerForm
{
    public static AdaptiveCard For(DeskItemShown shown, Reading reading, string typed = "")
    {
        var say = reading.Say;
        CardData of = ("item", shown.Item.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["Desk.AnswerHeading"],
            [
                HouseStyle.Quote(shown.Item.Text, shown.Item.Language.Code),
                new TextInput
                {
                    Id = "answer", Label = say["Desk.AnswerLabel"], ErrorMessage = say["Desk.AnswerError"], IsRequired = true, IsMultiline = true,
                    MaxLength = Introduction.MaxMessage, Value = typed.Length > 0 ? typed : shown.Item.Answer,
                },
                HouseStyle.StrongButton(say["Desk.AnswerSend"], "desk/answer", of),
                HouseStyle.Subtle(say["Desk.AnswerHint", ("languages", say.LanguageNames(shown.Item.Languages))]),
                HouseStyle.Back(say["Words.Back"], "desk/show", of),
            ]);
    }
}

/// <summary>To which desk, or to whom of the desks, an item goes on.</summary>
public static class HandOnCard
{
    public static AdaptiveCard For(HandOnChoices choices, Reading reading)
    {
        var say = reading.Say;
        var item = choices.Shown.Item.Id.ToString();
        var rows = choices.Desks.Take(8).Select(desk => Row(DeskListCard.DeskName(desk, say), say["Desk.HandOnDesk"], "desk/hand-on-desk",
                CardData.Of(("item", item), ("organisation", desk.Place.Organisation?.ToString() ?? ""), ("country", desk.Place.Country ?? ""))))
            .Concat(choices.People.Take(8).Select(person => Row(person.Name, say["Desk.HandOnPerson"], "desk/hand-on-person", CardData.Of(("item", item), ("person", person.Id.ToString())))))
            .ToArray();
        return HouseStyle.Card(
            say.Language.Code,
            say["Desk.HandOnHeading"],
            [
                rows.Length > 0 ? HouseStyle.Rows(rows) : HouseStyle.Paragraph(say["Desk.HandOnNobody"]),
                HouseStyle.Subtle(say["Desk.HandOnHint"]),
                HouseStyle.Back(say["Words.Back"], "desk/show", ("item", item)),
            ]);
    }

    private static ColumnSet Row(string what, string line, string verb, CardData data) =>
        HouseStyle.RowLink(what, line, new ExecuteAction { Title = what, Verb = verb, Data = data, AssociatedInputs = AssociatedInputs.None });
}

/// <summary>A question for the contact point, written there and then.</summary>
public static class AskDeskForm
{
    public static AdaptiveCard For(Reading reading) => HouseStyle.Card(
        reading.Say.Language.Code,
        reading.Say["Desk.AskHeading"],
        [
            new TextInput
            {
                Id = "text", Label = reading.Say["Problems.EditLabel"], ErrorMessage = reading.Say["Problems.EditError"], IsRequired = true, IsMultiline = true,
                MaxLength = Introduction.MaxBlurb,
            },
            HouseStyle.StrongButton(reading.Say["Desk.AskNext"], "desk/ask"),
            HouseStyle.Subtle(reading.Say["Desk.AskHint"]),
        ]);
}
