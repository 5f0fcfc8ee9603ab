using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Cases.Upkeep;

internal sealed class CaseQuestionModel : IEntityTypeConfiguration<CaseQuestion>
{
    public void Configure(EntityTypeBuilder<CaseQuestion> question)
    {
        question.HasIndex(q => q.CaseId);
        question.HasIndex(q => q.AskedId);
        question.HasDueIndex(q => q.DeputyDue);
        question.HasOne<Case>().WithMany().HasForeignKey(q => q.CaseId).OnDelete(DeleteBehavior.Cascade);
        question.Property(q => q.Version).IsConcurrencyToken();
    }
}
