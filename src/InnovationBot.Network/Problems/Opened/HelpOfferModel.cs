using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.Opened;

internal sealed class HelpOfferModel : IEntityTypeConfiguration<HelpOffer>
{
    public void Configure(EntityTypeBuilder<HelpOffer> offer)
    {
        offer.Property(o => o.Text).HasMaxLength(HelpOffer.MaxText);
        offer.Property(o => o.Version).IsConcurrencyToken();
        offer.Ignore(o => o.IsWaiting);

        // One waits at a time for each person and problem, also when two presses come at once.
        offer.HasIndex(o => new { o.ProblemId, o.GiverId }).IsUnique().HasFilter("\"State\" = 'waiting'");
        offer.HasIndex(o => new { o.GiverId, o.State });
        offer.HasDueIndex(o => o.LapseDue);
    }
}
