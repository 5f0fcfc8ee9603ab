using System.Text;
using InnovationBot.Conversation.Phrasing;
using InnovationBot.Service.Options;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Phrasing;

/// <summary>The chat model's client, made at its first use.</summary>
internal sealed class ChatModel(Func<IChatClient> make)
{
    private readonly Lazy<IChatClient> client = new(make);

    public IChatClient Client => client.Value;
}

/// <summary>
/// Asks the chat model, within its time and the day's budget.
/// </summary>
internal sealed class ModelPhrasing(
    ChatModel model, ModelGate gate, IOptions<OpenAIOptions> options, PhrasingMetrics metrics, ILogger<ModelPhrasing> log) : IPhrasing
{
    private const int LongestAnswer = 4_000;

    private readonly OpenAIOptions settings = options.Value;

    public bool Does(PhrasingKind kind) => kind switch
    {
        PhrasingKind.CaseDraft => settings.WriteCaseDrafts,
        PhrasingKind.Question => settings.WriteQuestions || settings.WriteSummaries,
        _ => settings.WriteSummaries,
    };

    public async ValueTask<Phrased?> Phrase(PhrasingRequest request, Func<string, ValueTask> partly, CancellationToken stop)
    {
        if (request.Kind == PhrasingKind.Question && !settings.WriteQuestions) request = request with { Kind = PhrasingKind.Summary };
        return await gate.Ask(
            async late => PhrasingContract.Read(await Ask(request, partly, late), request.Kind),
            TimeSpan.FromSeconds(settings.ChatSeconds), "written", metrics.Asked, log, stop);
    }

    public void Judged(bool isLiked) => metrics.Judged(isLiked);

    /// <summary>As if the model had never failed.</summary>
    internal void Forget() => gate.Forget();

    private async Task<string> Ask(PhrasingRequest request, Func<string, ValueTask> partly, CancellationToken stop)
    {
        var answer = new StringBuilder();
        var shown = "";
        var parts = model.Client.GetStreamingResponseAsync(PhrasingContract.Messages(request), PhrasingContract.Options(request.Kind), stop).GetAsyncEnumerator(stop);
        try
        {
            // Waited for apart from its own token: an endpoint's client may not listen to it.
            while (await parts.MoveNextAsync().AsTask().WaitAsync(stop))
            {
                answer.Append(parts.Current.Text);
                if (answer.Length > LongestAnswer) throw new InvalidDataException("longer than any answer");
                var begun = PhrasingContract.Begun(answer.ToString());
                if (begun.Length <= shown.Length) continue;
                shown = begun;
                await partly(begun);
            }
        }
        finally
        {
            _ = parts.DisposeAsync().AsTask().ContinueWith(static _ => { }, TaskScheduler.Default);
        }

        return answer.ToString();
    }
}
