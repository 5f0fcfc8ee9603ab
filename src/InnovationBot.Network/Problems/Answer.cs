using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>What the network has to say about a problem, for its owner's eyes alone.</summary>
/// <param name="Problem">The draft, or the problem it has become.</param>
/// <param name="Fit">How sure the search is; <see cref="Fit.Nearest"/> is to be shown as just that.</param>
/// <param name="IsAbstract">The text names no event; the answer comes all the same, with <paramref name="Question"/>.</param>
/// <param name="Question">The one question that would make the problem more concrete, if any is left to ask.</param>
/// <param name="Cases">At most three, in the order of their slots.</param>
/// <param name="People">At most three, best first.</param>
/// <param name="HasContactPoint">The problem may be passed to a contact point.</param>
public sealed record Answer(
    Problem Problem, Fit Fit, bool IsAbstract, ConcreteQuestion? Question,
    IReadOnlyList<SuggestedCase> Cases, IReadOnlyList<SuggestedPerson> People, bool HasContactPoint)
{
    /// <summary>Answers in writing that both sides left for others; they stand below the cases.</summary>
    public IReadOnlyList<ShortAnswer> ShortAnswers { get; init; } = [];

    /// <summary>The best evidence points to somebody who is invited and not here yet; of whom nothing is shown.</summary>
    public bool SomebodyInvited { get; init; }

    /// <summary>The asker was never told what the bot keeps and how to stop it: nothing told it of an installation, and they asked nothing before.</summary>
    public bool IsFirstContact { get; init; }

    /// <summary>What all cases that fit say together; none when they are too few.</summary>
    public Counting.CaseCounts? Counts { get; init; }
}

/// <param name="Organisation">None when the case shows only its kind, or has no organisation.</param>
/// <param name="Kind">The kind of organisation, when known.</param>
public sealed record SuggestedCase(Suggestion Suggestion, Case Case, Organisation? Organisation, OrganisationKind? Kind)
{
    public Confirmation? Confirmation { get; init; }
}

/// <param name="Reasons">Those of the suggestion, without anything that points to a person who is not named to this reader.</param>
public sealed record SuggestedPerson(Suggestion Suggestion, PersonShown Shown, IReadOnlyList<Network.Introductions.Reason> Reasons)
{
    /// <summary>They hold an open hour about this, with a free place.</summary>
    public bool HasOpenHour { get; init; }

    /// <summary>It is the only way to meet them now.</summary>
    public bool OnlyOpenHour { get; init; }
}

/// <summary>What everybody in a channel or group chat may read. Nothing of it is stored.</summary>
public sealed record PublicAnswer(Fit Fit, bool IsAbstract, IReadOnlyList<PublicCase> Cases)
{
    /// <summary>Both sides left them for everybody, without names.</summary>
    public IReadOnlyList<ShortAnswer> ShortAnswers { get; init; } = [];
}

public sealed record PublicCase(
    Case Case, Organisation? Organisation, OrganisationKind? Kind, Slot Slot, double Score, IReadOnlyList<Network.Introductions.Reason> Reasons)
{
    public Confirmation? Confirmation { get; init; }
}
