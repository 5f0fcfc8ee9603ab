using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Introductions;

internal sealed class IntroductionModel : IEntityTypeConfiguration<Introduction>
{
    public void Configure(EntityTypeBuilder<Introduction> introduction)
    {
        introduction.Property(i => i.Blurb).HasMaxLength(Introduction.MaxBlurb);
        introduction.Property(i => i.Question).HasMaxLength(Introduction.MaxMessage);
        introduction.Property(i => i.QuestionAnswer).HasMaxLength(Introduction.MaxMessage);
        introduction.Property(i => i.WrittenAnswer).HasMaxLength(Introduction.MaxMessage);
        introduction.Property(i => i.Version).IsConcurrencyToken();
        introduction.Ignore(i => i.IsOpen);
        introduction.Ignore(i => i.CameToNothing);
        introduction.Ignore(i => i.BothSaidYes);

        // The same pair is never brought together twice for one problem, and one problem asks one person at a time: also
        // when all locks should fail. Erased people are all written as nobody, so ended rows are outside.
        introduction.HasIndex(i => new { i.ProblemId, i.GiverId }).IsUnique().HasFilter("\"State\" <> 'cancelled'");
        introduction.HasIndex(i => i.ProblemId, "IX_Introductions_OneOpen").IsUnique()
            .HasFilter("\"State\" IN ('taker_agreed', 'giver_asked', 'taker_questioned')");

        introduction.HasIndex(i => new { i.TakerId, i.CreatedAt });
        introduction.HasIndex(i => new { i.GiverId, i.AskedAt });
        introduction.HasIndex(i => i.State);
        introduction.HasIndex(i => new { i.AskedAt, i.Kind, i.GiverId }).HasFilter("\"AskedAt\" IS NOT NULL"); // what everybody was asked of late is read from it alone
        introduction.HasDueIndex(i => i.EndedAt);
        introduction.HasDueIndex(i => i.IntroducedAt);
        introduction.HasDueIndex(i => i.ReminderDue);
        introduction.HasDueIndex(i => i.LapseDue);
        introduction.HasDueIndex(i => i.NudgeDue);
        introduction.HasDueIndex(i => i.FollowUpDue);
        introduction.HasDueIndex(i => i.OutcomeDue);
    }
}

internal sealed class BlockedPairModel : IEntityTypeConfiguration<BlockedPair>
{
    public void Configure(EntityTypeBuilder<BlockedPair> pair)
    {
        pair.HasKey(p => new { p.ById, p.OtherId });
        pair.HasIndex(p => p.OtherId);
    }
}
