using System.Text.Json.Nodes;
using InnovationBot.Network.People.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Organisations;

/// <summary>Somebody names an organisation that the network does not know: organisers make it, or say which one it is.</summary>
public sealed class OrganisationProposal
{
    public const int LongestName = 200;

    public OrganisationProposalId Id { get; init; }
    public MemberId MemberId { get; init; }

    /// <summary>In the person's words.</summary>
    public required string Name { get; init; }

    public ProposalState State { get; private set; } = ProposalState.Waiting;
    public DateTimeOffset ProposedAt { get; init; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public int Version { get; set; }

    public void Decide(ProposalState state, DateTimeOffset now) => (State, DecidedAt) = (state, now);
}

public enum ProposalState { Waiting, Taken, Declined }

internal sealed class OrganisationProposalModel : IEntityTypeConfiguration<OrganisationProposal>
{
    public void Configure(EntityTypeBuilder<OrganisationProposal> proposal)
    {
        proposal.Property(p => p.Name).HasMaxLength(OrganisationProposal.LongestName);
        proposal.HasIndex(p => new { p.State, p.ProposedAt });

        // One waits at a time for each person.
        proposal.HasIndex(p => p.MemberId).IsUnique().HasFilter("\"State\" = 'waiting'");
        proposal.Property(p => p.Version).IsConcurrencyToken();
    }
}

/// <summary>Organisations that a person named and nobody knew.</summary>
public sealed class ProposalsData(NetworkDb db) : IPersonalData
{
    public string Name => "organisationProposals";

    public IReadOnlyCollection<(Type, string)> Holds => [(typeof(OrganisationProposal), nameof(OrganisationProposal.MemberId))];

    public async Task<JsonNode> Export(Member person, CancellationToken stop) => ExportedJson.List(
        (await db.OrganisationProposals.AsNoTracking().Where(p => p.MemberId == person.Id).OrderBy(p => p.ProposedAt).ToListAsync(stop))
            .Select(p => new { p.Name, p.State, p.ProposedAt, p.DecidedAt }));

    public async Task Erase(Member person, CancellationToken stop) =>
        db.OrganisationProposals.RemoveRange(await db.OrganisationProposals.Where(p => p.MemberId == person.Id).ToListAsync(stop));
}
