using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Mobility;

/// <summary>Somebody went from one organisation to another. Where they were an entry point, the place waits for a successor whom they or an organiser name.</summary>
public sealed class Move
{
    public MoveId Id { get; init; }

    /// <summary>None once that person was forgotten.</summary>
    public MemberId? MemberId { get; set; }

    public OrganisationId FromId { get; init; }

    /// <summary>None when they named one that the network does not know.</summary>
    public OrganisationId? ToId { get; init; }

    public DateTimeOffset MovedAt { get; init; }

    /// <summary>The old organisation's ambassador, contact point or organiser.</summary>
    public bool WasEntryPoint { get; init; }

    /// <summary>The offer to a successor that waits, or was answered last.</summary>
    public RoleOfferId? OfferId { get; set; }

    /// <summary>A successor said yes, or an organiser left it at that.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public int Version { get; set; }

    public bool WaitsForSuccessor => WasEntryPoint && SettledAt is null;

    public void Settle(DateTimeOffset now) => SettledAt ??= now;
}

[JsonConverter(typeof(EntityIdJson<MoveId>))]
public readonly record struct MoveId(Guid Value) : IEntityId<MoveId>
{
    public static MoveId From(Guid value) => new(value);
    public override string ToString() => EntityId.Write(this);
}

public static class MobilityNotices
{
    /// <summary>"Still at the Ministry of Justice?"; the subject is the member.</summary>
    public const string StillThere = "place.still";
}

public static class MobilityRefusals
{
    /// <summary>No new organisation was chosen or named.</summary>
    public static readonly Refusal NewPlaceMissing = new("NewPlaceMissing");

    /// <summary>The person is there already.</summary>
    public static readonly Refusal SamePlace = new("SamePlace");

    /// <summary>Nobody of this address is a confirmed member of the old organisation.</summary>
    public static readonly Refusal SuccessorUnknown = new("SuccessorUnknown");
}

internal sealed class MoveModel : IEntityTypeConfiguration<Move>
{
    public void Configure(EntityTypeBuilder<Move> move)
    {
        move.HasIndex(m => m.MemberId);
        move.HasIndex(m => m.OfferId);
        move.HasIndex(m => m.SettledAt).HasFilter("\"SettledAt\" IS NULL");
        move.Ignore(m => m.WaitsForSuccessor);
        move.Property(m => m.Version).IsConcurrencyToken();
    }
}

/// <summary>From where to where a person went.</summary>
public sealed class MovesData(NetworkDb db) : IPersonalData
{
    public string Name => "moves";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(Move), nameof(Move.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop)
    {
        var names = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        return ExportedJson.List((await Of(person).AsNoTracking().OrderBy(m => m.MovedAt).ToListAsync(stop))
            .Select(m => new { from = names.GetValueOrDefault(m.FromId), to = m.ToId is { } to ? names.GetValueOrDefault(to) : null, m.MovedAt, m.WasEntryPoint }));
    }

    public async Task Erase(Member person, CancellationToken stop)
    {
        foreach (var move in await Of(person).ToListAsync(stop)) move.MemberId = null;
    }

    private IQueryable<Move> Of(Member person) => db.Moves.Where(m => m.MemberId == person.Id);
}
