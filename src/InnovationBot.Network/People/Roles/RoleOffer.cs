using System.Text.Json.Nodes;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Roles;

/// <summary>Somebody asks another to stand in for them, or to take over what they are. It takes effect with the other's yes.</summary>
public sealed class RoleOffer
{
    public RoleOfferId Id { get; init; }
    public OfferedRole Kind { get; init; }
    public MemberId FromId { get; init; }
    public MemberId ToId { get; init; }
    public RoleOfferState State { get; private set; } = RoleOfferState.Waiting;
    public DateTimeOffset OfferedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Version { get; set; }

    /// <returns><see cref="Refusal.NotYours"/> for everybody but who was asked; <see cref="Refusal.NoLongerOpen"/> once decided otherwise.</returns>
    public Refusal? Answer(bool yes, MemberId by, DateTimeOffset now)
    {
        if (by != ToId) return Refusal.NotYours;
        var answered = yes ? RoleOfferState.Accepted : RoleOfferState.Declined;
        if (State == answered) return null;
        if (State != RoleOfferState.Waiting) return Refusal.NoLongerOpen;
        (State, DecidedAt) = (answered, now);
        return null;
    }

    public void Withdraw(DateTimeOffset now)
    {
        if (State == RoleOfferState.Waiting) (State, DecidedAt) = (RoleOfferState.Withdrawn, now);
    }
}

/// <summary>
/// A deputy is asked first while the ambassador is away; the others take the role over. <c>EntryPoint</c> is the place at an organisation
/// that somebody left (<see cref="Mobility.OfferEntryPoint"/>).
/// </summary>
public enum OfferedRole { Deputy, Ambassador, Organiser, EntryPoint }

public enum RoleOfferState { Waiting, Accepted, Declined, Withdrawn }

internal sealed class RoleOfferModel : IEntityTypeConfiguration<RoleOffer>
{
    public void Configure(EntityTypeBuilder<RoleOffer> offer)
    {
        // One waits at a time for each role of each person, also when two presses come at once.
        offer.HasIndex(o => new { o.FromId, o.Kind }).IsUnique().HasFilter("\"State\" = 'waiting'");
        offer.HasIndex(o => o.ToId);
        offer.Property(o => o.Version).IsConcurrencyToken();
    }
}

/// <summary>What a person offered to others, and was offered.</summary>
public sealed class RoleOffersData(NetworkDb db) : IPersonalData
{
    public string Name => "roleOffers";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(RoleOffer), nameof(RoleOffer.FromId)), (typeof(RoleOffer), nameof(RoleOffer.ToId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await Of(person).AsNoTracking().OrderBy(o => o.OfferedAt).ToListAsync(stop))
            .Select(o => new { o.Kind, o.State, o.OfferedAt, o.DecidedAt, offeredByYou = o.FromId == person.Id, offeredToYou = o.ToId == person.Id }));

    public async Task Erase(Member person, CancellationToken stop) => db.RoleOffers.RemoveRange(await Of(person).ToListAsync(stop));

    private IQueryable<RoleOffer> Of(Member person) => db.RoleOffers.Where(o => o.FromId == person.Id || o.ToId == person.Id);
}
