using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Library;

/// <summary>The library's filters as the store evaluates them.</summary>
internal static class FilteredCases
{
    /// <param name="cases">Those the reader may read.</param>
    /// <param name="filter">Its text is not looked at.</param>
    /// <param name="areas">How the policy area that the filter names is spelled in the store.</param>
    /// <param name="region">The organisations of the filter's region.</param>
    public static IQueryable<Case> Where(this IQueryable<Case> cases, CaseFilter filter, IReadOnlyCollection<string> areas, IReadOnlyCollection<OrganisationId> region)
    {
        if (filter.Area is not null) cases = cases.Where(c => c.PolicyArea != null && areas.Contains(c.PolicyArea));
        if (filter.Tier is { } tier) cases = cases.Where(c => c.Tier == tier);
        if (filter.Country is { } country) cases = cases.Where(c => c.Country == country);
        if (filter.Outcome is { } outcome) cases = cases.Where(c => c.Outcome == outcome);
        if (filter.Year is { } year) cases = cases.Where(c => c.Year == year);
        if (filter.UsersTookPart) cases = cases.Where(c => c.Users != null && c.Users != UsersPart.None);
        if (filter.ReadyToTakeOver) cases = cases.Where(c => (string)(object)c.TakeOvers != "[]");
        if (filter.Barrier is { } barrier) cases = cases.Where(Names(barrier));

        // which region a case comes from would tell who stands behind one that shows no more than a kind
        if (filter.Region is not null)
            cases = cases.Where(c => c.ShownAs == ShownAs.Named && c.OrganisationId != null && region.Contains(c.OrganisationId.Value));
        return cases;
    }

    /// <summary>Lists are stored as JSON; a word of the vocabulary stands in it between quotation marks.</summary>
    private static Expression<Func<Case, bool>> Names(Barrier barrier)
    {
        var word = $"%\"{Vocabulary.Write(barrier)}\"%";
        return c => EF.Functions.Like((string)(object)c.Barriers, word);
    }
}
