using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Figures;

internal sealed class FactModel : IEntityTypeConfiguration<Fact>
{
    public void Configure(EntityTypeBuilder<Fact> fact)
    {
        fact.HasIndex(f => f.At);
        fact.HasIndex(f => f.CaseId);
    }
}

internal sealed class ShownFigureModel : IEntityTypeConfiguration<ShownFigure>
{
    public void Configure(EntityTypeBuilder<ShownFigure> figure)
    {
        figure.Property(f => f.About).HasMaxLength(64);
        figure.HasIndex(f => new { f.About, f.ShownAt });
        figure.HasIndex(f => f.ShownAt);
    }
}
