using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>Cases that the author may read and that tell much the same: perhaps theirs is there already.</summary>
public sealed class FindSimilarCases(NetworkDb db, ISearch search, TimeProvider clock)
{
    public const int Most = 3;

    /// <summary>The best hit of an ask that fits is near 1; what is further off is about something else.</summary>
    private const double Near = 0.6;

    public async Task<IReadOnlyList<ListedCase>> Handle(CaseContent content, MemberId by, CancellationToken stop)
    {
        var reader = await db.ReaderOf(by, stop);
        var found = await search.Find(new SearchRequest($"{content.Title}\n{content.Problem}", content.Language ?? Language.English, reader, Cases: Most, People: 0), stop);
        if (found.Fit != Fit.Fits) return [];

        var ids = found.Cases.Where(hit => hit.Relevance >= Near).Select(hit => hit.Id).ToList();
        var cases = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        List<ListedCase> like = [];
        foreach (var one in cases.OrderBy(c => ids.IndexOf(c.Id)))
        {
            var (shown, kind) = CaseShown.Of(one, await db.OrganisationOf(one.OrganisationId, stop));
            like.Add(new ListedCase(one, shown, kind) { Confirmation = Confirmation.Of(one, clock.GetUtcNow()) });
        }

        return like;
    }
}
