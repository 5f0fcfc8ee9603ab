using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;

namespace InnovationBot.Network.Cases.Library;

/// <summary>One page of the library, as one reader may see it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Choices">What the filters can be set to.</param>
/// <param name="Wider">When nothing fits: how many there would be without one part of the filter, those with some only.</param>
public sealed record CasesPage(
    CaseFilter Filter, IReadOnlyList<ListedCase> Cases, int Total, int Page, int Pages, CaseChoices Choices, IReadOnlyList<WiderFilter> Wider);

/// <param name="Organisation">None when the case shows only its kind, or has none.</param>
public sealed record ListedCase(Case Case, Organisation? Organisation, OrganisationKind? Kind)
{
    public Confirmation? Confirmation { get; init; }

    /// <summary>What the award made of it; in the library alone.</summary>
    public AwardMark? Mark { get; init; }
}

public sealed record WiderFilter(CaseFilterPart Without, int Total);

/// <summary>Values that occur in the cases a reader may read, by name.</summary>
public sealed record CaseChoices(IReadOnlyList<NamedChoice> Areas, IReadOnlyList<NamedChoice> Regions, IReadOnlyList<string> Countries, IReadOnlyList<int> Years);

/// <param name="Key"><see cref="CaseFilter.KeyOf"/> of the name.</param>
public sealed record NamedChoice(string Key, string Name);
