using InnovationBot.Network;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Embeddings;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Languages;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using InnovationBot.Search.Ranking;
using InnovationBot.Search.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search;

public static class SearchServices
{
    /// <summary>Reads the lexicon, the largest part of the search's data, while whoever starts it does something else.</summary>
    public static Task ReadAhead() => Task.Run(() => Lexicon.Shipped);

    /// <summary>
    /// Registers <see cref="ISearch"/>, <see cref="ILanguageDetector"/> and <see cref="ISearchIndex"/> over the store that
    /// is registered. Within a running host the index follows the store; without one it is opened, or built, at the first
    /// question and follows when told to.
    /// </summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, SearchOptions options)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChangesWritten>();
        services.AddSingleton(options);
        services.AddSingleton(_ => Lexicon.Shipped);
        services.AddSingleton(Tuning.Chosen);
        services.AddSingleton<LanguageDetector>();
        services.AddSingleton<ILanguageDetector>(provider => provider.GetRequiredService<LanguageDetector>());
        services.AddSingleton<PackKeeper>();
        services.AddSingleton<LexiconState>();
        services.AddSingleton<ILexiconState>(provider => provider.GetRequiredService<LexiconState>());
        services.AddSingleton<ILanguagePackState>(provider => provider.GetRequiredService<PackKeeper>());
        services.AddSingleton<ITasks, Tasks>();
        services.AddSingleton<Documents>();
        services.AddSingleton<IndexKeeper>();
        services.AddSingleton(provider => new SearchMetrics(provider.GetService<System.Diagnostics.Metrics.IMeterFactory>()));
        services.AddSingleton<ModelTrial>();
        services.AddSingleton<EmbeddingKeeper>();
        services.AddSingleton<IEmbeddings>(provider => provider.GetRequiredService<EmbeddingKeeper>());
        services.AddSingleton<AskEmbedder>();
        services.AddSingleton<ISearchIndex>(provider => provider.GetRequiredService<IndexKeeper>());
        services.AddSingleton<ISearch, ProblemSearch>();
        services.AddSingleton<IShortAnswerSearch, ShortAnswerSearch>();
        services.AddHostedService<IndexFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<EmbeddingKeeper>());
        return services;
    }
}
