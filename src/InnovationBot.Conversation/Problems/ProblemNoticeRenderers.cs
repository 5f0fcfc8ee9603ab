using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Problems;

/// <summary>The whole answer, in the own chat, to what somebody asked where others read.</summary>
public sealed class AnswerNoticeRenderer(ShowAnswer show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await show.Handle(EntityId.From<ProblemId>(notice.Subject), notice.RecipientId, stop)).Match(
            answer => new NoticeMessage(AnswerCard.For(answer, reading.Say), reading.Say["Problems.AnswerSummary"]), _ => null!);
}

/// <summary>Something new for a problem that its owner kept open.</summary>
public sealed class NewsRenderer(OpenCase open, ShowNews show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        if (!EntityId.TryRead<SuggestionId>(notice.Detail, out var suggestion)) return null;
        if (await show.Handle(suggestion, notice.RecipientId, stop) is not { } news) return null;
        var opened = await open.Handle(news.Case, notice.RecipientId, stop);
        if (opened.Refusal is not null) return null;

        var say = reading.Say;
        var card = CaseCard.For(opened.Value, say, CaseWay.None);
        CardData problem = ("problem", news.Problem.Id.ToString());
        return new NoticeMessage(
            card with
            {
                FallbackText = say["Problems.News"],
                Body =
                [
                    HouseStyle.Heading(say["Problems.News"]),
                    HouseStyle.Quote(news.Problem.Text, news.Problem.Language.Code),
                    .. card.Body,
                    HouseStyle.Button(say["Problems.SearchAgain"], "problem/show", problem),
                    HouseStyle.Subtle(say["Problems.NewsWhy"]),
                    HouseStyle.Button(say["Problems.StopNews"], "problem/withdraw", problem),
                ],
            },
            say["Problems.NewsSummary"]);
    }
}
