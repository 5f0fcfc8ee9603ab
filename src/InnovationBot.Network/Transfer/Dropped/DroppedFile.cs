namespace InnovationBot.Network.Transfer;

/// <summary>A file of records that somebody dropped into their own chat, from then until it is imported or let go; a day at most.</summary>
public sealed class DroppedFile
{
    public DroppedFileId Id { get; init; }

    /// <summary>Who dropped it, and imports it with their rights.</summary>
    public MemberId MemberId { get; init; }

    /// <summary>As its sender called it; its ending tells the format.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds; none until that is clear.</summary>
    public RecordKind? Kind { get; private set; }

    /// <summary>The columns as they stand in the first row.</summary>
    public List<string> Columns { get; init; } = [];

    /// <summary>Of each column the first value that is not empty, shortened.</summary>
    public List<string> Samples { get; init; } = [];

    /// <summary>Of each column the field it is; empty = left out.</summary>
    public List<string> Fields { get; private set; } = [];

    public DroppedState State { get; private set; }

    /// <summary>What the last check or import came to.</summary>
    public FileOutcome? Outcome { get; private set; }

    /// <summary>Lines checked or written so far.</summary>
    public int Done { get; set; }

    /// <summary>Lines there are; 0 while that is not known.</summary>
    public int Of { get; set; }

    /// <summary>Where the card is that tells about it.</summary>
    public string? Chat { get; private set; }

    /// <inheritdoc cref="Chat"/>
    public string? CardActivity { get; private set; }

    /// <summary>When work on it is to be done; whoever does it moves this on, so that a killed one's is taken over.</summary>
    public DateTimeOffset? WorkDue { get; set; }

    /// <summary>Afterwards it is gone: such files hold what others have not agreed to yet.</summary>
    public DateTimeOffset ExpiresDue { get; init; }

    public int Version { get; set; }

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Somebody works on it now.</summary>
    public bool IsBusy => State is DroppedState.Checking or DroppedState.Importing;

    /// <summary>Fields that every record needs and no column is.</summary>
    public IReadOnlyList<string> Missing => Kind is { } kind ? [.. RecordShape.Of(kind).Required.Except(Fields)] : [];

    /// <summary>Columns by their names in lower case, as an import takes them.</summary>
    public IReadOnlyDictionary<string, string> Map
    {
        get
        {
            var map = new Dictionary<string, string>();
            foreach (var (column, chosen) in Columns.Zip(Fields)) map[column.ToLowerInvariant()] = chosen;
            return map;
        }
    }

    /// <param name="kind">What it holds; none = to be asked again.</param>
    /// <param name="fields">As <see cref="Fields"/>; as many as there are columns.</param>
    public Refusal? Choose(RecordKind? kind, IReadOnlyList<string> fields)
    {
        if (IsBusy || State == DroppedState.Imported) return DroppedRefusals.Busy;
        (Kind, Fields, State, Outcome) = (kind, [.. fields], DroppedState.Asked, null);
        return null;
    }

    /// <param name="importing">For real; else to see what it would do.</param>
    /// <param name="chat">Where the card is that tells about it.</param>
    /// <param name="card">The activity of that card.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Start(bool importing, string? chat, string? card, DateTimeOffset now)
    {
        if (IsBusy || State == DroppedState.Imported) return DroppedRefusals.Busy;
        if (Kind is null || Missing.Count > 0) return Refusal.NoLongerOpen;
        if (importing && Outcome is not { IsDone: true }) return Refusal.NoLongerOpen; // what it would do was not seen
        State = importing ? DroppedState.Importing : DroppedState.Checking;
        (Chat, CardActivity, WorkDue, Done, Of) = (chat, card, now, 0, 0);
        return null;
    }

    public void End(FileOutcome outcome)
    {
        State = State == DroppedState.Importing && outcome.IsDone ? DroppedState.Imported : DroppedState.Checked;
        (Outcome, WorkDue) = (outcome, null);
    }
}

/// <summary>Where a dropped file stands.</summary>
public enum DroppedState
{
    /// <summary>What it holds and which column is what is being asked.</summary>
    Asked,
    Checking,

    /// <summary>What it would do is told, or what is wrong with it.</summary>
    Checked,
    Importing,
    Imported,
}

/// <summary>The bytes of a <see cref="DroppedFile"/>, gone once it is imported.</summary>
public sealed class DroppedContent
{
    public DroppedFileId Id { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>What a check or an import came to, as kept with the file.</summary>
public sealed record FileOutcome(
    int Read, int New, int Changed, int Unchanged, int Incomplete, int OrganisationsMade, int Awaited, int KeptCount, List<KeptDifference> Kept, int FaultCount, List<FileFault> Faults,
    string? Refusal)
{
    private const int LongestValue = 120;

    /// <inheritdoc cref="ImportSummary.NumbersLeftOut"/>
    public int NumbersLeftOut { get; init; }

    /// <inheritdoc cref="ImportSummary.LinksNotShown"/>
    public int LinksNotShown { get; init; }

    public bool IsDone => Refusal is null && FaultCount == 0;

    public static FileOutcome Of(ImportSummary summary, FileFaults faults, Refusal? refusal) => new(
        summary.Read, summary.New, summary.Changed, summary.Unchanged, summary.Incomplete, summary.OrganisationsMade, summary.Awaited, summary.KeptCount,
        [.. summary.Kept.Select(kept => kept with { Here = Short(kept.Here), InFile = Short(kept.InFile) })], faults.Count, [.. faults.Kept], refusal?.Code)
    {
        NumbersLeftOut = summary.NumbersLeftOut, LinksNotShown = summary.LinksNotShown,
    };

    public static FileOutcome Refused(Refusal refusal) => Of(new ImportSummary(), new FileFaults(), refusal);

    private static string Short(string text) => text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";
}

/// <summary>Why nothing is done with a dropped file.</summary>
public static class DroppedRefusals
{
    /// <summary>It ends in neither .csv nor .xlsx.</summary>
    public static readonly Refusal Kind = new("FileKind");

    /// <summary>Several came at once.</summary>
    public static readonly Refusal One = new("FileOne");

    /// <summary>It lies where no files are fetched from.</summary>
    public static readonly Refusal NotAllowed = new("FileNotAllowed");
    public static readonly Refusal NotFetched = new("FileNotFetched");

    /// <summary>It was let go, imported long ago, or kept for longer than <see cref="DroppedFile.Lifetime"/>.</summary>
    public static readonly Refusal Gone = new("FileGone");
    public static readonly Refusal Busy = new("FileBusy");

    /// <summary>A fault of ours; nothing was stored.</summary>
    public static readonly Refusal Failed = new("ImportFailed");

    public static Refusal TooLarge(int megabytes) => new Refusal("FileTooLarge").With("most", megabytes);
}
