namespace InnovationBot.Network.Transfer;

/// <summary>
/// A file on its way into the store. Its rows are written in chunks that nobody sees; one short commit, which sets
/// <see cref="PublishedAt"/>, decides and shows them all (of changes more than a commit may make, the first; the others follow whatever
/// happens). Gone once every row stands for itself.
/// </summary>
public sealed class Import
{
    public ImportId Id { get; init; }

    /// <summary>The last sign of life of whoever writes it, and then carries it to its end.</summary>
    public DateTimeOffset RenewedAt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The last of its <see cref="StagedUpdate"/>s that took effect; those behind it follow.</summary>
    public long AppliedTo { get; set; }

    /// <summary>An import that has been silent for longer is not written any more: the next one takes its place, and whoever comes next carries it on.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <summary>Whoever began it is at it, by a clock that may differ from theirs a little.</summary>
    public bool IsAlive(DateTimeOffset now) => (now - RenewedAt).Duration() <= Silence;

    /// <summary>Whoever wrote it was stopped, or took it back: its rows are to be cleared. Said by an import that takes its place, never by a clock that may be moved.</summary>
    public bool IsGivenUp => RenewedAt == DateTimeOffset.MinValue;
}

/// <summary>What a file changes in a record that is there already: worked out beforehand, so that the publishing commit has little to do.</summary>
public sealed class StagedUpdate
{
    public long Id { get; init; }
    public ImportId ImportId { get; init; }
    public RecordKind Kind { get; init; }

    /// <summary>The record's own id.</summary>
    public Guid Subject { get; init; }

    /// <summary>The record's when this was worked out; at another one somebody changed it since, and it is worked out anew.</summary>
    public int Version { get; init; }

    /// <summary>The columns that change, with their values as stored, as a JSON object.</summary>
    public required string Columns { get; init; }

    /// <summary>Addresses of a case's contacts or an organisation's contact point in their order, when the file changes them.</summary>
    public List<string>? People { get; init; }

    /// <summary>The file's record as JSON, its references resolved to ids that files use.</summary>
    public required string Record { get; init; }

    /// <summary>The fields the file speaks of.</summary>
    public List<string> Given { get; init; } = [];
}

public enum RecordKind { Organisations, Members, Cases }

/// <summary>
/// Somebody named by address who is no member yet: by a file as contact of a case, or contact point of an organisation;
/// by an author as partner of a case. Becomes that, or is asked, on the day they are imported or write.
/// </summary>
public sealed class AwaitedPerson
{
    public long Id { get; init; }

    /// <summary>Lower case.</summary>
    public required string Email { get; init; }

    public CaseId? CaseId { get; init; }
    public OrganisationId? OrganisationId { get; init; }

    /// <summary>A partner of a case, to be asked whether that is true.</summary>
    public CasePartnerId? PartnerId { get; init; }

    /// <summary>A nomination whose nominee this is, to say yes or no.</summary>
    public NominationId? NominationId { get; init; }

    /// <summary>A partner that a nomination names, to be asked whether that is true.</summary>
    public NominationPartnerId? NominationPartnerId { get; init; }

    /// <summary>Place among the case's contacts, 0 first.</summary>
    public int Position { get; init; }
}
