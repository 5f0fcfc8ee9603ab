using InnovationBot.Conversation.Cases.Sharing;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.CheckIns.Outcomes;

[Verb("outcome/save")]
public sealed class SaveOutcomeRoute(AnswerOutcome answer, ShowOutcome show) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (data.Word<ReuseStatus>("status") is not { } status) return Reply.Text(turn.Say["Words.ChooseOne"]);
        var request = new AnswerOutcome.Request(
            data.Id<TalkOutcomeId>("outcome"), turn.By, status, turn.Kept(data.Text("changed", TalkOutcome.LongestText)), data.Flag("share"), turn.Kept(data.Text("thanks", TalkOutcome.LongestThanks)));
        return (await answer.Handle(request, stop)).Match(
            shown => Reply.Card(TalkOutcomeCard.For(shown, turn.Reading, turn.Say[request.Share ? "Outcomes.SavedShared" : "Outcomes.Saved"])), Reply.Refused);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        data.IdOrNone<TalkOutcomeId>("outcome") is { } id
            ? (await show.Handle(id, turn.By, stop)).Match(shown => Reply.Card(TalkOutcomeCard.For(shown, turn.Reading)), _ => Reply.Nothing)
            : Reply.Nothing;
}

/// <summary>May this become a short case, so that others can learn? Opens the form with what is known.</summary>
[Verb("outcome/case")]
public sealed class OutcomeCaseRoute(BeginCaseFromOutcome begin, CasePages pages) : DraftRoute(pages)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) =>
        await Begun(await begin.Handle(data.Id<TalkOutcomeId>("outcome"), turn.By, Heard, stop), turn, stop);

    private static string Heard(OrganisationKind kind, Language language)
    {
        var say = Say.In(language);
        return say["Outcomes.Heard", ("person", say.Someone(kind))];
    }
}

public sealed class OutcomeRenderer(ShowOutcome show) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop)
    {
        var found = await show.Handle(EntityId.From<TalkOutcomeId>(notice.Subject), notice.RecipientId, stop);
        if (found.Refusal is not null) return null;
        var shown = found.Value;
        if (notice.Kind != OutcomeNotices.Told && shown.Outcome.AnsweredAt is not null) return null;
        return new NoticeMessage(TalkOutcomeCard.For(shown, reading), reading.Say[notice.Kind == OutcomeNotices.Told ? "Outcomes.ToldSummary" : "Outcomes.Summary"]);
    }
}
