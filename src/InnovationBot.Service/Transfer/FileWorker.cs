using System.Collections.Concurrent;
using System.Text.Json;
using InnovationBot.Activities;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Transfer;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Transfer;
using InnovationBot.Service.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Transfer;

/// <summary>
/// Checks and imports dropped files, each in the background of the press that asked for it; its card is edited as it goes on. What was asked
/// for stands in the store, so another instance, or the next start, goes on with what a killed one left.
/// </summary>
internal sealed class FileWorker(IServiceScopeFactory scopes, IConnectorClient connector, MachineClock machine, ILogger<FileWorker> log) : BackgroundService
{
    /// <summary>What takes less is answered as the press's own answer; Teams gives a press about five seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private static readonly TimeSpan BetweenEdits = TimeSpan.FromSeconds(2);

    /// <summary>Between looks for what others left.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    private readonly Knock asked = new();
    private readonly ConcurrentDictionary<DroppedFileId, Waiting> waiting = [];

    /// <inheritdoc cref="IRecordFiles.Work"/>
    public async Task Work(DroppedFileId file, CancellationToken stop)
    {
        var wait = new Waiting();
        waiting[file] = wait;
        asked.Call();
        await Task.WhenAny(wait.Ended.Task, Task.Delay(Patience, machine.Time, stop));
        waiting.TryRemove(new(file, wait));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        HashSet<Task> running = [];
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                running.RemoveWhere(one => one.IsCompleted);
                while (await Claim(stoppingToken) is { } file) running.Add(Run(file, stoppingToken));
                await asked.Wait(BetweenLooks, machine.Time, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.FilesNotLookedFor(log, fault);
                await Task.Delay(BetweenLooks, machine.Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<DroppedFile?> Claim(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DroppedFiles>().Claim(stop);
    }

    private async Task Run(DroppedFile file, CancellationToken stop)
    {
        try
        {
            var outcome = await Outcome(file, stop);
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<DroppedFiles>().End(file.Id, outcome, CancellationToken.None) is { } ended && !Answered(file.Id)) await Show(ended, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the next start goes on with it
        }
        catch (Exception fault)
        {
            Log.FileNotEnded(log, file.Id, fault);
        }
    }

    /// <summary>A press still waits, and is answered with the end.</summary>
    private bool Answered(DroppedFileId file) => waiting.TryRemove(file, out var wait) && wait.Ended.TrySetResult();

    private async Task<FileOutcome> Outcome(DroppedFile file, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, files) = (scope.ServiceProvider.GetRequiredService<NetworkDb>(), scope.ServiceProvider.GetRequiredService<DroppedFiles>());
            if (await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == file.MemberId, stop) is not { } by || await files.Content(file.Id, stop) is not { } bytes)
                return FileOutcome.Refused(DroppedRefusals.Gone);

            using var content = new MemoryStream(bytes, writable: false);
            var request = new ImportRequest(
                file.Kind!.Value, content, RecordFile.FormatOf(file.Name)!.Value, file.Map, new Dictionary<string, string>(), by, DryRun: file.State == DroppedState.Checking);
            var progress = new Progress();
            var importing = Task.Run(() => new ImportFiles(scope.ServiceProvider).Run(request, progress, stop), CancellationToken.None);
            while (await Task.WhenAny(importing, Task.Delay(BetweenEdits, machine.Time, stop)) != importing) await Tell(file, progress, stop);
            var outcome = await importing;
            return FileOutcome.Of(outcome.Summary, outcome.Faults, outcome.Refusal);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            Log.FileFailed(log, file.Id, fault);
            return FileOutcome.Refused(DroppedRefusals.Failed);
        }
    }

    private async Task Tell(DroppedFile file, Progress progress, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        (file.Done, file.Of) = (progress.Done, progress.Lines);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DroppedFiles>().Tell(file.Id, file.Done, file.Of, stop);
        if (!waiting.ContainsKey(file.Id)) await Show(file, stop);
    }

    /// <summary>Best effort: the card can also be asked how far it is.</summary>
    private async Task Show(DroppedFile file, CancellationToken stop)
    {
        if (file is not { Chat: { } chat, CardActivity: { } card } || JsonSerializer.Deserialize<ConversationReference>(chat) is not { } place) return;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<NetworkDb>().MemberOf(file.MemberId, stop) is not { } member) return;
        var zone = Zones.Of(member, await scope.ServiceProvider.GetRequiredService<SettingsInForce>().Now(stop));
        var drawn = FileCard.For(file, new Reading(Say.In(member.Language), zone, machine.Now));
        await connector.Update(place, card, Activity.Card(drawn.ToUtf8(), drawn.FallbackText), stop);
    }

    private sealed class Waiting
    {
        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Progress : IImportProgress
    {
        public volatile int Done;
        public volatile int Lines;

        public void Checked(int lines) => Done = lines;

        public void Written(int lines, int of) => (Done, Lines) = (lines, of);

        public void Waiting()
        {
        }
    }
}
