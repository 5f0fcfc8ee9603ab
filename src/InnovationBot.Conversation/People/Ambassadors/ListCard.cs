using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;

namespace InnovationBot.Conversation.People.Ambassadors;

/// <summary>Who can be asked, and a way to ask each of them.</summary>
public static class AmbassadorsCard
{
    public static AdaptiveCard For(AmbassadorList list, Reading reading)
    {
        var say = reading.Say;
        var heading = list switch
        {
            { People.Count: 0, Organisation: { } organisation } => say["Ambassadors.NoneOf", ("organisation", organisation)],
            { People.Count: 0 } => say["Ambassadors.NoneHeading"],
            { Text.Length: 0 } => say["Ambassadors.ListHeading"],
            _ => say["Ambassadors.ListHeadingFor", ("text", list.Organisation ?? list.Text)],
        };
        var body = new List<CardElement>();
        if (list.People.Count == 0) body.Add(HouseStyle.Paragraph(say.Markdown("Ambassadors.NoneText")));
        foreach (var one in list.People)
        {
            var items = new List<CardElement>
            {
                new TextBlock(Markdown.Escape(say.Person(one.Shown))) { Weight = TextWeight.Bolder },
                HouseStyle.Subtle(say.PersonLine(one.Shown)) with { Spacing = Spacing.None },
            };
            if (one.Topics.Count > 0) items.Add(HouseStyle.Subtle(string.Join("; ", one.Topics.Take(4))) with { Spacing = Spacing.None });
            if (one.CanAsk) items.Add(HouseStyle.Button(new ExecuteAction { Title = say["Problems.AskForIntroduction"], Verb = "ambassador/ask", Data = ("who", one.Handle), AssociatedInputs = AssociatedInputs.None }));
            body.Add(new Container { Separator = body.Count > 0, Spacing = Spacing.Medium, Items = items });
        }

        if (list.More) body.Add(HouseStyle.Subtle(say["Ambassadors.More"]));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }
}

/// <summary>The problem that an ambassador from the list is to be asked about.</summary>
public static class AskAmbassadorCard
{
    public static AdaptiveCard For(string handle, PersonShown person, Reading reading, string text = "")
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Ambassadors.AskHeading", ("person", say.Person(person))],
            [
                HouseStyle.Subtle(say.PersonLine(person)),
                new TextInput
                {
                    Id = "problem", Label = say["Ambassadors.AskLabel"], ErrorMessage = say["Ambassadors.AskError"], IsRequired = true, IsMultiline = true, MaxLength = Introduction.MaxBlurb,
                    Value = text.Length > 0 ? text : null,
                },
                HouseStyle.StrongButton(say["Ambassadors.AskNext"], "ambassador/ask-about", ("who", handle)),
                HouseStyle.Subtle(say["Ambassadors.AskPromise"]),
                HouseStyle.Back(say["Words.Back"], "ambassador/list"),
            ]);
    }
}
