using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Broadcasts.Channels;

internal sealed class ChannelModel : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> channel)
    {
        channel.Property(c => c.Id).HasMaxLength(300);
        channel.Property(c => c.TeamId).HasMaxLength(300);
        channel.HasIndex(c => c.TeamId);
    }
}
