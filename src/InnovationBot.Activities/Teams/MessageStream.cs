using System.Globalization;
using System.Text.Json;

namespace InnovationBot.Activities;

/// <summary>
/// A message that is seen while it is written (Teams docs: stream bot messages): typing activities with the text so far, at most one a second, and the message
/// itself at the end. Only in a 1:1 chat and one at a time; a client that refuses gets the message alone.
/// </summary>
public sealed class MessageStream(TurnContext turn)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1.1);

    private readonly TimeProvider clock = TimeProvider.System;
    private string? id;
    private long shownAt;
    private int sequence;
    private bool isRefused;

    /// <summary>Something is seen, so that an end has to follow.</summary>
    public bool HasBegun => id is not null;

    /// <param name="text">All of it so far: it begins with what was shown before.</param>
    public async ValueTask Show(string text, CancellationToken stop)
    {
        if (isRefused || (sequence > 0 && clock.GetElapsedTime(shownAt) < Between)) return;
        var part = new Activity { Type = ActivityTypes.Typing, Text = text, Entities = [Info("streaming", ++sequence)] };
        var sent = await turn.Send(part, stop);
        shownAt = clock.GetTimestamp();
        if (sent.IsSent) id ??= sent.Id;
        else isRefused = true;
    }

    public async ValueTask<ConnectorResult> End(Activity message, CancellationToken stop)
    {
        if (HasBegun)
        {
            // The last part counts as a call of the stream's second, too.
            if (clock.GetElapsedTime(shownAt) is var since && since < Between) await Task.Delay(Between - since, clock, stop);
            var labels = message.Entities;
            message.Entities = [Info("final", null), .. labels ?? []];
            var ended = await turn.Send(message, stop);
            if (ended.IsSent || ended.Outcome == ConnectorOutcome.Unknown) return ended;
            message.Entities = labels;
        }

        return await turn.Send(message, stop);
    }

    private Entity Info(string kind, int? number)
    {
        var info = new Dictionary<string, JsonElement> { ["streamType"] = JsonElement.Parse($"\"{kind}\"") };
        if (id is not null) info["streamId"] = JsonSerializer.SerializeToElement(id, ActivityJson.Default.String);
        if (number is { } count) info["streamSequence"] = JsonElement.Parse(count.ToString(CultureInfo.InvariantCulture));
        return new Entity { Type = EntityTypes.StreamInfo, Unknown = info };
    }
}
