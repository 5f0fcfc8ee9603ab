using System.Text.Json;
using InnovationBot.Activities;
using InnovationBot.Conversation.Broadcasts;
using InnovationBot.Conversation.People;
using InnovationBot.Conversation.Phrasing;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using EventId = InnovationBot.Network.EventId;

namespace InnovationBot.Conversation.Turns;

/// <summary>Takes each activity that passed the door to the route that answers it.</summary>
public sealed class ConversationBot(TurnRunner runner, ReplyWriter replies, ISenders senders, WelcomeOnFirstMessage welcome, ChannelWatch channels, PhraseWriter phrases, ILogger<ConversationBot> log) : IBot
{
    /// <summary>What takes longer shows that the bot is at work; most answers are there before.</summary>
    private static readonly TimeSpan BeforeTyping = TimeSpan.FromMilliseconds(300);

    public async ValueTask<InvokeResponse?> OnTurn(TurnContext turn, CancellationToken stop)
    {
        if (TurnRunner.ScopeOf(turn.Activity) == Scope.Channel) await channels.Hear(turn, stop);
        switch (turn.Activity.Type)
        {
            case ActivityTypes.Message when PressedSubmit(turn.Activity) is { } press:
                await replies.AnswerSubmit(await Press(turn, press, stop), stop);
                return null;

            case ActivityTypes.Message when TurnRunner.ScopeOf(turn.Activity) == Scope.Personal && SentFile(turn.Activity) is { } file:
                await replies.AnswerMessage(await File(turn, file, stop), stop);
                return null;

            case ActivityTypes.Message when TurnRunner.ScopeOf(turn.Activity) != Scope.Personal && !MentionText.IsMentioned(turn.Activity):
                return null; // people talk with each other; an app allowed to read along is not spoken to

            case ActivityTypes.Message:
                await welcome.Greet(turn, MentionText.Strip(turn.Activity), stop);
                var answered = await TextOrApology(turn, stop);
                await replies.AnswerMessage(answered, stop);
                await phrases.Write(answered.Turn, stop);
                return null;

            case ActivityTypes.Invoke when turn.Activity.Name == InvokeNames.AdaptiveCardAction:
                var pressed = await Press(turn, PressedExecute(turn.Activity), stop);
                phrases.WriteBeside(pressed.Turn);
                return await replies.AnswerPress(pressed, stop);

            case ActivityTypes.Invoke:
                return await Invoke(turn, stop);

            case ActivityTypes.MessageReaction when turn.Activity.ReplyToId is { } liked && Likes(turn.Activity) is { } likes:
                await runner.Run(turn, text: null, async (services, conversation) =>
                {
                    foreach (var route in services.GetServices<IReactionRoute>()) await route.Reacted(liked, likes, conversation, stop);
                    return Reply.Nothing;
                }, stop);
                return null;

            case ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete:
                await replies.AnswerMessage(await MessageChanged(turn, stop), stop);
                return null;

            case ActivityTypes.InstallationUpdate or ActivityTypes.ConversationUpdate:
                await Arrived(turn, stop);
                return null;

            default:
                return null;
        }
    }

    private async Task<Answered> Text(TurnContext context, CancellationToken stop)
    {
        var text = MentionText.Strip(context.Activity);
        var answering = runner.Run(context, text, async (services, turn) => await services.GetRequiredService<TextRouter>().Route(text, turn, stop), stop);
        if (!answering.IsCompleted && !context.ExpectsReplies && await Task.WhenAny(answering, Task.Delay(BeforeTyping, TimeProvider.System, stop)) != answering)
            await context.Typing(stop);
        return await answering;
    }

    /// <summary>A defect of ours is logged by the door; the person, for whom the channel shows nothing then, is told.</summary>
    private async Task<Answered> TextOrApology(TurnContext context, CancellationToken stop)
    {
        try
        {
            return await Text(context, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            if (!context.ExpectsReplies && TurnRunner.ScopeOf(context.Activity) == Scope.Personal)
                await context.Send(Activity.Message(Say.In(Language.FromTag(context.Activity.Locale) ?? Language.English)["Routing.Unexpected"]), stop);
            throw;
        }
    }

    private Task<Answered> Press(TurnContext context, (string? Verb, JsonElement Data) press, CancellationToken stop) =>
        runner.Run(
            context,
            text: null,
            async (services, turn) => await services.GetRequiredService<PressRouter>().Route(press.Verb, new PressData(press.Data), turn, stop),
            stop);

    /// <summary>A thumb under what a model wrote; what people add to it in words is not kept.</summary>
    private static bool? Thumb(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("actionName", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() == "feedback"
        && value.TryGetProperty("actionValue", out var given) && given.ValueKind == JsonValueKind.Object
        && given.TryGetProperty("reaction", out var reaction) && reaction.ValueKind == JsonValueKind.String
            ? reaction.GetString() == "like"
            : null;

    private async Task<InvokeResponse?> Invoke(TurnContext context, CancellationToken stop)
    {
        var activity = context.Activity;
        switch (activity.Name)
        {
            case InvokeNames.MessageSubmitAction when Thumb(activity) is { } isLiked:
                phrases.Judged(isLiked);
                return InvokeResponse.Empty;

            case InvokeNames.ComposeExtensionSubmitAction when MessagingExtensionQuery.Of(activity) is { BotMessagePreviewAction: not (null or "" or "edit" or "send") }:
                return InvokeResponse.Unreadable;

            case InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.ComposeExtensionSubmitAction:
                var step = await Press(context, PressedDialog(activity), stop);
                phrases.WriteBeside(step.Turn);
                return await replies.AnswerDialog(step, stop);

            case InvokeNames.ComposeExtensionFetchTask when MessagingExtensionQuery.Of(activity) is { } action:
                Reply? opened = null;
                var asked = await runner.Run(
                    context, text: null,
                    async (services, turn) => (opened = await services.GetRequiredService<InvokeRouter>().ActedOn(action, turn, stop)) ?? Reply.Nothing, stop);
                return opened is null ? null : await replies.AnswerDialog(asked, stop);

            case InvokeNames.HandoffAction when HandedOver(activity) is { } link:
                await replies.AnswerMessage(await runner.Run(context, text: null, async (services, turn) => await services.GetRequiredService<TextRouter>().Route(link, turn, stop), stop), stop);
                return InvokeResponse.Empty;

            case InvokeNames.FileConsent when FileConsentAnswer.Of(activity) is { } answer:
                await replies.AnswerMessage(await runner.Run(context, text: null, async (services, turn) => await services.GetRequiredService<DriveFiles>().Answered(answer, turn, stop), stop), stop);
                return InvokeResponse.Empty;

            case InvokeNames.Search when SearchRequest.Of(activity) is { } request:
                return InvokeResponse.SearchResults(await Found(context, (router, turn) => router.Typed(request, turn, stop), stop));

            case InvokeNames.ComposeExtensionQuery when MessagingExtensionQuery.Of(activity) is { } query:
                return ReplyWriter.AnswerExtension(await Found(context, (router, turn) => router.Searched(query, turn, stop), stop));

            case InvokeNames.ComposeExtensionQueryLink or InvokeNames.ComposeExtensionAnonymousQueryLink when MessagingExtensionQuery.Of(activity) is { } query:
                return ReplyWriter.AnswerExtension(await Found(context, (router, turn) => router.Pasted(query, turn, stop), stop));

            case InvokeNames.Search or InvokeNames.ComposeExtensionQuery or InvokeNames.ComposeExtensionQueryLink or InvokeNames.ComposeExtensionAnonymousQueryLink
                or InvokeNames.ComposeExtensionFetchTask or InvokeNames.HandoffAction or InvokeNames.FileConsent or InvokeNames.MessageSubmitAction:
                Log.UnreadableInvoke(log, activity.Name);
                return InvokeResponse.Unreadable;

            default:
                return null;
        }
    }

    private async Task<IReadOnlyList<T>> Found<T>(TurnContext context, Func<InvokeRouter, Turn, Task<IReadOnlyList<T>>> find, CancellationToken stop)
    {
        IReadOnlyList<T> found = [];
        await runner.Run(
            context, text: null,
            async (services, turn) =>
            {
                found = await find(services.GetRequiredService<InvokeRouter>(), turn);
                return Reply.Nothing;
            },
            stop);
        return found;
    }

    private Task<Answered> File(TurnContext context, ReceivedFile file, CancellationToken stop) => runner.Run(
        context, text: null,
        async (services, turn) => services.GetService<IFileRoute>() is { } route ? await route.Received(file, turn, stop) : Reply.Text(turn.Say["Routing.EmptyText"]),
        stop);

    private Task<Answered> MessageChanged(TurnContext context, CancellationToken stop)
    {
        var source = context.Activity.Id ?? "";
        var deleted = context.Activity.Type == ActivityTypes.MessageDelete;
        var text = MentionText.Strip(context.Activity);
        return runner.Run(
            context,
            text,
            async (services, turn) => deleted
                ? await services.GetRequiredService<IAskRoute>().Deleted(source, turn, stop)
                : await services.GetRequiredService<TextRouter>().Changed(source, text, turn, stop),
            stop);
    }

    private async Task Arrived(TurnContext turn, CancellationToken stop)
    {
        var activity = turn.Activity;
        if (activity.Action is InstallationActions.Remove or InstallationActions.RemoveUpgrade
            || activity.MembersRemoved?.Exists(member => member.Id == activity.Recipient?.Id) == true)
        {
            if (TurnRunner.ScopeOf(activity) == Scope.Personal) await senders.Unreachable(turn, stop);
            return;
        }

        var added = activity.Action == InstallationActions.Add || activity.MembersAdded is { Count: > 0 };
        if (!added) return;

        var scope = TurnRunner.ScopeOf(activity);
        var botArrived = activity.Action == InstallationActions.Add || activity.MembersAdded!.Exists(member => member.Id == activity.Recipient?.Id);
        if (scope != Scope.Personal && !botArrived) return; // somebody joined a chat the bot is in: nobody is written to unasked
        await replies.AnswerMessage(
            await runner.Run(
                turn,
                text: null,
                async (services, conversation) => scope == Scope.Personal
                    ? await services.GetRequiredService<IWelcomeRoute>().WelcomePerson(conversation, stop)
                    : await services.GetRequiredService<IWelcomeRoute>().WelcomePlace(conversation, stop),
                stop),
            stop);
    }

    /// <summary>A press by a client that cannot execute: a message without text whose value holds the verb and the data together.</summary>
    private static (string? Verb, JsonElement Data)? PressedSubmit(Activity activity) =>
        string.IsNullOrWhiteSpace(activity.Text) && activity.Value is { ValueKind: JsonValueKind.Object } value
            ? (TextOf(value, "verb"), value)
            : null;

    private static (string? Verb, JsonElement Data) PressedExecute(Activity activity)
    {
        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
            return (null, default);
        return (TextOf(action, "verb"), action.TryGetProperty("data", out var data) ? data : default);
    }

    /// <summary>A link of ours led into the own chat; it means what the person could also have written.</summary>
    private static string? HandedOver(Activity activity) =>
        activity.Value is not { ValueKind: JsonValueKind.Object } value || TextOf(value, "continuation") is not { Length: > 5 and < 100 } handed ? null
        : handed.StartsWith("case.", StringComparison.Ordinal) && EntityId.TryRead<CaseId>(handed[5..], out var @case) ? $"case {@case}"
        : handed.StartsWith("event.", StringComparison.Ordinal) && EntityId.TryRead<EventId>(handed[6..], out var @event) ? $"event {@event}"
        : null;

    /// <summary>A press in a dialog: verb, data and inputs together, as an Action.Submit sends them.</summary>
    private static (string? Verb, JsonElement Data) PressedDialog(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? (TextOf(data, "verb"), data)
            : (null, default);

    private static ReceivedFile? SentFile(Activity activity)
    {
        var files = activity.Attachments?.FindAll(attachment => attachment.ContentType == ContentTypes.FileDownloadInfo);
        if (files is not [{ Content: { } content } file, ..]) return null;
        return content.Element is { ValueKind: JsonValueKind.Object } described && Uri.TryCreate(TextOf(described, "downloadUrl"), UriKind.Absolute, out var address)
            ? new ReceivedFile(Named(file.Name ?? "", TextOf(described, "fileType")), address) { Others = files.Count - 1 }
            : null;
    }

    /// <summary>With its ending, which tells the format.</summary>
    private static string Named(string name, string? type) => Path.HasExtension(name) || string.IsNullOrWhiteSpace(type) ? name : $"{name}.{type}";

    private static bool? Likes(Activity activity) =>
        activity.ReactionsAdded?.Exists(IsLike) == true ? true : activity.ReactionsRemoved?.Exists(IsLike) == true ? false : null;

    private static bool IsLike(MessageReaction reaction) => reaction.Type is "like" or "heart";

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
