using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Texts;
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
        var said = news.Case is { } @case
            ? (await open.Handle(@case, notice.RecipientId, stop)).Match(opened => CaseCard.For(opened, reading.Say, CaseWay.None), _ => null!)
            : NewsCard.Person(news.Person!, reading.Say);
        return said is null ? null : new NoticeMessage(NewsCard.For(news, said, reading.Say), reading.Say["Problems.NewsSummary"]);
    }
}

/// <summary>Something new for a problem: the problem, and the case or person under it.</summary>
public static class NewsCard
{
    /// <param name="what">The case, or the person.</param>
    public static AdaptiveCard For(ProblemNews news, AdaptiveCard what, Say say)
    {
        CardData problem = ("problem", news.Problem.Id.ToString());
        return what with
        {
            FallbackText = say["Problems.News"],
            Body =
            [
                HouseStyle.Heading(say["Problems.News"]),
                HouseStyle.Quote(AnswerCard.Short(news.Problem.Text), news.Problem.Language.Code),
                .. what.Body,
                HouseStyle.Button(say["Problems.SearchAgain"], "problem/show", problem),
                HouseStyle.Subtle(say["Problems.NewsWhy"]),
                HouseStyle.Button(say["Problems.StopNews"], "problem/withdraw", problem),
            ],
        };
    }

    /// <summary>Somebody who became an ambassador since, as far as the owner may see them.</summary>
    internal static AdaptiveCard Person(SuggestedPerson person, Say say) => new()
    {
        Lang = say.Language.Code,
        FallbackText = say["Problems.News"],
        Speak = say["Problems.News"],
        Body = [HouseStyle.Subtle(say["Problems.NewsPerson"]), AnswerCard.FirstPerson(person, say)],
    };
}
