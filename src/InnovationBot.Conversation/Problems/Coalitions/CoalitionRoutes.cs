using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Events;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;

namespace InnovationBot.Conversation.Problems.Coalitions;

/// <summary>The answer to whether somebody wants to meet others with the same problem.</summary>
public abstract class CoalitionRoute(AnswerCoalition answer, ShowCoalition show, bool yes) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Handle(data.Id<CoalitionId>("coalition"), turn.By, yes, yes ? turn.Kept(data.Text("words", CoalitionSeat.LongestWords)) : "", stop)).Match(
            view => Reply.Card(CoalitionCard.For(view, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<CoalitionId>("coalition") is { } id
            ? (await show.Handle(id, turn.By, stop)).Match(view => Reply.Card(CoalitionCard.For(view, turn.Reading)), _ => Reply.Nothing)
            : Reply.Nothing;
}

[Verb("coalition/yes")]
public sealed class JoinCoalitionRoute(AnswerCoalition answer, ShowCoalition show) : CoalitionRoute(answer, show, yes: true);

[Verb("coalition/no")]
public sealed class LeaveCoalitionRoute(AnswerCoalition answer, ShowCoalition show) : CoalitionRoute(answer, show, yes: false);

/// <summary>An event on a problem that several share: the form, filled with what is known of it without anybody's own words.</summary>
[Verb("coalition/event")]
public sealed class SuggestedEventRoute(SuggestEvents suggest, ITasks tasks, NewEventRoute form) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        var task = data.Text("task", 80);
        if ((await suggest.Handle(turn.By, stop)).All(one => one.Task != task)) return Reply.Refused(Refusal.NoLongerOpen);
        var name = tasks.Name(task, turn.Language);
        return await form.Begin(
            new EventInput
            {
                Title = Problem.Cut(turn.Say["Coalitions.EventTitle", ("task", name)], EventPlan.MostTitle), Kind = Vocabulary.Write(EventKind.Meetup),
                Problem = turn.Say["Coalitions.EventProblem", ("task", name)],
            },
            turn, stop);
    }
}

public sealed class CoalitionRenderer(ShowCoalition show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await show.Handle(EntityId.From<CoalitionId>(notice.Subject), notice.RecipientId, stop);
        if (found.Refusal is not null) return null;
        var view = found.Value;
        if (notice.Edits is null && notice.Kind == CoalitionNotices.Asked && (view.Own.Answer != CoalitionAnswer.Waiting || !view.Problem.IsOpen)) return null;
        if (notice.Edits is null && notice.Kind == CoalitionNotices.Formed && view.Own.Answer != CoalitionAnswer.Yes) return null;
        return new NoticeMessage(CoalitionCard.For(view, reading), reading.Say[notice.Kind switch
        {
            CoalitionNotices.Asked => "Coalitions.AskedSummary",
            CoalitionNotices.Formed => "Coalitions.FormedSummary",
            _ => "Coalitions.LapsedSummary",
        }]);
    }
}
