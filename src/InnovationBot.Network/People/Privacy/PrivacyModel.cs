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

internal sealed class OneTimeFileModel : IEntityTypeConfiguration<OneTimeFile>
{
    public void Configure(EntityTypeBuilder<OneTimeFile> file)
    {
        file.HasKey(f => f.Key);
        file.Property(f => f.Key).HasMaxLength(64);
        file.HasIndex(f => f.MemberId);
        file.HasIndex(f => f.ExpiresDue);
    }
}
