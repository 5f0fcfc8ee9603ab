using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InnovationBot.Network.Awards;

internal sealed class AwardRoundModel : IEntityTypeConfiguration<AwardRound>
{
    public void Configure(EntityTypeBuilder<AwardRound> round)
    {
        round.Ignore(r => r.Name);
        round.Ignore(r => r.IsPublished);
        round.Ignore(r => r.ObjectionsEndAt);
        round.Property(r => r.Version).IsConcurrencyToken();
        round.HasIndex(r => r.PhaseDue).HasFilter("\"PhaseDue\" IS NOT NULL");
        round.HasIndex(r => r.AssignDue).HasFilter("\"AssignDue\" IS NOT NULL");
        round.HasIndex(r => r.ProblemsDue).HasFilter("\"ProblemsDue\" IS NOT NULL");
        round.HasIndex(r => r.ReminderDue).HasFilter("\"ReminderDue\" IS NOT NULL");
        round.HasIndex(r => r.RetentionDue).HasFilter("\"RetentionDue\" IS NOT NULL");
    }
}

internal sealed class NominationModel : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> nomination)
    {
        nomination.Ignore(n => n.IsInRound);
        nomination.Ignore(n => n.IsForJury);
        nomination.Property(n => n.Version).IsConcurrencyToken();
        nomination.Property(n => n.Category).HasMaxLength(64);
        nomination.Property(n => n.WorkKey).HasMaxLength(200);
        nomination.HasOne<AwardRound>().WithMany().HasForeignKey(n => n.RoundId).OnDelete(DeleteBehavior.Cascade);
        // One nomination per work, also when two are submitted in the same second.
        nomination.HasIndex(n => new { n.RoundId, n.WorkKey }).IsUnique();
        nomination.HasIndex(n => new { n.RoundId, n.Category, n.State });
        nomination.HasIndex(n => n.NominatorId);
        nomination.HasIndex(n => n.CaseId);
        nomination.HasIndex(n => n.MendDue).HasFilter("\"MendDue\" IS NOT NULL");
    }
}

internal sealed class NomineeModel : IEntityTypeConfiguration<Nominee>
{
    public void Configure(EntityTypeBuilder<Nominee> nominee)
    {
        nominee.Ignore(n => n.HasAccepted);
        nominee.Property(n => n.Version).IsConcurrencyToken();
        nominee.HasOne<Nomination>().WithMany().HasForeignKey(n => n.NominationId).OnDelete(DeleteBehavior.Cascade);
        nominee.HasIndex(n => new { n.NominationId, n.MemberId }).IsUnique();
        nominee.HasIndex(n => n.MemberId);
    }
}

internal sealed class CoNominatorModel : IEntityTypeConfiguration<CoNominator>
{
    public void Configure(EntityTypeBuilder<CoNominator> nominator)
    {
        nominator.HasKey(n => new { n.NominationId, n.MemberId });
        nominator.HasOne<Nomination>().WithMany().HasForeignKey(n => n.NominationId).OnDelete(DeleteBehavior.Cascade);
        nominator.HasIndex(n => n.MemberId);
    }
}

internal sealed class NominationPartnerModel : IEntityTypeConfiguration<NominationPartner>
{
    public void Configure(EntityTypeBuilder<NominationPartner> partner)
    {
        partner.Ignore(p => p.IsConfirmed);
        partner.Property(p => p.Version).IsConcurrencyToken();
        partner.HasOne<Nomination>().WithMany().HasForeignKey(p => p.NominationId).OnDelete(DeleteBehavior.Cascade);
        partner.HasIndex(p => p.MemberId);
    }
}

internal sealed class EndorsementModel : IEntityTypeConfiguration<Endorsement>
{
    public void Configure(EntityTypeBuilder<Endorsement> endorsement)
    {
        endorsement.HasOne<Nomination>().WithMany().HasForeignKey(e => e.NominationId).OnDelete(DeleteBehavior.Cascade);
        // One endorsement per person, also when a press comes twice at once.
        endorsement.HasIndex(e => new { e.NominationId, e.MemberId }).IsUnique();
        endorsement.HasIndex(e => e.MemberId);
    }
}

internal sealed class AwardJurorModel : IEntityTypeConfiguration<AwardJuror>
{
    public void Configure(EntityTypeBuilder<AwardJuror> juror)
    {
        juror.Ignore(j => j.Serves);
        juror.Property(j => j.Version).IsConcurrencyToken();
        juror.HasOne<AwardRound>().WithMany().HasForeignKey(j => j.RoundId).OnDelete(DeleteBehavior.Cascade);
        juror.HasIndex(j => new { j.RoundId, j.MemberId }).IsUnique();
        juror.HasIndex(j => j.MemberId);
    }
}

internal sealed class JurorConflictModel : IEntityTypeConfiguration<JurorConflict>
{
    public void Configure(EntityTypeBuilder<JurorConflict> conflict)
    {
        conflict.Ignore(c => c.IsKnown);
        conflict.HasKey(c => new { c.JurorId, c.NominationId, c.Kind });
        conflict.HasOne<AwardJuror>().WithMany().HasForeignKey(c => c.JurorId).OnDelete(DeleteBehavior.Cascade);
        conflict.HasOne<Nomination>().WithMany().HasForeignKey(c => c.NominationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JuryAssignmentModel : IEntityTypeConfiguration<JuryAssignment>
{
    public void Configure(EntityTypeBuilder<JuryAssignment> assignment)
    {
        assignment.HasKey(a => new { a.NominationId, a.JurorId });
        assignment.HasOne<AwardJuror>().WithMany().HasForeignKey(a => a.JurorId).OnDelete(DeleteBehavior.Cascade);
        assignment.HasOne<Nomination>().WithMany().HasForeignKey(a => a.NominationId).OnDelete(DeleteBehavior.Cascade);
        assignment.HasIndex(a => a.JurorId);
    }
}

internal sealed class JuryScoreModel : IEntityTypeConfiguration<JuryScore>
{
    public void Configure(EntityTypeBuilder<JuryScore> score)
    {
        score.HasKey(s => new { s.NominationId, s.JurorId });
        score.Property(s => s.Version).IsConcurrencyToken();
        score.HasOne<AwardJuror>().WithMany().HasForeignKey(s => s.JurorId).OnDelete(DeleteBehavior.Cascade);
        score.HasOne<Nomination>().WithMany().HasForeignKey(s => s.NominationId).OnDelete(DeleteBehavior.Cascade);
        score.HasIndex(s => s.JurorId);
    }
}

internal sealed class FactCheckModel : IEntityTypeConfiguration<FactCheck>
{
    public void Configure(EntityTypeBuilder<FactCheck> check)
    {
        check.Property(c => c.Version).IsConcurrencyToken();
        check.HasOne<Nomination>().WithMany().HasForeignKey(c => c.NominationId).OnDelete(DeleteBehavior.Cascade);
        check.HasIndex(c => c.NominationId);
        check.HasIndex(c => c.CheckerId);
        check.HasIndex(c => c.AnsweredById);
    }
}

internal sealed class AwardDecisionModel : IEntityTypeConfiguration<AwardDecision>
{
    public void Configure(EntityTypeBuilder<AwardDecision> decision)
    {
        decision.Property(d => d.Category).HasMaxLength(64);
        decision.HasOne<AwardRound>().WithMany().HasForeignKey(d => d.RoundId).OnDelete(DeleteBehavior.Cascade);
        decision.HasOne<Nomination>().WithMany().HasForeignKey(d => d.NominationId).OnDelete(DeleteBehavior.Cascade);
        decision.HasIndex(d => new { d.RoundId, d.NominationId }).IsUnique();
        decision.HasIndex(d => d.DecidedById);
    }
}
