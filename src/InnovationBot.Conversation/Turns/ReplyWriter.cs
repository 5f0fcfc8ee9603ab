using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Conversation.Turns;

/// <summary>Puts a reply where it belongs: a new message, the pressed card's place, or a toast.</summary>
public sealed class ReplyWriter(ShownCases shown, PostedEvents posted, LastCards last, ILogger<ReplyWriter> log)
{
    /// <summary>After a text: a new message.</summary>
    public async ValueTask AnswerMessage(Answered answered, CancellationToken stop)
    {
        var (reply, turn) = answered;
        if (CardOf(reply, turn) is var (utf8, fallbackText))
        {
            if (turn.Scope == Scope.Personal) last.Remember(turn.By, utf8);
            await Send(turn, Activity.Card(utf8, fallbackText), stop, reply as Reply.CardReply);
        }
        else if (Message(reply, turn) is { } message) await Send(turn, message, stop, reply as Reply.CardReply);
    }

    /// <summary>After a press by a client that cannot execute: the pressed card is edited; where that fails, a new message.</summary>
    public async ValueTask AnswerSubmit(Answered answered, CancellationToken stop)
    {
        var (reply, turn) = answered;
        if (Message(reply, turn) is not { } message) return;
        if (message.Attachments is not null && turn.ReplyTo is { } pressed && !turn.Context.ExpectsReplies)
        {
            message.Id = pressed;
            if ((await turn.Context.Update(message, stop)).IsSent) return;
            message.Id = null;
        }

        await Send(turn, message, stop);
    }

    /// <summary>After an Action.Execute: what takes the card's place, or a toast. Always HTTP 200; the outcome is inside.</summary>
    public async ValueTask<InvokeResponse> AnswerPress(Answered answered, CancellationToken stop)
    {
        var (reply, turn) = answered;
        switch (CardOf(reply, turn)?.Utf8)
        {
            case { } utf8:
                if (turn.Scope == Scope.Personal) last.Remember(turn.By, utf8);
                await KeepForOtherClients(turn, utf8, stop);
                return InvokeResponse.AdaptiveCard(utf8);
            case null when reply is Reply.TextReply text:
                return InvokeResponse.Message(text.Value);
            case null when reply is Reply.RefusedReply refused:
                return InvokeResponse.Message(Refusals.Sentence(refused.Why, turn.Say));
            default:
                return InvokeResponse.Message(turn.Say["Routing.Done"]);
        }
    }

    /// <summary>After a press in a dialog, or one that opens it: the dialog's next step, or its end.</summary>
    public async ValueTask<InvokeResponse> AnswerDialog(Answered answered, CancellationToken stop)
    {
        var (reply, turn) = answered;
        if (reply is Reply.CardReply { Said: { } said } last)
        {
            if (turn.Scope != Scope.Personal || turn.Context.Activity.Name != InvokeNames.TaskSubmit) return InvokeResponse.DialogMessage(said);
            var (utf8, fallbackText) = Written(WithLeftOut(last.Value, turn));
            await Send(turn, Activity.Card(utf8, fallbackText), stop);
            return InvokeResponse.Empty;
        }

        if (CardOf(reply, turn) is var (step, _))
            return InvokeResponse.Dialog((reply as Reply.CardReply)?.Title ?? turn.Say["Routing.DialogTitle"], DialogCard.ToUtf8(step));
        return InvokeResponse.DialogMessage(reply switch
        {
            Reply.TextReply text => text.Value,
            Reply.RefusedReply refused => Refusals.Sentence(refused.Why, turn.Say),
            _ => turn.Say["Routing.Done"],
        });
    }

    /// <summary>What a message extension shows to choose from, or in place of a link.</summary>
    public static InvokeResponse AnswerExtension(IReadOnlyList<ExtensionResult> results) =>
        InvokeResponse.Results(results.Select(result => new MessagingExtensionAttachment(
            AdaptiveCard.ContentType, result.Card.ToUtf8(), Attachment.Thumbnail(result.Title, result.Line))));

    /// <summary>A sentence in answer to any invoke, where that invoke shows sentences.</summary>
    /// <returns><c>null</c> for an invoke that this bot does not answer.</returns>
    public static InvokeResponse? AnswerSentence(string? invoke, string sentence) => invoke switch
    {
        InvokeNames.AdaptiveCardAction => InvokeResponse.Message(sentence),
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.ComposeExtensionFetchTask or InvokeNames.ComposeExtensionSubmitAction =>
            InvokeResponse.DialogMessage(sentence),
        InvokeNames.ComposeExtensionQuery or InvokeNames.ComposeExtensionQueryLink or InvokeNames.ComposeExtensionAnonymousQueryLink =>
            InvokeResponse.ResultsMessage(sentence),
        InvokeNames.Search => InvokeResponse.SearchResults([]),
        _ => null,
    };

    /// <summary>
    /// The answer to a press changes the card in the pressing client only. What had an effect is also written into the
    /// message, so that the person's other devices show it; in places that others read the card stays as it is for them.
    /// </summary>
    private static async ValueTask KeepForOtherClients(Turn turn, byte[] card, CancellationToken stop)
    {
        if (turn.Scope != Scope.Personal || !turn.HadEffect || turn.ReplyTo is not { } pressed || turn.Context.ExpectsReplies) return;
        var edit = Activity.Card(card);
        edit.Id = pressed;
        await turn.Context.Update(edit, stop); // best effort: the pressing client has the card already
    }

    private async ValueTask Send(Turn turn, Activity message, CancellationToken stop, Reply.CardReply? card = null)
    {
        var sent = await turn.Context.Send(message, stop);
        if (!sent.IsSent) Log.ReplyNotDelivered(log, sent.Outcome, sent.Reason);
        else if (turn.Scope == Scope.Personal && card?.First is { } @case && sent.Id is { } activity) await shown.Remember(activity, turn.By, @case, stop);
        else if (card?.Event is { } @event && sent.Id is { } post) await posted.Remember(@event, post, turn, stop);
    }

    private static Activity? Message(Reply reply, Turn turn) => reply switch
    {
        Reply.NothingReply => null,
        Reply.TextReply text => Activity.Message(text.Value),
        Reply.RefusedReply { Now: null } refused => Activity.Message(Refusals.Sentence(refused.Why, turn.Say)),
        _ => CardOf(reply, turn) is var (utf8, fallbackText) ? Activity.Card(utf8, fallbackText) : null,
    };

    private static (byte[] Utf8, string FallbackText)? CardOf(Reply reply, Turn turn) => reply switch
    {
        Reply.CardReply card => Written(WithLeftOut(card.Value, turn)),
        Reply.StandingReply standing => (standing.Value.Utf8, standing.Value.Card.FallbackText),
        Reply.RefusedReply { Now: { } now } refused => Written(now with { Body = [Why(refused.Why, turn.Say), .. now.Body] }),
        _ => null,
    };

    /// <summary>Says under the heading what of the sender's words was not kept.</summary>
    private static AdaptiveCard WithLeftOut(AdaptiveCard card, Turn turn)
    {
        if (turn.LeftOut.Count == 0) return card;
        var note = new Container { Style = ContainerStyle.Accent, Items = [HouseStyle.Paragraph(Markdown.Escape(turn.WhatWasLeftOut))] };
        return card with { Body = [.. card.Body.Take(1), note, .. card.Body.Skip(1)] };
    }

    private static (byte[], string) Written(AdaptiveCard card) => (card.ToUtf8(), card.FallbackText);

    private static Container Why(Refusal refusal, Say say) =>
        new() { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(Refusals.Sentence(refusal, say)))] };
}
