using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Privacy;

internal sealed class AuditEventModel : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.Property(a => a.ErasedHash).HasMaxLength(64);
        audit.Property(a => a.Detail).HasMaxLength(64);
        audit.HasIndex(a => a.ActorId);
        audit.HasIndex(a => a.SubjectId);
    }
}
