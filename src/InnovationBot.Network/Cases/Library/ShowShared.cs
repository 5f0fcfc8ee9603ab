using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Library;

/// <summary>One case for a message that others read too: there at all only for somebody who may read it. Not an opening.</summary>
public sealed class ShowShared(NetworkDb db, TimeProvider clock)
{
    public async Task<ListedCase?> Handle(CaseId id, MemberId by, CancellationToken stop)
    {
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, stop);
        if (@case is null || !(await db.ReaderOf(by, stop)).MayRead(@case)) return null;

        var (organisation, kind) = CaseShown.Of(@case, await db.OrganisationOf(@case.OrganisationId, stop));
        return new ListedCase(@case, organisation, kind) { Confirmation = Confirmation.Of(@case, clock.GetUtcNow()) };
    }
}
