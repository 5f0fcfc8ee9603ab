namespace InnovationBot.Network.People.Organisations;

/// <summary>Which organisation belongs to which.</summary>
internal static class OrganisationParents
{
    /// <summary>Whether one organisation belongs to another, over any number of others between. Ends in a circle too.</summary>
    /// <param name="parents">Of each organisation the one above it; those at the top may be left out.</param>
    /// <param name="organisation">The lower one.</param>
    /// <param name="above">The higher one; not the same.</param>
    public static bool LiesBelow(this IReadOnlyDictionary<OrganisationId, OrganisationId?> parents, OrganisationId organisation, OrganisationId above)
    {
        var at = organisation;
        for (var steps = 0; steps <= parents.Count && parents.GetValueOrDefault(at) is { } parent; steps++, at = parent)
            if (parent == above) return true;
        return false;
    }
}
