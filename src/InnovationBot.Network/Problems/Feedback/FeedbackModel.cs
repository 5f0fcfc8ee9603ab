using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.Feedback;

internal sealed class CaseFeedbackModel : IEntityTypeConfiguration<CaseFeedback>
{
    public void Configure(EntityTypeBuilder<CaseFeedback> feedback)
    {
        feedback.Property(one => one.Id).ValueGeneratedNever();
        feedback.HasIndex(one => one.CaseId);
    }
}
