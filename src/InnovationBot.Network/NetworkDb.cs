using InnovationBot.Network.Awards.Jury;
using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Results;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Broadcasts.Audiences;
using InnovationBot.Network.Broadcasts.Channels;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.CheckIns;
using InnovationBot.Network.Events;
using InnovationBot.Network.CheckIns.Outcomes;
using InnovationBot.Network.CheckIns.Quarters;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Times;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Ambassadors.Wanted;
using InnovationBot.Network.People.Mobility;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Problems.Embeddings;
using InnovationBot.Network.Problems.Feedback;
using InnovationBot.Network.Problems.Desk;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Problems.Opened;
using InnovationBot.Network.Problems.TryOuts;
using InnovationBot.Network.Time;
using InnovationBot.Network.Transfer;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using static InnovationBot.Network.StoredAs;

namespace InnovationBot.Network;

/// <summary>
/// The network's store. One model for every provider: instants are UTC ticks, enumerations and ids are text, lists are
/// JSON, so that the same rows mean the same on SQLite and PostgreSQL.
/// </summary>
public abstract class NetworkDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Place> Places => Set<Place>();
    public DbSet<Problem> Problems => Set<Problem>();
    public DbSet<DeskItem> DeskItems => Set<DeskItem>();
    public DbSet<HelpOffer> HelpOffers => Set<HelpOffer>();
    public DbSet<TryOut> TryOuts => Set<TryOut>();
    public DbSet<Coalition> Coalitions => Set<Coalition>();
    public DbSet<CoalitionSeat> CoalitionSeats => Set<CoalitionSeat>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Suggestion> Suggestions => Set<Suggestion>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseContact> CaseContacts => Set<CaseContact>();
    public DbSet<CaseEditor> CaseEditors => Set<CaseEditor>();
    public DbSet<CasePartner> CasePartners => Set<CasePartner>();
    public DbSet<CaseVersion> CaseVersions => Set<CaseVersion>();
    public DbSet<CaseDraft> CaseDrafts => Set<CaseDraft>();
    public DbSet<CaseDraftEditor> CaseDraftEditors => Set<CaseDraftEditor>();
    public DbSet<Scheme> Schemes => Set<Scheme>();
    public DbSet<Reuse> Reuses => Set<Reuse>();
    public DbSet<CaseHelp> CaseHelps => Set<CaseHelp>();
    public DbSet<ShownMessage> ShownMessages => Set<ShownMessage>();
    public DbSet<CaseReport> CaseReports => Set<CaseReport>();
    public DbSet<CaseQuestion> CaseQuestions => Set<CaseQuestion>();
    public DbSet<Introduction> Introductions => Set<Introduction>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();
    public DbSet<CheckInRhythm> CheckInRhythms => Set<CheckInRhythm>();
    public DbSet<QuarterFigures> QuarterFigures => Set<QuarterFigures>();
    public DbSet<DroppedFile> DroppedFiles => Set<DroppedFile>();
    public DbSet<DroppedContent> DroppedContents => Set<DroppedContent>();
    public DbSet<TalkOutcome> TalkOutcomes => Set<TalkOutcome>();
    public DbSet<ShortAnswer> ShortAnswers => Set<ShortAnswer>();
    public DbSet<TalkTime> TalkTimes => Set<TalkTime>();
    public DbSet<OpenHour> OpenHours => Set<OpenHour>();
    public DbSet<OpenHourSeat> OpenHourSeats => Set<OpenHourSeat>();
    public DbSet<BlockedPair> BlockedPairs => Set<BlockedPair>();
    public DbSet<ContactPoint> ContactPoints => Set<ContactPoint>();
    public DbSet<AmbassadorApplication> AmbassadorApplications => Set<AmbassadorApplication>();
    public DbSet<OrganisationProposal> OrganisationProposals => Set<OrganisationProposal>();
    public DbSet<RoleOffer> RoleOffers => Set<RoleOffer>();
    public DbSet<Move> Moves => Set<Move>();
    public DbSet<TaskAppeal> TaskAppeals => Set<TaskAppeal>();

    /// <summary>The log, to be read; what is added is put at its end when the transaction commits, and nothing in it can be changed.</summary>
    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();
    public DbSet<AuditPerson> AuditPeople => Set<AuditPerson>();
    public DbSet<AuditSegment> AuditSegments => Set<AuditSegment>();
    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();
    public DbSet<Channel> Channels => Set<Channel>();
    public DbSet<OneTimeFile> OneTimeFiles => Set<OneTimeFile>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<HandledActivity> HandledActivities => Set<HandledActivity>();
    public DbSet<OpenQuestion> OpenQuestions => Set<OpenQuestion>();
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<ShownFigure> ShownFigures => Set<ShownFigure>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<StagedUpdate> StagedUpdates => Set<StagedUpdate>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<EventHabit> EventHabits => Set<EventHabit>();
    public DbSet<EventPair> EventPairs => Set<EventPair>();
    public DbSet<EventCard> EventCards => Set<EventCard>();
    public DbSet<EventAnnouncement> EventAnnouncements => Set<EventAnnouncement>();
    public DbSet<AwardRound> AwardRounds => Set<AwardRound>();
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<Nominee> Nominees => Set<Nominee>();
    public DbSet<CoNominator> CoNominators => Set<CoNominator>();
    public DbSet<NominationPartner> NominationPartners => Set<NominationPartner>();
    public DbSet<Endorsement> Endorsements => Set<Endorsement>();
    public DbSet<AwardJuror> AwardJurors => Set<AwardJuror>();
    public DbSet<JurorConflict> JurorConflicts => Set<JurorConflict>();
    public DbSet<JuryAssignment> JuryAssignments => Set<JuryAssignment>();
    public DbSet<JuryScore> JuryScores => Set<JuryScore>();
    public DbSet<FactCheck> FactChecks => Set<FactCheck>();
    public DbSet<AwardDecision> AwardDecisions => Set<AwardDecision>();
    public DbSet<AwaitedPerson> AwaitedPeople => Set<AwaitedPerson>();
    public DbSet<CaseFeedback> CaseFeedbacks => Set<CaseFeedback>();
    public DbSet<StoredEmbedding> StoredEmbeddings => Set<StoredEmbedding>();

    /// <summary>
    /// The activity this turn handles: its key is written with the turn's first effect, in the same transaction. Set by
    /// whoever runs the turn; a lost race with a repeat of the same activity fails the save.
    /// </summary>
    public HandledActivity? Handling { get; set; }

    /// <summary>
    /// The message whose card was pressed, when this turn answers with what takes its place: nobody else redraws it, which
    /// would take away what the answer offers.
    /// </summary>
    public string? PressedActivity { get; set; }

    /// <summary>Names what this turn's effect is about, so that a repeat of its activity is answered with what is now true of it.</summary>
    public void HandledAbout(Guid subject)
    {
        if (Handling is { } handling) handling.Subject = subject;
    }

    /// <summary>Keeps this turn's activity as handled although its effect is outside of the store, so that a repeat does nothing twice.</summary>
    public Task RememberHandled(CancellationToken stop)
    {
        WriteHandled();
        return SaveChangesAsync(stop);
    }

    private void WriteHandled()
    {
        if (Handling is not { } handling) return;
        if (handling.Renews) Update(handling);
        else Add(handling);
        Handling = null;
    }

    /// <summary>
    /// Begins a transaction that holds the write lock from the start (SQLite <c>BEGIN IMMEDIATE</c>); on PostgreSQL rows
    /// are locked one by one with <see cref="Lock{TEntity}"/>.
    /// </summary>
    public abstract Task<IDbContextTransaction> BeginWrite(CancellationToken stop);

    /// <summary>Begins a transaction in which everything is read as it was at the first reading; it keeps no writer waiting, and nothing is written in it.</summary>
    public abstract Task<IDbContextTransaction> BeginRead(CancellationToken stop);

    /// <summary>Reads one row for change within a transaction begun by <see cref="BeginWrite"/>, waiting for whoever has it.</summary>
    public abstract Task<TEntity?> Lock<TEntity>(object id, CancellationToken stop) where TEntity : class;

    /// <summary>
    /// Whether a failed save or statement means that somebody else was faster (a changed version, a lock not had in time, a
    /// unique key taken meanwhile), so that the whole turn is to be run again. Providers add their own codes.
    /// </summary>
    public virtual bool IsLostRace(Exception exception) => exception is DbUpdateConcurrencyException;

    /// <summary>Waits for whoever is writing the audit log, within a transaction begun by <see cref="BeginWrite"/>.</summary>
    protected internal abstract Task LockAudit(CancellationToken stop);

    /// <summary>What this transaction has to log and has not logged yet.</summary>
    private readonly List<AuditEvent> unlogged = [];

    /// <summary>Called when a transaction begins: what an earlier one that was given up wanted to log is none of its business.</summary>
    public void ForgetUnlogged() => unlogged.Clear();

    /// <summary>Called when a transaction is about to commit: its acts go to the end of the audit log.</summary>
    public async Task Log(CancellationToken stop)
    {
        if (unlogged.Count == 0) return;
        AuditEvent[] events = [.. unlogged];
        unlogged.Clear();
        await AuditChain.Append(this, events, stop);
    }

    /// <summary>Saves what the tracker holds; providers add their locks and tell their faults.</summary>
    protected virtual Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken stop) => base.SaveChangesAsync(acceptAllChangesOnSuccess, stop);

    /// <summary>Set by whoever copies a whole store: the log is taken over as it stands.</summary>
    public bool CopiesLog { get; set; }

    /// <summary>
    /// Writes the handled activity beside the first effect, counts up the version of every row that changed, lets new notices name what led to them, and lays
    /// acts aside until the commit.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.HasChanges()) WriteHandled();

        var trace = System.Diagnostics.Activity.Current is { IdFormat: System.Diagnostics.ActivityIdFormat.W3C } current ? current.Id : null;
        List<EntityEntry>? acts = null;
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.Entity is AuditEvent && !CopiesLog) (acts ??= []).Add(entry);
            else if (entry is { State: EntityState.Added, Entity: Notice notice }) notice.Trace ??= trace;
            else if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version)
            {
                var property = entry.Property(version);
                property.CurrentValue = (int)property.OriginalValue! + 1;
            }
        }

        if (acts is null) return await Save(acceptAllChangesOnSuccess, cancellationToken);

        await using var own = Database.CurrentTransaction is null ? await BeginWrite(cancellationToken) : null;
        foreach (var act in acts)
        {
            if (act.State is EntityState.Modified or EntityState.Deleted) throw new InvalidOperationException("The audit log is only appended to.");
            if (act.State is EntityState.Added) unlogged.Add((AuditEvent)act.Entity);
            act.State = EntityState.Detached;
        }

        var saved = await Save(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null) await own.CommitAsync(cancellationToken);
        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var configure = configurationBuilder;
        configure.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configure.Properties<Language>().HaveConversion<LanguageText>().HaveMaxLength(8);
        configure.Properties<Address>().HaveConversion<AddressText>();
        configure.Properties<List<string>>().HaveConversion<ListText<string>, ListComparer<string>>();
        configure.Properties<List<Language>>().HaveConversion<ListText<Language>, ListComparer<Language>>();
        configure.Properties<List<ResultRow>>().HaveConversion<ListText<ResultRow>, ListComparer<ResultRow>>();
        configure.Properties<List<TakeOver>>().HaveConversion<ListText<TakeOver>, ListComparer<TakeOver>>();
        configure.Properties<List<TopicEvidence>>().HaveConversion<ListText<TopicEvidence>, ListComparer<TopicEvidence>>();
        configure.Properties<List<CheckInAddition>>().HaveConversion<ListText<CheckInAddition>, ListComparer<CheckInAddition>>();
        configure.Properties<List<HandledProblem>>().HaveConversion<ListText<HandledProblem>, ListComparer<HandledProblem>>();
        configure.Properties<List<ScorePart>>().HaveConversion<ListText<ScorePart>, ListComparer<ScorePart>>();
        configure.Properties<List<Reason>>().HaveConversion<ListText<Reason>, ListComparer<Reason>>();
        foreach (var type in typeof(NetworkDb).Assembly.GetTypes())
        {
            if (type.IsEnum)
            {
                configure.Properties(type).HaveConversion(typeof(WordText<>).MakeGenericType(type)).HaveMaxLength(32);
                configure.Properties(typeof(List<>).MakeGenericType(type)).HaveConversion(
                    typeof(ListText<>).MakeGenericType(type), typeof(ListComparer<>).MakeGenericType(type));
            }
            else if (type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>)))
            {
                configure.Properties(type).HaveConversion(typeof(IdText<>).MakeGenericType(type));
                configure.Properties(typeof(List<>).MakeGenericType(type)).HaveConversion(
                    typeof(ListText<>).MakeGenericType(type), typeof(ListComparer<>).MakeGenericType(type));
            }
        }

        configure.Properties<OrganisationKind>().HaveConversion<JsonText<OrganisationKind>>();
        configure.Properties<FileOutcome>().HaveConversion<JsonText<FileOutcome>>();
        configure.Properties<Mandate>().HaveConversion<JsonText<Mandate>>();
        configure.Properties<CaseContent>().HaveConversion<JsonText<CaseContent>>();
        configure.Properties<Audience>().HaveConversion<JsonText<Audience>>();
        configure.Properties<AwardPlan>().HaveConversion<JsonText<AwardPlan>>();
        configure.Properties<NominationContent>().HaveConversion<JsonText<NominationContent>>();
        configure.Properties<NominationPeople>().HaveConversion<JsonText<NominationPeople>>();
        configure.Properties<List<CriterionScore>>().HaveConversion<ListText<CriterionScore>, ListComparer<CriterionScore>>();
        configure.Properties<EventPlan>().HaveConversion<JsonText<EventPlan>>();
        configure.Properties<List<EventAnswer>>().HaveConversion<ListText<EventAnswer>, ListComparer<EventAnswer>>();
        configure.Properties<BroadcastContent>().HaveConversion<JsonText<BroadcastContent>>();
        configure.Properties<SendAt>().HaveConversion<SendAtText>().HaveMaxLength(32);
        configure.Properties<Audience>().HaveConversion<JsonText<Audience>>();
        configure.Properties<Figure>().HaveConversion<FigureText>().HaveMaxLength(24);
        configure.Properties<WorkingHours>().HaveConversion<JsonText<WorkingHours>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(NetworkDb).Assembly);
}
