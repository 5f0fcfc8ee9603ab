namespace InnovationBot.Activities;

/// <summary>Fetches what a person put into their chat (Teams docs: receive files in personal chat): from the hosts that the channel keeps files on and from nowhere else, with no credential of ours.</summary>
public interface IFileDownloads
{
    /// <param name="address">From the authenticated activity; checked all the same.</param>
    /// <param name="most">Bytes; a longer file is not read to its end.</param>
    /// <param name="stop">Ends it.</param>
    Task<FileDownload> Get(Uri address, int most, CancellationToken stop);
}

/// <summary>Puts a file where a person's own OneDrive offered a place for it (Teams docs: send files to personal chat), by the same rules.</summary>
public interface IFileUploads
{
    /// <param name="address">From the authenticated activity; checked all the same.</param>
    /// <returns>Whether it is there.</returns>
    Task<bool> Put(Uri address, byte[] content, CancellationToken stop);
}

/// <summary>What came of fetching a file.</summary>
/// <param name="Bytes">Set when <paramref name="Outcome"/> is <see cref="FileDownloadOutcome.Done"/>.</param>
public readonly record struct FileDownload(FileDownloadOutcome Outcome, ReadOnlyMemory<byte> Bytes = default);

public enum FileDownloadOutcome
{
    Done,

    /// <summary>The address is none that files are fetched from; nothing was asked there.</summary>
    NotAllowed,
    TooLarge,

    /// <summary>No answer, a redirect, or none with status 200.</summary>
    Failed,
}
