namespace InnovationBot.Network.Transfer;

/// <summary>What an import does, or would do.</summary>
public sealed class ImportSummary
{
    /// <summary>Differences that are listed one by one; more are only counted.</summary>
    public const int MostListed = 100;

    private readonly List<KeptDifference> kept = [];

    public int Read { get; internal set; }
    public int New { get; internal set; }
    public int Changed { get; internal set; }
    public int Unchanged { get; internal set; }

    /// <summary>New cases without a lesson or a result.</summary>
    public int Incomplete { get; internal set; }

    /// <summary>Organisations that cases bring along.</summary>
    public int OrganisationsMade { get; internal set; }

    /// <summary>Addresses of contacts who are no members yet.</summary>
    public int Awaited { get; internal set; }

    /// <summary>Texts of cases in which a personal number stood; it is left out.</summary>
    public int NumbersLeftOut { get; internal set; }

    /// <summary>Links of cases that do not begin with https: kept, exported again, and shown to nobody.</summary>
    public int LinksNotShown { get; internal set; }

    public int KeptCount { get; private set; }

    /// <summary>What is not overwritten, because somebody changed it here or decides it themselves.</summary>
    public IReadOnlyList<KeptDifference> Kept => kept;

    internal void Keep(KeptDifference difference)
    {
        KeptCount++;
        if (kept.Count < MostListed) kept.Add(difference);
    }
}

/// <param name="Line">Of the file, from 1.</param>
/// <param name="Id">As the file names the record.</param>
/// <param name="Field">Empty when the whole record stays as it is: it was withdrawn here, or the person left.</param>
/// <param name="Here">What stays.</param>
/// <param name="InFile">What is not taken over.</param>
/// <param name="Why">Why the whole record stays as it is.</param>
public sealed record KeptDifference(int Line, string Id, string Field, string Here, string InFile, Mend? Why = null);

/// <summary>One record of a file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Record">What it says.</param>
/// <param name="Given">The fields it speaks of, also to say that they are empty.</param>
public sealed record ImportLine<TRecord>(int Line, TRecord Record, IReadOnlySet<string> Given);
