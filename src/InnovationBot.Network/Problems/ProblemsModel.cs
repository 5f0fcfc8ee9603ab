using InnovationBot.Network.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Problems;

internal sealed class ProblemModel : IEntityTypeConfiguration<Problem>
{
    public void Configure(EntityTypeBuilder<Problem> problem)
    {
        problem.Property(p => p.Text).HasMaxLength(Problem.MaxLength);
        problem.Property(p => p.Service).HasMaxLength(Problem.LongestService);
        problem.HasIndex(p => new { p.OwnerId, p.CreatedAt });
        problem.HasIndex(p => p.SourceActivity);
        problem.HasIndex(p => new { p.State, p.CreatedAt });
        problem.HasDueIndex(p => p.ClosedAt);
        problem.HasIndex(p => p.SearchedThrough).HasFilter("\"KeptAt\" IS NOT NULL"); // those behind the newest change are few
        problem.HasDueIndex(p => p.OrganiserOfferDue);
        problem.Property(p => p.Version).IsConcurrencyToken();
        problem.Ignore(p => p.IsConcrete);
        problem.Ignore(p => p.IsOpen);
        problem.Ignore(p => p.IsOpenToOthers);
        problem.Property(p => p.OpenText).HasMaxLength(Problem.MaxOpenText);
        problem.HasIndex(p => new { p.Readers, p.OpenedAt });
    }
}

internal sealed class SuggestionModel : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> suggestion)
    {
        suggestion.HasIndex(s => s.ProblemId);
        suggestion.HasIndex(s => s.MemberId);
    }
}
