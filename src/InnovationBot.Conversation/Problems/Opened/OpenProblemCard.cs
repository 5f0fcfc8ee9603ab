using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Opened;

namespace InnovationBot.Conversation.Problems.Opened;

/// <summary>One open problem of somebody else's, and the way to help.</summary>
public static class OpenProblemCard
{
    public static AdaptiveCard For(OpenProblemShown open, ITasks tasks, CardData list, Reading reading)
    {
        var say = reading.Say;
        var of = list.With("problem", open.Id.ToString());
        var body = new List<CardElement>
        {
            HouseStyle.Subtle(Showing.Join(say, say.Person(open.Owner), say.PersonLine(open.Owner), say.Date(open.OpenedAt, reading.Zone))),
            HouseStyle.Quote(open.Text, open.Language.Code),
        };
        if (open.Tasks.Count > 0) body.Add(HouseStyle.Subtle(string.Join(", ", open.Tasks.Select(task => tasks.Name(task, say.Language)))));
        body.Add(HouseStyle.Subtle(say[open.Answered ? "Opened.Answered" : "Opened.Unanswered"]));
        switch (open.Own?.State)
        {
            case HelpOfferState.Waiting:
                body.Add(HouseStyle.Paragraph(say["Opened.OfferSent", ("date", say.Day(open.Own.LapseDue ?? reading.Now, reading.Zone))]));
                body.Add(HouseStyle.Button(say["Opened.Withdraw"], "help-offer/withdraw", ("offer", open.Own.Id.ToString())));
                break;
            case null or HelpOfferState.Withdrawn:
                body.Add(HouseStyle.StrongButton(say["Opened.CanHelp"], "open-problem/help", of));
                break;
            default:
                body.Add(HouseStyle.Subtle(say["Opened.OfferedBefore"]));
                break;
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "open-problem/list", list));
        return HouseStyle.Card(say.Language.Code, say["Opened.OneHeading"], body);
    }
}

/// <summary>A short text for the owner; nothing of who writes it.</summary>
public static class HelpForm
{
    public static AdaptiveCard For(OpenProblemShown open, CardData list, Reading reading, string typed = "")
    {
        var say = reading.Say;
        var of = list.With("problem", open.Id.ToString());
        return HouseStyle.Card(
            say.Language.Code,
            say["Opened.HelpHeading"],
            [
                HouseStyle.Quote(open.Text, open.Language.Code),
                new TextInput
                {
                    Id = "offer", Label = say["Opened.HelpLabel"], ErrorMessage = say["Opened.HelpError"], IsRequired = true, IsMultiline = true,
                    MaxLength = HelpOffer.MaxText, Value = typed.Length > 0 ? typed : null,
                },
                HouseStyle.StrongButton(say["Opened.HelpSend"], "open-problem/offer", of),
                HouseStyle.Subtle(say["Opened.HelpHint"]),
                HouseStyle.Back(say["Words.Back"], "open-problem/show", of),
            ]);
    }
}

/// <summary>An offer of help, as the owner of the problem or its giver sees it.</summary>
public static class HelpOfferCard
{
    public static AdaptiveCard For(OfferShown shown, Reading reading) => shown.IsGiver ? ForGiver(shown, reading) : ForOwner(shown, reading);

    private static AdaptiveCard ForOwner(OfferShown shown, Reading reading)
    {
        var (say, offer) = (reading.Say, shown.Offer);
        CardData of = ("offer", offer.Id.ToString());
        var body = new List<CardElement>();
        if (shown.ProblemText is { } text) body.Add(HouseStyle.Subtle(say["Opened.AboutYours", ("problem", OpenProblemsCard.Shorten(text))]));
        if (offer.IsWaiting)
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Opened.SomebodyOffers", ("someone", say.Person(shown.Giver)))));
            body.Add(HouseStyle.Quote(offer.Text, offer.Language.Code));
            body.Add(HouseStyle.StrongButton(say["Introductions.Accept"], "help-offer/accept", of));
            body.Add(HouseStyle.Button(say["Opened.Decline"], "help-offer/decline", of));
            body.Add(HouseStyle.Subtle(say["Opened.OwnerHint", ("date", say.Day(offer.LapseDue ?? reading.Now, reading.Zone))]));
        }
        else
        {
            body.Add(HouseStyle.Paragraph(say[offer.State switch
            {
                HelpOfferState.Accepted => "Opened.OwnerAccepted",
                HelpOfferState.Withdrawn => "Opened.OwnerWithdrawn",
                _ => "Opened.OwnerOver",
            }]));
        }

        body.Add(HouseStyle.Back(say["Words.Back"], "problem/mine"));
        return HouseStyle.Card(say.Language.Code, say[offer.IsWaiting ? "Opened.OwnerHeading" : "Opened.OverHeading"], body);
    }

    private static AdaptiveCard ForGiver(OfferShown shown, Reading reading)
    {
        var (say, offer) = (reading.Say, shown.Offer);
        var body = new List<CardElement>();
        if (shown.ProblemText is { } text) body.Add(HouseStyle.Subtle(say["Opened.AboutTheirs", ("problem", OpenProblemsCard.Shorten(text))]));
        body.Add(HouseStyle.Quote(offer.Text, offer.Language.Code));
        body.Add(HouseStyle.Paragraph(offer.State switch
        {
            HelpOfferState.Waiting => say["Opened.OfferSent", ("date", say.Day(offer.LapseDue ?? reading.Now, reading.Zone))],
            HelpOfferState.Accepted => say["Opened.GiverAccepted"],
            HelpOfferState.Withdrawn => say["Opened.GiverWithdrawn"],
            _ => say["Opened.GiverOver"],
        }));
        if (offer.IsWaiting) body.Add(HouseStyle.Button(say["Opened.Withdraw"], "help-offer/withdraw", ("offer", offer.Id.ToString())));
        body.Add(HouseStyle.Button(say["Opened.MoreProblems"], "open-problem/list"));
        return HouseStyle.Card(say.Language.Code, say[offer.IsWaiting ? "Opened.GiverHeading" : "Opened.OverHeading"], body);
    }
}

/// <summary>What waits for the owner of one problem.</summary>
public static class HelpOffersCard
{
    public static AdaptiveCard For(IReadOnlyList<OfferShown> offers, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            offers.Count > 0 ? say.Count("Opened.OffersHeading", offers.Count) : say["Opened.OffersNone"],
            [
                .. offers.Count == 0 ? Array.Empty<CardElement>() : [HouseStyle.Rows([.. offers.Take(8).Select(shown => HouseStyle.RowLink(
                    OpenProblemsCard.Shorten(shown.Offer.Text),
                    Showing.Join(say, say.Person(shown.Giver), say.Date(shown.Offer.CreatedAt, reading.Zone)),
                    new ExecuteAction
                    {
                        Title = say["Problems.OpenNamed", ("title", OpenProblemsCard.Shorten(shown.Offer.Text))], Verb = "help-offer/show",
                        Data = ("offer", shown.Offer.Id.ToString()), AssociatedInputs = AssociatedInputs.None,
                    }))])],
                HouseStyle.Back(say["Words.Back"], "problem/mine"),
            ]);
    }
}
