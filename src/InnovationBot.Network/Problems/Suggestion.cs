using InnovationBot.Network.Introductions;

namespace InnovationBot.Network.Problems;

/// <summary>
/// One thing an answer showed for a problem: a case, or a person. Cards and files carry this id, never a member's, so
/// that nothing on them points to an unlisted person.
/// </summary>
public sealed class Suggestion
{
    public SuggestionId Id { get; init; }
    public ProblemId ProblemId { get; init; }
    public CaseId? CaseId { get; init; }
    public MemberId? MemberId { get; init; }
    public Slot Slot { get; init; }

    /// <summary>Place in the answer, 0 first, counted for cases and people apart.</summary>
    public int Rank { get; init; }

    public double Score { get; init; }

    /// <summary>Why it was chosen; each clause is true of stored data.</summary>
    public List<Reason> Reasons { get; init; } = [];

    /// <summary>Which version of the matching rules chose it.</summary>
    public int PolicyVersion { get; init; }

    /// <summary>The owner said that it does not fit; it is not shown for this problem again.</summary>
    public bool Dismissed { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The place of a suggestion in an answer. No slot is padded.</summary>
public enum Slot { Best, LearnedTheHardWay, OtherField, Person }
