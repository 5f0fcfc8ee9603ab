using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network.Introductions;

namespace InnovationBot.Conversation.Introductions;

/// <summary>Both said yes: each other's name, the way into a chat with its first line, and a press to say that it worked.</summary>
public static class IntroducedCard
{
    /// <summary>Characters of the problem in a chat's first line and in an invitation.</summary>
    private const int LongestFirstLine = 160;

    public static AdaptiveCard For(IntroductionView view, Reading reading, string? heading = null)
    {
        var say = reading.Say;
        var name = view.Contact?.Name ?? say.Person(view.Other);
        var body = new List<CardElement>
        {
            HouseStyle.Paragraph(say.Markdown(
                view.Side == IntroductionSide.Taker ? "Introductions.IntroducedIntro" : "Introductions.IntroducedIntroGiver", ("person", name))),
            HouseStyle.Subtle(Showing.Join(say, view.Other.Role, view.Other.Organisation ?? (view.Other.Kind is { } kind ? say.KindAndCountry(kind) : null), say.LanguageNames(view.Other.Languages))),
            HouseStyle.Quote(view.Blurb, view.BlurbLanguage.Code),
        };
        body.AddRange(Times.TimesPart.Of(view, reading));
        body.AddRange(Ways(view, reading));
        if (view.May(IntroductionAct.ReportInTouch))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.InTouch"], "introduction/in-touch", view)));
        if (view.May(IntroductionAct.ReportTalk))
            body.AddRange([HouseStyle.Subtle(say["Introductions.TalkHeading"]), .. TakerCard.Report(view, reading, "Introductions.TalkUseful", "Introductions.TalkNotUseful", "Introductions.TalkNo")]);
        else if (view.OwnReport is not null)
            body.Add(HouseStyle.Subtle(RequestCard.ClosedSentence(view, reading)));
        if (view.May(IntroductionAct.NeverAgainWith))
            body.Add(HouseStyle.Button(IntroductionCard.Act(say["Introductions.NeverAgain"], "introduction/never-again", view)));
        return IntroductionCard.Draw(reading, heading ?? say["Introductions.IntroducedHeading"], say["Introductions.IntroducedSpeak", ("person", name)], body);
    }

    /// <summary>Teams opens a chat by the address of the other's account; across tenants the address stands beside it, to invite by.</summary>
    private static IEnumerable<CardElement> Ways(IntroductionView view, Reading reading)
    {
        if (view.Contact is not { Email: { Length: > 0 } email } contact) yield break;
        var say = reading.Say;
        var firstLine = say["Introductions.ChatFirstLine", ("problem", Showing.Brief(view.Blurb, LongestFirstLine))];
        yield return HouseStyle.Button(new OpenUrlAction
        {
            Title = say["Introductions.OpenChat"],
            Url = reading.Links.Teams.Chat([email], message: firstLine),
            Style = ActionStyle.Positive,
        });
        yield return HouseStyle.Subtle(say["Introductions.FirstLine", ("line", firstLine)]);
        if (!view.Times.Any(time => time.IsChosen)) yield return HouseStyle.Button(new OpenUrlAction
        {
            Title = say["Introductions.ProposeTime"],
            Url = reading.Links.Teams.NewMeeting(say["Introductions.MeetingSubject"], [email], content: Showing.Brief(view.Blurb, LongestFirstLine)),
        });
        if (!contact.SameTenant) yield return HouseStyle.Subtle(say["Introductions.EmailAcross", ("email", email)]);
    }
}
