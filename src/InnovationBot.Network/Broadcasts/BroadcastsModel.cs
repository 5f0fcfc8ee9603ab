using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Broadcasts;

internal sealed class BroadcastModel : IEntityTypeConfiguration<Broadcast>
{
    public void Configure(EntityTypeBuilder<Broadcast> broadcast)
    {
        broadcast.HasIndex(b => b.WorkDue);
        broadcast.HasIndex(b => b.CreatedAt);
        broadcast.Property(b => b.EditedUpTo).HasMaxLength(400);
        broadcast.Property(b => b.Version).IsConcurrencyToken();
        broadcast.Ignore(b => b.IsDraft);
        broadcast.Ignore(b => b.IsUnderWay);
    }
}
