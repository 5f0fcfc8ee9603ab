using InnovationBot.Activities;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Organisations;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>Fills the list of organisations while somebody types.</summary>
public sealed class OrganisationTypeahead(ListOrganisationChoices list) : ITypeahead
{
    public const string Dataset = "organisations";

    /// <summary>What Teams shows at most.</summary>
    private const int Most = 15;

    public async Task<IReadOnlyList<SearchResult>> Find(string typed, Turn turn, CancellationToken stop) =>
        [.. (await list.Holding(typed, Most, stop)).Select(one => new SearchResult(one.Name, one.Id.ToString()))];
}
