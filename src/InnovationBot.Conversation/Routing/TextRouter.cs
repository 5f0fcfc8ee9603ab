using InnovationBot.Conversation.People.Profile;
using InnovationBot.Conversation.People.Safety;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Routing;

/// <summary>
/// Where a text goes: a command when it is the whole message, else the button whose title it is, else the answer to the question that is open, else a
/// question to the network.
/// </summary>
public sealed class TextRouter(Routes routes, IServiceProvider services, NetworkDb db, IEnumerable<ITextInterceptor> interceptors, SafetyGate safety, TypedButtons buttons, LastCards shown)
{
    public async Task<Reply> Route(string text, Turn turn, CancellationToken stop)
    {
        foreach (var interceptor in interceptors)
            if (await interceptor.Intercept(text, turn, stop) is { } taken) return taken;

        var named = routes.Command(text);
        // A command alone tells of nobody: "a message for my manager".
        if (named is not { Argument.Length: 0 } && await safety.Answer(text, turn, stop) is { } concern) return concern;

        // "join" asks for the card, and is what its button says
        if (named?.Command == typeof(ProfileCommand) && turn.Repeats is null && buttons.OnLastCard(text, turn) is { } joining) return await Press(joining, turn, stop);
        if (named is { } found && (ICommand)services.GetRequiredService(found.Command) is var command
            && (found.Argument.Length == 0 || command.Takes(found.Argument, turn)))
            return await command.Run(found.Argument, turn, stop);

        var ask = services.GetRequiredService<IAskRoute>();
        if (turn.Repeats is { } repeated) return repeated.Subject is { } subject ? await ask.Show(subject, turn, stop) : Reply.Nothing;
        if (string.IsNullOrWhiteSpace(text)) return Reply.Text(turn.Say["Routing.EmptyText"]);
        var typed = await buttons.Find(text, turn, stop);
        if (typed?.Titled is { } press) return await Press(press, turn, stop);
        text = turn.Kept(text);
        if (turn.Scope == Scope.Personal && await RepliedTo(turn, stop) is { } notice && routes.ReplyTo(notice.Kind) is { } replies)
            return await ((IReplyRoute)services.GetRequiredService(replies)).Replied(notice, text, turn, stop);
        if (turn.Scope == Scope.Personal && await OpenQuestion(turn, stop) is { } question)
        {
            if (IsMeant(question, turn) && routes.Question(question.Kind) is { } route)
                return await ((IQuestionRoute)services.GetRequiredService(route)).Answer(question, text, turn, stop);
            turn.LateQuestion = question;
        }

        if (typed?.Meant is { } meant) return await Press(meant, turn, stop);
        if (SmallTalk.Is(text) && (!SmallTalk.IsSigns(text) || shown.Of(turn.By) is not null)) return Reply.Text(turn.Say["Routing.Thanks"]); // a thumb up needs something it is for
        if (SmallTalk.IsWordless(text)) return SmallTalk.WhatToWrite(turn);
        return await ask.Ask(text, turn, stop);
    }

    /// <summary>A message was changed: what came from it follows, unless it now says what is not for the network.</summary>
    public async Task<Reply> Changed(string sourceActivity, string text, Turn turn, CancellationToken stop) =>
        await safety.Answer(text, turn, stop) ?? await services.GetRequiredService<IAskRoute>().Edited(sourceActivity, turn.Kept(text), turn, stop);

    private Task<Reply> Press(TypedPress press, Turn turn, CancellationToken stop) => services.GetRequiredService<PressRouter>().Route(press.Verb, press.Data, turn, stop);

    private async Task<Notice?> RepliedTo(Turn turn, CancellationToken stop) => turn.ReplyTo is { } card
        ? await db.Notices.AsNoTracking().FirstOrDefaultAsync(sent => sent.ActivityId == card && sent.RecipientId == turn.By && sent.Edits == null, stop)
        : null;

    private Task<OpenQuestion?> OpenQuestion(Turn turn, CancellationToken stop) =>
        db.OpenQuestions.AsNoTracking().FirstOrDefaultAsync(open => open.MemberId == turn.By, stop);

    private static bool IsMeant(OpenQuestion question, Turn turn) =>
        (question.ActivityId is { } card && card == turn.ReplyTo) || turn.Now - question.AskedAt <= Network.Turns.OpenQuestion.Lifetime;
}
