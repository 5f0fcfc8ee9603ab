using System.Security.Cryptography;
using System.Text;
using InnovationBot.Network;
using InnovationBot.Network.Problems.Concreteness;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Phrasing;

/// <summary>
/// The chat model tells concrete from abstract, within its time and the day's budget; when it is late, fails, answers what it was not asked or may not be
/// asked now, the words decide as they do without a model. Findings are kept for a while by the text's hash: a turn that runs again asks once.
/// </summary>
internal sealed class ModelConcreteness(
    ChatModel model, ModelGate gate, LexicalConcreteness words, TimeSpan patience, PhrasingMetrics? metrics, ILogger<ModelConcreteness> log) : IConcreteness
{
    private const int MostKept = 500;
    private const int LongestAnswer = 2_000;

    private readonly Lock locked = new();
    private readonly Dictionary<string, ConcreteFinding> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    public async ValueTask<ConcreteFinding> Assess(string text, Language language, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(text)) return words.Assess(text, language);
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{language.Code}\n{text}")));
        lock (locked)
            if (kept.TryGetValue(key, out var known)) return known;

        if (await Ask(text, language, stop) is not { } finding) return words.Assess(text, language);
        lock (locked)
        {
            if (kept.TryAdd(key, finding)) order.Enqueue(key);
            if (order.Count > MostKept) kept.Remove(order.Dequeue());
        }

        return finding;
    }

    /// <summary>As if the model had never failed.</summary>
    internal void Forget() => gate.Forget();

    private Task<ConcreteFinding?> Ask(string text, Language language, CancellationToken stop) => gate.Ask(
        async late =>
        {
            // Waited for apart from its own token: an endpoint's client may not listen to it.
            var answer = await model.Client.GetResponseAsync(AssessmentContract.Messages(text, language), AssessmentContract.Options, late).WaitAsync(late);
            return answer.Text.Length > LongestAnswer ? null : AssessmentContract.Read(answer.Text);
        },
        patience, "judged", outcome => metrics?.Assessed(outcome), log, stop);
}
