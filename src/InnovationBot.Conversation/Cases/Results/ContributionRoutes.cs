using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Cases.Results;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Cases.Results;

/// <summary>"my contributions": a statement of what somebody gave and what came of it.</summary>
public sealed class ContributionsCommand(ContributionRoute route) : ICommand
{
    public Task<Reply> Run(string argument, Turn turn, CancellationToken stop) => route.Run(default, turn, stop);
}

[Verb("contribution/show")]
public sealed class ContributionRoute(Contributions contributions, IOneTimeLinks links) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal) return Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
        var all = await contributions.Handle(turn.By, null, null, stop);
        if (all.Refusal is { } refusal) return Reply.Refused(refusal);

        var page = all.Value.Cases.Count + all.Value.Introductions == 0
            ? null
            : await links.Offer(turn.By, "contributions.html", "text/html; charset=utf-8", ContributionPage.For(all.Value, turn.Say.Date(turn.Now, turn.Zone), turn.Say), stop);
        return Reply.Card(ContributionCard.Statement(all.Value, page, turn.Say));
    }
}

public sealed class ResultsRenderer(Contributions contributions) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        if (ResultsMonth.Of(notice.Subject) is not { } month) return null;
        var heard = await contributions.Handle(notice.RecipientId, month.From, month.Until, stop);
        return heard.Refusal is not null || heard.Value.Heard.Count == 0
            ? null
            : new NoticeMessage(ContributionCard.Monthly(heard.Value, month, reading.Say), reading.Say["Reading.NewsSummary"]);
    }
}
