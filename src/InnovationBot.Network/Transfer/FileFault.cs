namespace InnovationBot.Network.Transfer;

/// <summary>Something in a file that cannot be taken as it is.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Field">As the file names it; empty when the whole line is meant.</param>
/// <param name="Mend">What is wrong and what to write instead.</param>
public sealed record FileFault(int Line, string Field, Mend Mend);

/// <summary>The faults of one file: all are counted, the first ones kept.</summary>
public sealed class FileFaults
{
    /// <summary>More than anybody mends before trying again.</summary>
    public const int MostKept = 1000;

    private readonly List<FileFault> kept = [];

    public int Count { get; private set; }

    public IReadOnlyList<FileFault> Kept => kept;

    public void Add(int line, string field, Mend mend)
    {
        Count++;
        if (kept.Count < MostKept) kept.Add(new FileFault(line, field, mend));
    }
}
