using InnovationBot.Network.Events;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Broadcasts.Audiences;

/// <summary>Makes ids of what an audience names, so that it means the same however things are called later; what does not exist is named.</summary>
public sealed class CheckAudience(NetworkDb db, IDirectoryGroups directory)
{
    private const int Chunk = 500;

    /// <summary>More than this of what is unknown nobody reads.</summary>
    private const int MostNamed = 5;

    /// <param name="given">As it was read.</param>
    /// <param name="by">Who composes; an organiser of one organisation is limited to its people. None for the administrator of the machine.</param>
    /// <param name="invitesTo">The event it is the invitation to; only that may go to people whose problem fits.</param>
    public async Task<Result<Audience>> Handle(Audience given, Member? by, EventId? invitesTo, CancellationToken stop)
    {
        var isFree = by is null || BroadcastRights.IsFree(by);
        if (!isFree && !(by!.Has(Role.OrganisationOrganiser) && by.OrganisationConfirmed)) return Refusal.NotYours;
        if (Fits(given, isFree, invitesTo) is { } unfit) return unfit;

        var audience = await Check(given, stop);
        return isFree || audience.Refusal is not null ? audience : audience.Value with { OnlyOf = by!.OrganisationId };
    }

    private static Refusal? Fits(Audience given, bool isFree, EventId? invitesTo)
    {
        if (IsWithin(given)) return AudienceRefusals.FitsAlone;
        if (given.FitsEvent is not { } fits) return null;
        if (!(given with { FitsEvent = null }).IsEmpty || given.Except is not null) return AudienceRefusals.FitsAlone;
        return fits != invitesTo ? AudienceRefusals.FitsInvitation : isFree ? null : AudienceRefusals.FitsOrganisers;

        static bool IsWithin(Audience whole) => (whole.AnyOf ?? []).Append(whole.Except).Any(part => part is not null && (part.FitsEvent is not null || IsWithin(part)));
    }

    private async Task<Result<Audience>> Check(Audience given, CancellationToken stop)
    {
        var audience = given with { OnlyOf = null };
        if (given.Organisations is { } organisations)
        {
            var ids = new List<string>(organisations.Count);
            foreach (var name in organisations)
            {
                if (await db.OrganisationNamed(name, stop) is not { } organisation) return AudienceRefusals.OrganisationUnknown.With("value", name);
                ids.Add(organisation.Id.ToString());
            }

            audience = audience with { Organisations = ids };
        }

        if (given.Emails is { } emails)
        {
            var people = await PeopleOf(emails, stop);
            var unknown = emails.Where(email => !people.ContainsKey(email)).ToList();
            if (unknown.Count > 0) return AudienceRefusals.PeopleUnknown.With("count", unknown.Count).With("value", string.Join(", ", unknown.Take(MostNamed)));
            audience = audience with { Emails = null, People = [.. people.Values.Union(given.People ?? [])] };
        }

        if (given.Groups is { } groups)
        {
            var inGroups = new HashSet<MemberId>();
            foreach (var group in groups)
            {
                var members = await directory.Members(group, stop);
                if (members.Refusal is { } refusal) return refusal;
                await AddKnown(members.Value, inGroups, stop);
            }

            audience = audience with { InGroups = [.. inGroups] };
        }
        else audience = audience with { InGroups = null };

        foreach (var @event in given.SignedUpFor ?? [])
            if (!EntityId.TryRead<EventId>(@event, out var id) || !await db.Events.AnyAsync(e => e.Id == id && e.Stage != EventStage.Draft, stop)) return AudienceRefusals.EventUnknown.With("value", @event);

        if (given.AnyOf is { } parts)
        {
            var united = new List<Audience>(parts.Count);
            foreach (var part in parts)
            {
                var one = await Check(part, stop);
                if (one.Refusal is { } refusal) return refusal;
                united.Add(one.Value);
            }

            audience = audience with { AnyOf = united };
        }

        if (given.Except is not { } except) return audience;
        var removed = await Check(except, stop);
        return removed.Refusal is { } why ? why : audience with { Except = removed.Value };
    }

    private async Task AddKnown(List<string> entraIds, HashSet<MemberId> known, CancellationToken stop)
    {
        foreach (var chunk in entraIds.Chunk(Chunk))
            known.UnionWith(await db.Members.AsNoTracking().Where(m => m.EntraObjectId != null && chunk.Contains(m.EntraObjectId)).Select(m => m.Id).ToListAsync(stop));
    }

    private async Task<Dictionary<string, MemberId>> PeopleOf(List<string> emails, CancellationToken stop)
    {
        var found = new Dictionary<string, MemberId>(emails.Count);
        foreach (var chunk in emails.Chunk(Chunk))
        {
            foreach (var one in await db.Members.AsNoTracking().Where(m => m.Email != null && chunk.Contains(m.Email)).Select(m => new { m.Email, m.Id }).ToListAsync(stop))
                found[one.Email!] = one.Id;
        }

        return found;
    }
}
