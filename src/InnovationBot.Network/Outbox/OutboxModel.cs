using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Outbox;

internal sealed class NoticeModel : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Kind).HasMaxLength(64);
        notice.Property(n => n.Key).HasMaxLength(400);
        notice.Property(n => n.Trace).HasMaxLength(64);
        notice.Property(n => n.ChannelId).HasMaxLength(300);
        notice.Property(n => n.Priority).HasConversion<int>();
        notice.HasIndex(n => n.Key).IsUnique();
        // What is done leaves the index, so that a claim stays as fast after a million deliveries as after one.
        notice.HasIndex(n => new { n.State, n.Priority, n.Due }).HasFilter("\"State\" = 'queued' OR \"State\" = 'sending'");
        notice.HasIndex(n => new { n.Subject, n.Kind, n.State }); // a broadcast's numbers are read from it alone
        notice.HasIndex(n => new { n.RecipientId, n.SentAt });
    }
}

internal sealed class ChangeModel : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.HasKey(c => c.Sequence);
        change.Property(c => c.Sequence).ValueGeneratedOnAdd();
        change.HasIndex(c => c.At);
        change.HasIndex(c => new { c.Kind, c.Sequence });
    }
}

internal sealed class SendBudgetModel : IEntityTypeConfiguration<SendBudgetRow>
{
    public void Configure(EntityTypeBuilder<SendBudgetRow> budget)
    {
        budget.ToTable("SendBudgets");
        budget.HasKey(b => b.Tenant);
        budget.Property(b => b.Tenant).HasMaxLength(200);
    }
}
