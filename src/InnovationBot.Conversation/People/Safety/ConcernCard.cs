using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People.Safety;

namespace InnovationBot.Conversation.People.Safety;

/// <summary>Nothing was kept; who can help. No button: there is nothing to do here.</summary>
public static class ConcernCard
{
    public static AdaptiveCard For(SafetyConcern concern, SafetyHelp help, Say say)
    {
        var word = Vocabulary.Write(concern);
        var urgent = say.Markdown("Safety.Urgent");
        var channel = help switch
        {
            { Channel: null } => HouseStyle.Paragraph(say.Markdown("Safety.NoChannel")),
            { Organisation: { } organisation } => HouseStyle.Labelled(say["Safety.ChannelOf", ("organisation", organisation)], help.Channel),
            _ => (CardElement)HouseStyle.Labelled(say["Safety.ChannelOfNetwork"], help.Channel),
        };
        var body = new List<CardElement> { HouseStyle.Paragraph(say.Markdown($"Safety.Text_{word}")) };
        if (concern == SafetyConcern.SelfHarm) body.Add(HouseStyle.Paragraph(say.Markdown("Safety.TalkNow", ("line", help.Helpline ?? say["Safety.LineElsewhere"]))));
        if (concern is SafetyConcern.SelfHarm or SafetyConcern.Danger) body.Add(HouseStyle.Paragraph(urgent));
        body.Add(channel);
        body.Add(HouseStyle.Paragraph(say.Markdown("Safety.NotMe")));
        if (concern != SafetyConcern.SelfHarm) body.Add(HouseStyle.Subtle(say["Safety.MeantElse"]));
        return HouseStyle.Card(say.Language.Code, say[$"Safety.Heading_{word}"], body);
    }
}
