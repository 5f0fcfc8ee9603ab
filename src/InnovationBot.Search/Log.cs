using Microsoft.Extensions.Logging;

namespace InnovationBot.Search;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "The search index was opened with {Documents} documents")]
    public static partial void IndexOpened(this ILogger log, int documents);

    [LoggerMessage(2, LogLevel.Information, "The search index was built: {Documents} documents in {Seconds:0.0} s")]
    public static partial void IndexBuilt(this ILogger log, int documents, double seconds);

    [LoggerMessage(3, LogLevel.Warning, "The search index cannot be read ({Failure}); it is built anew")]
    public static partial void IndexBroken(this ILogger log, string failure);

    [LoggerMessage(4, LogLevel.Information, "The folder of the search index is in use by another process or cannot be written; the index is built in memory")]
    public static partial void FolderInUse(this ILogger log);

    [LoggerMessage(5, LogLevel.Error, "Following the store's changes failed ({Failure}); tried again in 5 s")]
    public static partial void FollowingFailed(this ILogger log, string failure);

    [LoggerMessage(6, LogLevel.Warning, "Lexicon: {Complaint}")]
    public static partial void LexiconComplaint(this ILogger log, string complaint);

    [LoggerMessage(8, LogLevel.Warning, "An ask was answered without its embedding: {Why}")]
    public static partial void AskNotEmbedded(this ILogger log, string why);

    [LoggerMessage(9, LogLevel.Error, "Embeddings could not be made: {Why}; tried again in {Seconds:0} s")]
    public static partial void EmbeddingsFailed(this ILogger log, string why, double seconds);

    [LoggerMessage(10, LogLevel.Warning, "The embedding deployment answers {Now} numbers a text where it answered {Before}; all embeddings are made anew")]
    public static partial void ModelChanged(this ILogger log, int before, int now);

    [LoggerMessage(7, LogLevel.Warning, "{Complaint}")]
    public static partial void LanguagePackComplaint(this ILogger log, string complaint);
}
