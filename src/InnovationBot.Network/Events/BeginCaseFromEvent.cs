using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>What somebody who came to an event took home becomes the beginning of a case; a second press goes on with the same one.</summary>
public sealed class BeginCaseFromEvent(NetworkDb db, StartCaseDraft start, TimeProvider clock)
{
    /// <param name="text">What they wrote, or nothing yet.</param>
    /// <returns><see cref="Refusal.NotFound"/> for whoever had no seat, <see cref="EventRefusals.NotBegun"/> before the start.</returns>
    public async Task<Result<CaseDraft>> Handle(EventId id, MemberId by, string text, Language language, CancellationToken stop)
    {
        if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(r => r.EventId == id && r.MemberId == by, stop) is not { HasSeat: true } own) return Refusal.NotFound;
        if (await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) is not { } @event || !@event.HasStarted(clock.GetUtcNow())) return EventRefusals.NotBegun;
        return await start.From(new CaseBeginning(own.Id.Value) { Problem = PersonalDataFinder.Mask(text), Language = language }, by, stop);
    }
}
