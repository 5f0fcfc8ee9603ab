using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Roles;

namespace InnovationBot.Conversation.People.Ambassadors;

/// <summary>Where somebody stands: an ambassador, an applicant, or neither yet.</summary>
public static class AmbassadorCard
{
    public static AdaptiveCard For(AmbassadorView view, Reading reading) =>
        !view.Person.HasJoined ? Profile.ProfileCard.For(view.Profile, reading)
        : view.Person.Ambassador == AmbassadorState.Confirmed ? Own(view, reading)
        : view.Waits ? AppliedCard.For(view.Last!, reading)
        : ApplyCard.For(view, WrittenApplication.From(view), reading);

    private static AdaptiveCard Own(AmbassadorView view, Reading reading)
    {
        var (say, person) = (reading.Say, view.Person);
        var body = new List<CardElement>
        {
            HouseStyle.Facts(
                (say["Ambassadors.FactSince"], say.Date(person.AmbassadorSince ?? person.CreatedAt, reading.Zone)),
                (say["Ambassadors.FactCap"], person.MonthlyCap.ToString(say.Culture)),
                (say["Ambassadors.FactDeputy"], view.Deputy ?? say["Ambassadors.NoDeputy"])),
        };
        if (person.IsAway(reading.Now)) body.Add(HouseStyle.Subtle(say["Introductions.RequestsAwayUntil", ("date", say.LastDay(person.AwayUntil!.Value, reading.Zone))]));
        foreach (var offer in view.Offers) body.Add(HouseStyle.Subtle(say[$"Ambassadors.Asked_{Vocabulary.Write(offer.Kind)}"]));
        body.Add(HouseStyle.Button(say["Ambassadors.Requests"], "requests/show"));
        body.Add(HouseStyle.Button(say["OpenHours.Own"], "open-hour/own"));
        body.Add(HouseStyle.Button(say["Ambassadors.Deputy"], "role/offer", ("kind", Vocabulary.Write(OfferedRole.Deputy))));
        body.Add(HouseStyle.Button(say["Ambassadors.HandOver"], "role/offer", ("kind", Vocabulary.Write(OfferedRole.Ambassador))));
        body.Add(HouseStyle.Button(say["Ambassadors.Retire"], "ambassador/retire-ask"));
        return HouseStyle.Card(say.Language.Code, say["Ambassadors.OwnHeading"], body);
    }
}

/// <summary>Asks once whether somebody wants to be no ambassador any more.</summary>
public static class RetireCard
{
    public static AdaptiveCard For(Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Ambassadors.RetireHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Ambassadors.RetireText")),
                HouseStyle.Button(new ExecuteAction { Title = say["Ambassadors.RetireYes"], Verb = "ambassador/retire", Style = ActionStyle.Destructive }),
                HouseStyle.Button(say["Ambassadors.RetireNo"], "ambassador/show"),
            ]);
    }
}

/// <summary>Whom to ask for a role; and what the other reads.</summary>
public static class RoleOfferForm
{
    public static AdaptiveCard For(OfferedRole kind, Reading reading, string email = "")
    {
        var (say, word) = (reading.Say, Vocabulary.Write(kind));
        return HouseStyle.Card(
            say.Language.Code,
            say[$"Ambassadors.OfferHeading_{word}"],
            [
                HouseStyle.Paragraph(say.Markdown($"Ambassadors.OfferText_{word}")),
                new TextInput
                {
                    Id = "email", Label = say["Ambassadors.EmailLabel"], ErrorMessage = say["Ambassadors.EmailError"], IsRequired = true, Style = TextInputStyle.Email, MaxLength = 320,
                    Value = email.Length > 0 ? email : null,
                },
                HouseStyle.StrongButton(say["Ambassadors.OfferSend"], "role/offer-send", ("kind", word)),
                HouseStyle.Back(say["Words.Back"], kind == OfferedRole.Organiser ? "roles/show" : "ambassador/show"),
            ]);
    }
}

/// <summary>An offer, for either side, as it stands.</summary>
public static class RoleOfferCard
{
    public static AdaptiveCard For(RoleOfferView view, Reading reading)
    {
        var (say, word) = (reading.Say, Vocabulary.Write(view.Offer.Kind));
        var person = say.Person(view.Other);
        var body = new List<CardElement>();
        if (view.Offer.State != RoleOfferState.Waiting) body.Add(HouseStyle.Paragraph(say.Markdown($"Ambassadors.{(view.IsAsked ? "Mine" : "Theirs")}_{Vocabulary.Write(view.Offer.State)}")));
        else if (view.IsAsked)
        {
            CardData of = ("offer", view.Offer.Id.ToString());
            body.Add(HouseStyle.Subtle(say.PersonLine(view.Other)));
            body.Add(HouseStyle.Paragraph(say.Markdown($"Ambassadors.AskedText_{word}")));
            body.Add(HouseStyle.StrongButton(say[$"Ambassadors.Yes_{word}"], "role/accept", of));
            body.Add(HouseStyle.Button(say["Ambassadors.No"], "role/decline", of));
        }
        else
        {
            body.Add(HouseStyle.Paragraph(say.Markdown("Ambassadors.Theirs_waiting")));
        }

        return HouseStyle.Card(say.Language.Code, say[$"Ambassadors.{(view.IsAsked ? "AskedHeading" : "TheirsHeading")}_{word}", ("person", person)], body);
    }
}
