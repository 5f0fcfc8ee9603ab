using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Turns;

internal sealed class HandledActivityModel : IEntityTypeConfiguration<HandledActivity>
{
    public void Configure(EntityTypeBuilder<HandledActivity> handled)
    {
        handled.HasKey(h => h.Key);
        handled.Property(h => h.Key).HasMaxLength(600);
        handled.HasIndex(h => h.At);
        handled.Ignore(h => h.Renews);
    }
}

internal sealed class OpenQuestionModel : IEntityTypeConfiguration<OpenQuestion>
{
    public void Configure(EntityTypeBuilder<OpenQuestion> question)
    {
        question.HasKey(q => q.MemberId);
        question.Property(q => q.Kind).HasMaxLength(64);
    }
}
