using InnovationBot.Network.People;

namespace InnovationBot.Network.Introductions;

/// <summary>What the card that asks for an introduction shows, prefilled: only what is missing has to be given.</summary>
/// <param name="Suggestion">The person chosen; none when it goes to the contact point.</param>
/// <param name="Person">As the asker may see them; none for the contact point.</param>
/// <param name="OrganisationMissing">Neither the organisation nor its kind is known yet.</param>
/// <param name="Organisation">The asker's own, confirmed or claimed.</param>
/// <param name="Languages">Those the asker can talk in as far as known, the problem's first.</param>
/// <param name="Blurb">The problem's text, at most <see cref="Introduction.MaxBlurb"/> characters.</param>
/// <param name="AnswerBy">When an unanswered request would lapse, were it sent now.</param>
public sealed record IntroductionDraft(
    SuggestionId? Suggestion, ProblemId Problem, PersonShown? Person, IReadOnlyList<Reason> Reasons,
    bool OrganisationMissing, Organisation? Organisation, OrganisationKind? Kind, IReadOnlyList<Language> Languages,
    bool NotOwnOrganisation, string Blurb, DateTimeOffset AnswerBy)
{
    /// <summary>The language the problem was written in.</summary>
    public required Language Language { get; init; }
}

/// <summary>What the asker decides when asking.</summary>
/// <param name="OrganisationKey">Own organisation by key or exact name; kept as claimed until confirmed. None = as known, or only the kind.</param>
/// <param name="OrganisationKind">The kind alone.</param>
/// <param name="Languages">At least one.</param>
/// <param name="Blurb">The exact text that is sent.</param>
/// <param name="NameNow">The asker's name goes out with the request, not only after a yes.</param>
public sealed record AskTerms(
    string? OrganisationKey, OrganisationKind? OrganisationKind, IReadOnlyList<Language> Languages, bool NotOwnOrganisation, string Blurb, bool NameNow);
