using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>After "stop": what ended, what goes on, and one press that takes it back.</summary>
public static class StoppedCard
{
    public static AdaptiveCard For(Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            reading.Say.Language.Code,
            say["Profile.StopHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Profile.StopText")),
                HouseStyle.Subtle(say["Profile.StopGoesOn"]),
                HouseStyle.Button(say["Profile.StopBack"], "profile/hear-again"),
            ]);
    }
}

/// <summary>Asks once whether somebody wants to leave, and says what that ends.</summary>
public static class LeaveCard
{
    public static AdaptiveCard For(Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            reading.Say.Language.Code,
            say["Profile.LeaveHeading"],
            [
                HouseStyle.Paragraph(say.Markdown("Profile.LeaveText")),
                HouseStyle.Button(new ExecuteAction { Title = say["Profile.LeaveYes"], Verb = "profile/leave", Style = ActionStyle.Destructive }),
                HouseStyle.Button(say["Profile.LeaveNo"], "profile/show"),
            ]);
    }
}
