using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Transfer;

namespace InnovationBot.Conversation.Transfer;

/// <summary>Files of records as people drop and fetch them. The host knows their formats and where they lie.</summary>
public interface IRecordFiles
{
    /// <summary>Fetches a file and looks at its first rows; stores nothing.</summary>
    Task<Result<FetchedFile>> Fetch(ReceivedFile file, CancellationToken stop);

    /// <summary>Lets the work on a file begin that a person has just asked for, and waits a little for its end. Whatever happens to this process, it is done.</summary>
    Task Work(DroppedFileId file, CancellationToken stop);

    /// <summary>A file with the columns of a kind and one example; a workbook explains them on a second sheet.</summary>
    byte[] Template(RecordKind kind, bool workbook, Say say);
}

/// <param name="Columns">As they stand in the first row.</param>
/// <param name="Samples">Of each column the first value that is not empty, shortened.</param>
/// <param name="Fault">Why it cannot be read.</param>
public sealed record FetchedFile(byte[] Content, IReadOnlyList<string> Columns, IReadOnlyList<string> Samples, FileFault? Fault = null);
