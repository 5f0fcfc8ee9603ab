using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Cases.Library;

namespace InnovationBot.Conversation.Cases.Library;

/// <summary>Policy areas that occur, while somebody types into the library's filter.</summary>
public sealed class AreaList(BrowseCases browse) : ITypeahead
{
    public const string Dataset = "case_areas";

    public Task<IReadOnlyList<SearchResult>> Find(string typed, Turn turn, CancellationToken stop) => browse.Named(choices => choices.Areas, typed, turn, stop);
}

/// <summary>Regions that occur, likewise.</summary>
public sealed class RegionList(BrowseCases browse) : ITypeahead
{
    public const string Dataset = "case_regions";

    public Task<IReadOnlyList<SearchResult>> Find(string typed, Turn turn, CancellationToken stop) => browse.Named(choices => choices.Regions, typed, turn, stop);
}

internal static class FilterLists
{
    private const int Most = 15;

    /// <summary>Those whose name has what was typed, of cases that the person may read where they are; by name.</summary>
    public static async Task<IReadOnlyList<SearchResult>> Named(
        this BrowseCases browse, Func<CaseChoices, IReadOnlyList<NamedChoice>> list, string typed, Turn turn, CancellationToken stop) =>
    [
        .. list((await browse.Handle(new(turn.Scope == Scope.Personal ? turn.By : null, CaseFilter.None, turn.Language), stop)).Value.Choices)
            .Where(one => one.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(one => one.Name, StringComparer.Create(turn.Say.Culture, ignoreCase: true))
            .Take(Most)
            .Select(one => new SearchResult(one.Name, one.Key)),
    ];
}
