using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Transfer;

internal sealed class ImportModel : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import) => import.Ignore(i => i.IsGivenUp);
}

internal sealed class StagedUpdateModel : IEntityTypeConfiguration<StagedUpdate>
{
    public void Configure(EntityTypeBuilder<StagedUpdate> update) => update.HasIndex(u => new { u.ImportId, u.Id });
}

internal sealed class AwaitedPersonModel : IEntityTypeConfiguration<AwaitedPerson>
{
    public void Configure(EntityTypeBuilder<AwaitedPerson> awaited)
    {
        awaited.Property(a => a.Email).HasMaxLength(254);
        awaited.HasIndex(a => a.Email);
        awaited.HasIndex(a => a.CaseId);
        awaited.HasIndex(a => a.PartnerId);
        awaited.HasIndex(a => a.NominationId);
        awaited.HasIndex(a => a.NominationPartnerId);
        awaited.HasIndex(a => a.OrganisationId);
    }
}

internal sealed class DroppedFileModel : IEntityTypeConfiguration<DroppedFile>
{
    public void Configure(EntityTypeBuilder<DroppedFile> file)
    {
        file.HasIndex(f => f.MemberId);
        file.HasIndex(f => f.ExpiresDue);
        file.HasIndex(f => f.WorkDue);
        file.Property(f => f.Version).IsConcurrencyToken();
        file.Ignore(f => f.IsBusy);
        file.Ignore(f => f.Missing);
        file.Ignore(f => f.Map);
    }
}

internal sealed class DroppedContentModel : IEntityTypeConfiguration<DroppedContent>
{
    public void Configure(EntityTypeBuilder<DroppedContent> content) => content.HasKey(c => c.Id);
}
