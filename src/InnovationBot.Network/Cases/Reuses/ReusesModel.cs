using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Cases.Reuses;

internal sealed class ReuseModel : IEntityTypeConfiguration<Reuse>
{
    public void Configure(EntityTypeBuilder<Reuse> reuse)
    {
        reuse.HasIndex(r => new { r.CaseId, r.MemberId }).IsUnique();
        reuse.HasIndex(r => r.MemberId);
        reuse.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        reuse.Property(r => r.Version).IsConcurrencyToken();
    }
}

internal sealed class CaseHelpModel : IEntityTypeConfiguration<CaseHelp>
{
    public void Configure(EntityTypeBuilder<CaseHelp> help)
    {
        help.HasKey(h => new { h.CaseId, h.MemberId });
        help.HasIndex(h => h.MemberId);
        help.HasOne<Case>().WithMany().HasForeignKey(h => h.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ShownMessageModel : IEntityTypeConfiguration<ShownMessage>
{
    public void Configure(EntityTypeBuilder<ShownMessage> message)
    {
        message.HasKey(m => m.ActivityId);
        message.Property(m => m.ActivityId).HasMaxLength(200);
        message.HasIndex(m => m.MemberId);
        message.HasIndex(m => m.At);
        message.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId).OnDelete(DeleteBehavior.Cascade);
    }
}
