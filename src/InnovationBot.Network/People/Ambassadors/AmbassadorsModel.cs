using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.People.Ambassadors;

internal sealed class AmbassadorApplicationModel : IEntityTypeConfiguration<AmbassadorApplication>
{
    public void Configure(EntityTypeBuilder<AmbassadorApplication> application)
    {
        // One waits at a time for each person, also when two presses come at once.
        application.HasIndex(a => a.MemberId).IsUnique().HasFilter("\"State\" = 'waiting'");
        application.HasIndex(a => new { a.State, a.SubmittedAt });
        application.Property(a => a.Version).IsConcurrencyToken();
    }
}
