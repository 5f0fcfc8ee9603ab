namespace InnovationBot.Search;

/// <summary>Settings of the search.</summary>
public sealed class SearchOptions
{
    /// <summary>
    /// The folder of the index, made when missing. <c>null</c> (the default), or a folder that another process uses: the
    /// index is built in memory, from the store.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>
    /// The file that <c>lexicon build</c> writes. Where there is none, the one beside the program is used; where there is none either,
    /// or it cannot be read, the search goes on by its own lexicon.
    /// </summary>
    public string? LanguagePack { get; set; }

    /// <summary>How often the change sequence is asked for what other processes changed; default 1 s, 50 ms to 1 min.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);
}
