using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.CheckIns;

internal sealed class CheckInModel : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> checkIn)
    {
        checkIn.Property(c => c.Text).HasMaxLength(Problem.MaxLength);
        checkIn.Property(c => c.Quarter).HasMaxLength(8);
        checkIn.Ignore(c => c.Whole);
        checkIn.HasIndex(c => new { c.MemberId, c.CreatedAt });
        checkIn.HasDueIndex(c => c.AgainDue);
        checkIn.HasDueIndex(c => c.ExpiresDue);
        checkIn.HasDueIndex(c => c.WrittenAt);
        checkIn.Property(c => c.Version).IsConcurrencyToken();
    }
}

internal sealed class CheckInRhythmModel : IEntityTypeConfiguration<CheckInRhythm>
{
    public void Configure(EntityTypeBuilder<CheckInRhythm> rhythm)
    {
        rhythm.HasKey(r => r.MemberId);
        rhythm.Property(r => r.QuarterTold).HasMaxLength(8);
        rhythm.HasDueIndex(r => r.NextDue);
        rhythm.Property(r => r.Version).IsConcurrencyToken();
    }
}
