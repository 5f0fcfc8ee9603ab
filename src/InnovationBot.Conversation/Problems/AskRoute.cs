using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.CheckIns;
using InnovationBot.Conversation.Phrasing;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Turns;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Problems;

/// <summary>
/// What a person writes in their own words. In the own chat the whole answer; where others read, cases that everybody
/// there may read, and the rest in the own chat.
/// </summary>
public sealed class AskRoute(AskNetwork ask, AskPublicly publicly, AnswerInOwnChat ownChat, ShowAnswer show, EditFromMessage edit, DeleteFromMessage delete)
    : IAskRoute
{
    public async Task<Reply> Ask(string text, Turn turn, CancellationToken stop)
    {
        var source = turn.Context.Activity.Id;
        if (turn.Scope == Scope.Personal)
        {
            var asked = await ask.Handle(new AskNetwork.Request(turn.By, text, turn.Language, source), stop);
            if (asked.Refusal is { } refusal) return Reply.Refused(refusal);
            var answer = asked.Value;
            turn.Phrase = new PhrasingRequest(answer.Question is null ? PhrasingKind.Summary : PhrasingKind.Question, answer.Problem.Text, turn.Language)
            {
                Cases = [.. answer.Cases.Select(shown => new CitedCase(shown.Case.Id, turn.Say.Title(shown.Case), turn.Say.Lesson(shown.Case) ?? ""))],
            };
            return Reply.Shows(
                AnswerCard.For(answer, turn.Say, turn.LateQuestion is { Kind: not CheckInQuestions.Service } && answer.Question is null ? AnswerDoubt.WasQuestion : AnswerDoubt.None, isCut: text.Trim().Length > Problem.MaxLength),
                answer.Cases.Count > 0 ? answer.Cases[0].Case.Id : null);
        }

        var found = await publicly.Handle(text, turn.Language, stop);
        var follows = (await ownChat.Handle(new AskNetwork.Request(turn.By, text, turn.Language, source), stop)).Refusal is null
            && turn.Sender.Address is not null;
        return Reply.Card(ChannelAnswerCard.For(found, follows, turn.Say));
    }

    public async Task<Reply> Show(Guid subject, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal
            ? (await show.Handle(EntityId.From<ProblemId>(subject), turn.By, stop)).Match(answer => Reply.Card(AnswerCard.For(answer, turn.Say)), Reply.Refused)
            : Reply.Nothing; // the thread has its answer already

    public async Task<Reply> Edited(string sourceActivity, string text, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal
            ? (await edit.Handle(turn.By, sourceActivity, text, turn.Language, stop)).Match(answer => Reply.Card(AnswerCard.For(answer, turn.Say)), _ => Reply.Nothing)
            : Reply.Nothing;

    public async Task<Reply> Deleted(string sourceActivity, Turn turn, CancellationToken stop) =>
        await delete.Handle(turn.By, sourceActivity, stop) is null && turn.Scope == Scope.Personal
            ? Reply.Text(turn.Say["Problems.DraftDeleted"])
            : Reply.Nothing;
}

/// <summary>The answer to a concretising question, written in the chat. A thank-you, and a whole sentence that asks something itself, are none.</summary>
public sealed class ConcreteQuestionRoute(AnswerConcreteQuestion answer, IAskRoute ask) : IQuestionRoute
{
    public async Task<Reply> Answer(OpenQuestion question, string text, Turn turn, CancellationToken stop)
    {
        if (SmallTalk.Is(text)) return Reply.Text(turn.Say["Routing.Thanks"]);
        if (SmallTalk.AnswersNothing(text)) return SmallTalk.WhatToWrite(turn);
        if (WholeQuestion.Is(text))
        {
            turn.LateQuestion = question;
            return await ask.Ask(text, turn, stop);
        }

        var found = await answer.Handle(EntityId.From<ProblemId>(question.Subject), turn.By, text, asked => ToldText.Figure(asked.Asked, text, asked.Language) ?? text, stop);
        if (found.Refusal is not null) return await ask.Ask(text, turn, stop); // the problem is gone: then it is a new one
        return Reply.Shows(AnswerCard.For(found.Value, turn.Say, AnswerDoubt.WasAnswer), found.Value.Cases.Count > 0 ? found.Value.Cases[0].Case.Id : null);
    }
}

/// <summary>A whole sentence that asks something itself is no answer to what the bot asked, but an ask.</summary>
internal static class WholeQuestion
{
    /// <summary>"The front desk?" may still be an answer.</summary>
    private const int FewestWords = 5;

    public static bool Is(string text) => text.AsSpan().TrimEnd() is [.., '?'] && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords;
}
