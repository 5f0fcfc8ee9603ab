using InnovationBot.Activities;
using InnovationBot.Conversation.Cases.Anywhere;
using InnovationBot.Conversation.Turns;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Conversation.Phrasing;

/// <summary>
/// Adds what a model wrote to an answer, as a message of its own with Teams' label for it, the cases it goes with and thumbs; in the own chat only, where it is
/// written out as it comes. The answer itself is there before and does not wait.
/// </summary>
public sealed class PhraseWriter(ILogger<PhraseWriter> log, IPhrasing? model = null, ICaseLinks? links = null)
{
    public async ValueTask Write(Turn turn, CancellationToken stop)
    {
        if (model is null || turn.Phrase is not { } request || turn.Scope != Scope.Personal || !model.Does(request.Kind)) return;
        try
        {
            await Write(model, request, turn, stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotPhrased(log, fault.GetType().Name);
        }
    }

    /// <summary>Beside the answer to a press, which must not wait.</summary>
    public void WriteBeside(Turn turn)
    {
        if (model is not null && turn.Phrase is not null && !turn.Context.ExpectsReplies) _ = Task.Run(() => Write(turn, CancellationToken.None).AsTask());
    }

    public void Judged(bool isLiked) => model?.Judged(isLiked);

    private async ValueTask Write(IPhrasing phrasing, PhrasingRequest request, Turn turn, CancellationToken stop)
    {
        var stream = turn.Context.ExpectsReplies ? null : new MessageStream(turn.Context);
        var phrased = await phrasing.Phrase(request, part => stream?.Show(Intro(request, part, turn), stop) ?? ValueTask.CompletedTask, stop);
        if (phrased is null)
        {
            if (stream is { HasBegun: true }) await stream.End(Activity.Message(turn.Say["Phrasing.Broken"]), stop); // a begun message has to end
            return;
        }

        var message = Activity.Message(Whole(request, phrased, turn));
        message.Entities = [Entity.AiGenerated([.. request.Cases.Select(cited => new Citation(cited.Title, cited.About, links?.To(cited.Id)))])];
        message.ChannelData = new TeamsChannelData { FeedbackLoop = new TeamsFeedbackLoop("default") }.ToJson();
        if (stream is null) await turn.Context.Send(message, stop);
        else await stream.End(message, stop);
    }

    private static string Intro(PhrasingRequest request, string summary, Turn turn) => request.Kind == PhrasingKind.CaseDraft
        ? turn.Say["Phrasing.CaseDraft", ("text", summary)]
        : turn.Say["Phrasing.Summary", ("text", summary)];

    private static string Whole(PhrasingRequest request, Phrased phrased, Turn turn)
    {
        var marks = string.Concat(request.Cases.Select((_, at) => $" [{at + 1}]"));
        var parts = new List<string>
        {
            Intro(request, phrased.Title is { } title ? $"{title}\n{phrased.Summary}" : phrased.Summary, turn),
        };
        if (phrased.Question is { } question) parts.Add(turn.Say["Phrasing.Question", ("question", question)]);
        if (marks.Length > 0) parts.Add(turn.Say["Phrasing.Cases", ("marks", marks.Trim())]);
        return string.Join("\n\n", parts);
    }
}
