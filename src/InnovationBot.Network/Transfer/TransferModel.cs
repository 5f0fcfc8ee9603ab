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
        awaited.HasIndex(a => a.OrganisationId);
    }
}
