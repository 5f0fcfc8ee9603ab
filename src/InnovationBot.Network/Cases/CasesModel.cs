using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Cases;

internal sealed class CaseModel : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> @case)
    {
        @case.Property(c => c.Key).HasMaxLength(100);
        @case.HasIndex(c => c.Key).IsUnique();
        @case.HasMany(c => c.Contacts).WithOne().HasForeignKey(contact => contact.CaseId);
        @case.Property(c => c.Version).IsConcurrencyToken();
        @case.Ignore(c => c.IsIncomplete);
    }
}

internal sealed class CaseContactModel : IEntityTypeConfiguration<CaseContact>
{
    public void Configure(EntityTypeBuilder<CaseContact> contact)
    {
        contact.HasKey(c => new { c.CaseId, c.MemberId });
        contact.HasIndex(c => c.MemberId);
    }
}
