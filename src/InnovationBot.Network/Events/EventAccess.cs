using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Events;

/// <summary>The one rule of who sees an event, and who runs it.</summary>
public sealed class EventAccess(NetworkDb db, FindAudience audiences)
{
    /// <summary>May make events: organisers of the network or of an organisation, and administrators.</summary>
    public static bool MayOrganise(Member member) => member.Has(Role.Organiser) || member.Has(Role.OrganisationOrganiser) || member.Has(Role.Administrator);

    /// <summary>Who made it and who hosts it; where nobody is left of them, the network's organisers.</summary>
    public static bool Runs(Member member, Event @event) =>
        @event.OrganiserId == member.Id || @event.HostId == member.Id
        || (@event is { OrganiserId: null, HostId: null } && member.Has(Role.Organiser));

    /// <summary>Its audience once it is published; whoever runs it, signed up for it or owns its problem in any case.</summary>
    public async Task<bool> Sees(Member member, Event @event, Registration? own, CancellationToken stop) =>
        Runs(member, @event)
        || (@event.Stage != EventStage.Draft
            && (own is not null || @event.ProblemOwnerId == member.Id || @event.Audience == Audience.All || await audiences.Holds(@event.Audience, member.Id, stop)));

    /// <summary>An event that somebody runs; for everybody else there is none.</summary>
    public async Task<Result<Event>> Run(EventId id, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member && await db.Events.FindAsync([id], stop) is { } @event && Runs(member, @event) ? @event : Refusal.NotFound;
}
