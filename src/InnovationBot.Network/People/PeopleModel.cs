using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People;

internal sealed class OrganisationModel : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Key).HasMaxLength(100);
        organisation.HasIndex(o => o.Key).IsUnique();
        organisation.HasIndex(o => o.Name);
        organisation.HasIndex(o => o.StagedBy).HasFilter("\"StagedBy\" IS NOT NULL");
        organisation.Property(o => o.Version).IsConcurrencyToken();
        organisation.Ignore(o => o.Kind);
    }
}

internal sealed class MemberModel : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.HasIndex(m => new { m.TenantId, m.EntraObjectId }).IsUnique();
        member.HasIndex(m => m.Email).IsUnique();
        member.HasIndex(m => m.OrganisationId);
        member.HasDueIndex(m => m.AwayUntil);
        member.HasIndex(m => m.AmbassadorSince).HasFilter("\"AmbassadorSince\" IS NOT NULL");
        member.HasDueIndex(m => m.PausedUntil);
        member.HasIndex(m => m.StagedBy).HasFilter("\"StagedBy\" IS NOT NULL");
        member.Property(m => m.Version).IsConcurrencyToken();
        member.HasDueIndex(m => m.AnswerDue);
        member.HasIndex(m => m.DeputyId);
        member.Ignore(m => m.OrganisationConfirmed);
        member.Ignore(m => m.HasJoined);
    }
}

internal sealed class PlaceModel : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> place)
    {
        place.HasKey(p => p.ConversationId);
        place.Property(p => p.ConversationId).HasMaxLength(300);
    }
}
