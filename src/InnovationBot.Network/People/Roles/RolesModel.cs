using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Roles;

internal sealed class ContactPointModel : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> point)
    {
        point.Property(p => p.Country).HasMaxLength(2);
        point.HasIndex(p => p.MemberId);
    }
}
