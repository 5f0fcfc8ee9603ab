using InnovationBot.Conversation.Problems;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Hosting;

/// <summary>
/// Answers one question for nobody once the door is open, so that code, index and lexicon are in memory when the first person asks: that answer would
/// else take some seconds instead of less than one. Nothing is stored. Work that can wait a moment waits for its end (<see cref="Over"/>).
/// </summary>
internal sealed class Rehearsal(IServiceProvider services)
{
    private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the rehearsal, however that went.</summary>
    public Task Over => over.Task;

    public async Task Run(CancellationToken stop)
    {
        try
        {
            await Task.Yield(); // the start does not wait for it
            await using var scope = services.CreateAsyncScope();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var language = (await services.GetRequiredService<SettingsInForce>().Now(stop)).DefaultLanguage;
            var text = Say.In(language)["Help.Example1"];
            services.GetRequiredService<ILanguageDetector>().Detect(text);
            var nobody = new Member { Id = EntityId.New<MemberId>(now), Language = language, CreatedAt = now };
            var problem = new Problem { Id = EntityId.New<ProblemId>(now), OwnerId = nobody.Id, Text = text, Language = language, CreatedAt = now };
            new LexicalConcreteness().Assess(text, language); // a model that may judge is not asked for nobody
            var match = await scope.ServiceProvider.GetRequiredService<Matcher>().Find(problem, Asker.Of(nobody, null, problem), Dismissed.Nothing, stop);
            AnswerCard.For(new Answer(problem, match.Fit, false, null, [], [], false), Say.In(language)).ToUtf8();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.NotRehearsed(services.GetRequiredService<ILoggerFactory>().CreateLogger<Rehearsal>(), fault.GetType().Name); // the first real question says more
        }
        catch (OperationCanceledException)
        {
            // ended before it was over
        }
        finally
        {
            over.TrySetResult();
        }
    }
}
