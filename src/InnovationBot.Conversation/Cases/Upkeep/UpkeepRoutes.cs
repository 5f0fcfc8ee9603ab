using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Organise;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Cases.Upkeep;

/// <summary>Whom an organiser would ask about a case.</summary>
[Verb("upkeep/draft")]
public sealed class UpkeepDraftRoute(AskAboutUpkeep ask, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await ask.Draft(data.Id<CaseId>("case"), Kind(data), turn.By, stop)).Match(draft => Reply.Card(UpkeepDraftCard.For(draft, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);

    internal static CaseQuestionKind Kind(PressData data) => data.Word<CaseQuestionKind>("kind") ?? throw new BadInputException("kind");
}

[Verb("upkeep/send")]
public sealed class UpkeepSendRoute(AskAboutUpkeep ask, OrganiseRoute organise) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await ask.Send(data.Id<CaseId>("case"), UpkeepDraftRoute.Kind(data), turn.By, stop)).Match(draft => Reply.Card(UpkeepDraftCard.For(draft, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => organise.Run(data, turn, stop);
}

[Verb("upkeep/answer")]
public sealed class UpkeepAnswerRoute(AnswerUpkeep answer) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Say(data.Id<CaseQuestionId>("question"), turn.By, data.Word<CaseAnswer>("answer") ?? throw new BadInputException("answer"), stop)).Match(
            asked => Reply.Card(UpkeepCard.For(asked, turn.Reading)), Reply.Refused);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Show(data.Id<CaseQuestionId>("question"), turn.By, stop)).Match(asked => Reply.Card(UpkeepCard.For(asked, turn.Reading)), _ => Reply.Nothing);
}

[Verb("upkeep/complete")]
public sealed class UpkeepCompleteRoute(AnswerUpkeep answer, UpkeepAnswerRoute card) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await answer.Complete(data.Id<CaseQuestionId>("question"), turn.By, turn.Kept(data.Text("lesson", 2000)), turn.Kept(data.Text("result", 2000)), stop)).Match(
            asked => Reply.Card(UpkeepCard.For(asked, turn.Reading)), Reply.Refused);

    public Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => card.Show(data, turn, stop);
}

public sealed class UpkeepRenderer(AnswerUpkeep answer) : INoticeRenderer
{
    public async Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop) =>
        (await answer.Show(EntityId.From<CaseQuestionId>(notice.Subject), notice.RecipientId, stop)).Match(
            asked => asked.Question.Answer is not null ? null! : new NoticeMessage(UpkeepCard.For(asked, reading), reading.Say["Organise.AskedSummary"]), _ => null!);
}
