using InnovationBot.Network.Introductions;
using InnovationBot.Network.People.Ambassadors.OpenHours;

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
    public Slot Slot { get; set; }

    /// <summary>The open hour that the person held about this when the answer was made.</summary>
    public OpenHourId? OpenHourId { get; set; }

    /// <summary>Place in the answer, 0 first, counted for cases and people apart.</summary>
    public int Rank { get; set; }

    public double Score { get; set; }

    /// <summary>Why it was chosen; each clause is true of stored data.</summary>
    public List<Reason> Reasons { get; set; } = [];

    /// <summary>What its score was made of.</summary>
    public List<ScorePart> Parts { get; set; } = [];

    /// <summary>Which version of the matching rules chose it.</summary>
    public int PolicyVersion { get; set; }

    /// <summary>Part of the newest answer. Earlier ones stay, so that a button on an older card still means the same.</summary>
    public bool Current { get; set; } = true;

    /// <summary>The owner said that it does not fit; it is not shown for this problem again.</summary>
    public bool Dismissed { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The place of a suggestion in an answer. No slot is padded.</summary>
public enum Slot
{
    Best,
    LearnedTheHardWay,
    OtherField,
    Person,

    /// <summary>Named to a giver who would pass a request on; never part of the asker's answer.</summary>
    PassOn,

    /// <summary>A case that arrived after the problem was kept.</summary>
    News,
}
