using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Introductions.ShortAnswers;

internal sealed class ShortAnswerModel : IEntityTypeConfiguration<ShortAnswer>
{
    public void Configure(EntityTypeBuilder<ShortAnswer> answer)
    {
        answer.Property(a => a.Problem).HasMaxLength(ShortAnswer.LongestProblem);
        answer.HasIndex(a => a.IntroductionId).IsUnique();
        answer.HasIndex(a => a.TakerId);
        answer.HasIndex(a => a.GiverId);
        answer.Property(a => a.Version).IsConcurrencyToken();
        answer.Ignore(a => a.IsShown);
    }
}
