using InnovationBot.Cards;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Introductions;

/// <summary>To an organiser, with the owner's yes: a problem for which nobody could be found.</summary>
public sealed class BrokerRenderer(ShowBrokered show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var say = reading.Say;
        if (await show.Handle(EntityId.From<ProblemId>(notice.Subject), notice.RecipientId, stop) is not { } problem)
            return notice.Edits is null ? null : new NoticeMessage(IntroductionNoticeRenderer.Line(say["Introductions.BrokerGone"], reading), say["Introductions.BrokerSummary"]);
        return new NoticeMessage(
            IntroductionCard.Draw(
                reading,
                say["Introductions.BrokerHeading"],
                null,
                [HouseStyle.Paragraph(say.Markdown("Introductions.BrokerIntro")), HouseStyle.Quote(problem.Text, problem.Language.Code)]),
            say["Introductions.BrokerSummary"]);
    }
}
