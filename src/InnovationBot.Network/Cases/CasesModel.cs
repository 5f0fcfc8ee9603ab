using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Cases;

internal sealed class CaseModel : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> @case)
    {
        @case.Property(c => c.Key).HasMaxLength(100);
        @case.HasIndex(c => c.Key).IsUnique();
        @case.HasIndex(c => c.AuthorId);
        @case.HasMany(c => c.Contacts).WithOne().HasForeignKey(contact => contact.CaseId);
        @case.HasMany(c => c.Editors).WithOne().HasForeignKey(editor => editor.CaseId);
        @case.HasMany(c => c.NamedPartners).WithOne().HasForeignKey(partner => partner.CaseId);
        @case.HasMany<CaseVersion>().WithOne().HasForeignKey(version => version.CaseId);
        @case.HasMany<CaseDraft>().WithOne().HasForeignKey(draft => draft.CaseId).OnDelete(DeleteBehavior.Cascade);
        @case.HasOne<Scheme>().WithMany().HasForeignKey(c => c.SchemeId).OnDelete(DeleteBehavior.Restrict);
        @case.HasIndex(c => c.StagedBy).HasFilter("\"StagedBy\" IS NOT NULL");
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

internal sealed class CaseEditorModel : IEntityTypeConfiguration<CaseEditor>
{
    public void Configure(EntityTypeBuilder<CaseEditor> editor)
    {
        editor.HasKey(e => new { e.CaseId, e.MemberId });
        editor.HasIndex(e => e.MemberId);
    }
}

internal sealed class CasePartnerModel : IEntityTypeConfiguration<CasePartner>
{
    public void Configure(EntityTypeBuilder<CasePartner> partner)
    {
        partner.HasIndex(p => p.MemberId);
        partner.Property(p => p.Version).IsConcurrencyToken();
        partner.Ignore(p => p.IsConfirmed);
    }
}

internal sealed class CaseVersionModel : IEntityTypeConfiguration<CaseVersion>
{
    public void Configure(EntityTypeBuilder<CaseVersion> version)
    {
        version.HasKey(v => new { v.CaseId, v.Number });
        version.HasIndex(v => v.EditorId);
    }
}

internal sealed class CaseDraftModel : IEntityTypeConfiguration<CaseDraft>
{
    public void Configure(EntityTypeBuilder<CaseDraft> draft)
    {
        draft.HasIndex(d => new { d.AuthorId, d.CaseId });
        draft.Ignore(d => d.IsBlank);
        draft.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class SchemeModel : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        scheme.Property(s => s.Name).HasMaxLength(200);
        scheme.HasIndex(s => s.Name).IsUnique();
        scheme.Property(s => s.Version).IsConcurrencyToken();
    }
}
