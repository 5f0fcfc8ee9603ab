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

    /// <summary>What the case said then, so that changes of two people can be told apart.</summary>
    public CaseContent? Base { get; set; }

    /// <summary>The solved problem it came from.</summary>
    public ProblemId? ProblemId { get; init; }

    /// <summary>The problem, introduction, check-in or nomination it began with: one draft of each.</summary>
    public Guid? BegunFrom { get; init; }

    public required CaseContent Content { get; set; }

    /// <summary>The step to go on with.</summary>
    public DraftStep Step { get; set; }

    /// <summary>Opened and never written in: listed nowhere, and the next new case takes its place.</summary>
    public bool IsBlank => CaseId is null && Content.Title.Length == 0 && Content.Problem.Length == 0;

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset SavedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>The steps of the form, in order.</summary>
public enum DraftStep { Problem, Done, Results, Lessons, Partners, Context, TakeOver, Readers, Preview }
