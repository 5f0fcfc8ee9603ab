using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Introductions.ShortAnswers;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Problems;

/// <summary>The answer in a channel or group chat: cases that everybody there may read, and a line on where the rest is.</summary>
public static class ChannelAnswerCard
{
    /// <param name="found">Cases only.</param>
    /// <param name="followsInOwnChat">The asker gets people and the draft in their own chat; else they are told how.</param>
    public static AdaptiveCard For(PublicAnswer found, bool followsInOwnChat, Say say)
    {
        var heading = found switch
        {
            { Cases.Count: 0 } => say["Problems.ChannelNothing"],
            { Fit: Fit.Fits } => say.Count("Problems.Heading", found.Cases.Count),
            _ => say["Problems.HeadingNearest"],
        };
        // the way back from an opened case draws this list again; ids are all it may carry
        var list = CaseList.Write(found.Cases.Select(shown => shown.Case.Id).Concat(found.ShortAnswers.Select(answer => new CaseId(answer.Id.Value))));
        var body = new List<CardElement>();
        if (found.Cases.Count > 0) body.Add(HouseStyle.Rows([.. found.Cases.Select(shown => Row(shown, list, say))]));
        if (found.ShortAnswers.Count > 0) body.Add(HouseStyle.Rows([.. ShortAnswerRows.For(found.ShortAnswers, list, say)]));
        body.Add(HouseStyle.Subtle(say[followsInOwnChat ? "Problems.InChannel" : "Problems.InChannelUnknown"]));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    private static ColumnSet Row(PublicCase shown, string list, Say say) => HouseStyle.RowLink(
        say.Title(shown.Case),
        say.Line(shown.Case, shown.Organisation, shown.Kind, shown.Confirmation),
        new ExecuteAction
        {
            Title = say["Problems.OpenNamed", ("title", say.Title(shown.Case))],
            Verb = "case/open",
            Data = CardData.Of(("case", shown.Case.Id.ToString()), ("list", list)),
            AssociatedInputs = AssociatedInputs.None,
        },
        HouseStyle.BadgeLine(say.OutcomeBadge(shown.Case.Outcome), ""));
}
