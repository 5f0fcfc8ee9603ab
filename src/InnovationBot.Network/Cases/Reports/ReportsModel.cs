using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Cases.Reports;

internal sealed class CaseReportModel : IEntityTypeConfiguration<CaseReport>
{
    public void Configure(EntityTypeBuilder<CaseReport> report)
    {
        report.HasIndex(r => r.CaseId);
        report.HasIndex(r => r.ReporterId);
        report.HasIndex(r => r.State);
        report.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        report.Property(r => r.Text).HasMaxLength(CaseReport.LongestText);
        report.Property(r => r.Reason).HasMaxLength(CaseReport.LongestText);
        report.Property(r => r.Answer).HasMaxLength(CaseReport.LongestText);
        report.Property(r => r.Version).IsConcurrencyToken();
        report.Ignore(r => r.Waits);
        report.Ignore(r => r.IsAnswered);
    }
}
