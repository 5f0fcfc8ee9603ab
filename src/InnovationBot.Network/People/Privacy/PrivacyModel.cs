using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Privacy;

internal sealed class AuditEventModel : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> audit)
    {
        audit.Property(a => a.Actor).HasMaxLength(64);
        audit.Property(a => a.Subject).HasMaxLength(64);
        audit.Property(a => a.Hash).HasMaxLength(64);
        audit.Property(a => a.Detail).HasMaxLength(64);
        audit.HasIndex(a => a.Actor);
        audit.HasIndex(a => a.Subject);
        audit.HasIndex(a => a.Segment);
    }
}

internal sealed class AuditPersonModel : IEntityTypeConfiguration<AuditPerson>
{
    public void Configure(EntityTypeBuilder<AuditPerson> person)
    {
        person.HasKey(p => p.Pseudonym);
        person.Property(p => p.Pseudonym).HasMaxLength(64);
        person.Property(p => p.Salt).HasMaxLength(32);
        person.HasIndex(p => p.MemberId).IsUnique();
        person.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuditSegmentModel : IEntityTypeConfiguration<AuditSegment>
{
    public void Configure(EntityTypeBuilder<AuditSegment> segment)
    {
        segment.HasKey(s => s.Number);
        segment.Property(s => s.Number).ValueGeneratedNever();
        segment.Property(s => s.StartHash).HasMaxLength(64);
        segment.Property(s => s.EndHash).HasMaxLength(64);
        segment.Property(s => s.Seal).HasMaxLength(64);
        segment.HasIndex(s => s.SealedAt);
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
