using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>A list of cases again, as everybody may read it: for a card in a channel that somebody went back on.</summary>
public sealed class ShowPublicly(NetworkDb db, TimeProvider clock)
{
    /// <param name="cases">In the order to show, ids of short answers among them; what not everybody may read (any more) is left out.</param>
    public async Task<PublicAnswer> Handle(IReadOnlyList<CaseId> cases, CancellationToken stop)
    {
        var readable = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(Reader.Anybody)).Where(c => cases.Contains(c.Id)).ToListAsync(stop);
        var order = cases.ToArray();
        var answers = cases.Select(id => new ShortAnswerId(id.Value)).ToList();
        List<PublicCase> shown = [];
        foreach (var @case in readable.OrderBy(c => Array.IndexOf(order, c.Id)))
        {
            var (organisation, kind) = CaseShown.Of(@case, await db.OrganisationOf(@case.OrganisationId, stop));
            shown.Add(new PublicCase(@case, organisation, kind, Slot.Best, 0, []) { Confirmation = Confirmation.Of(@case, clock.GetUtcNow()) });
        }

        return new PublicAnswer(shown.Count == 0 ? Fit.Nothing : Fit.Fits, IsAbstract: false, shown)
        {
            ShortAnswers = await db.ShortAnswers.AsNoTracking().Where(a => answers.Contains(a.Id) && a.TakerAgreedAt != null && a.GiverAgreedAt != null).ToListAsync(stop),
        };
    }
}
