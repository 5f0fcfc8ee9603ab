namespace InnovationBot.Network.Cases;

/// <summary>
/// A case that somebody is writing, or their changes to one that is published. A row of its own, read by its author
/// alone: no search, card, link or export of cases comes near it.
/// </summary>
public sealed class CaseDraft
{
    public CaseDraftId Id { get; init; }
    public MemberId AuthorId { get; init; }

    /// <summary>The case it changes; none for a new one.</summary>
    public CaseId? CaseId { get; init; }

    /// <summary>The <see cref="Case.Edition"/> of the case that these changes start from.</summary>
    public int BaseEdition { get; set; }

    /// <summary>The solved problem it came from.</summary>
    public ProblemId? ProblemId { get; init; }

    public required CaseContent Content { get; set; }

    /// <summary>The step to go on with.</summary>
    public DraftStep Step { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>The steps of the form, in order.</summary>
public enum DraftStep { Problem, Done, Results, Lessons, Partners, Context, Readers, Preview }
