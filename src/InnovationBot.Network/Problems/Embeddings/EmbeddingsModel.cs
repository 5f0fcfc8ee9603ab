using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems.Embeddings;

internal sealed class StoredEmbeddingModel : IEntityTypeConfiguration<StoredEmbedding>
{
    public void Configure(EntityTypeBuilder<StoredEmbedding> embedding)
    {
        embedding.HasKey(made => made.Subject);
        embedding.Property(made => made.Subject).ValueGeneratedNever();
        embedding.Property(made => made.Model).HasMaxLength(200);
        embedding.Property(made => made.TextHash).HasMaxLength(64);
        embedding.HasIndex(made => made.CaseId);
        embedding.HasIndex(made => made.MemberId);
        embedding.HasIndex(made => made.Model);
    }
}
