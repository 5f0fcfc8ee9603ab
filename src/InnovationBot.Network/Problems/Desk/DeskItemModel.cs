using InnovationBot.Network.Introductions;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.Desk;

internal sealed class DeskItemModel : IEntityTypeConfiguration<DeskItem>
{
    public void Configure(EntityTypeBuilder<DeskItem> item)
    {
        item.Property(i => i.Text).HasMaxLength(Introduction.MaxBlurb);
        item.Property(i => i.Answer).HasMaxLength(Introduction.MaxMessage);
        item.Property(i => i.DeskCountry).HasMaxLength(2);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.Ignore(i => i.IsOpen);
        item.Ignore(i => i.Place);
        item.HasIndex(i => i.ProblemId).IsUnique().HasFilter("\"State\" <> 'closed'"); // one open item for a problem, also when two presses come at once
        item.HasIndex(i => new { i.State, i.CreatedAt });
        item.HasIndex(i => i.OwnerId);
        item.HasIndex(i => i.ClaimedById);
        item.HasDueIndex(i => i.EscalateDue);
    }
}
