using System.Data.Common;
using System.Runtime.CompilerServices;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InnovationBot.Storage;

/// <summary>
/// Raises the signals of Network once rows of the outbox or of the change sequence are committed, never before; and lets acts be
/// written into the audit log as the last thing of their transaction.
/// </summary>
internal sealed class CommitWatch(NoticesWritten notices, ChangesWritten changes) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Written> uncommitted = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries())
        {
            if (entry.State is not EntityState.Added) continue;
            if (entry.Entity is Notice) uncommitted.GetOrCreateValue(eventData.Context).Notices = true;
            if (entry.Entity is Change) uncommitted.GetOrCreateValue(eventData.Context).Changes = true;
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context!.Database.CurrentTransaction is null) Raise(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        uncommitted.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    public ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        ((NetworkDb)eventData.Context!).ForgetUnlogged();
        return ValueTask.FromResult(result);
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await ((NetworkDb)eventData.Context!).Log(cancellationToken);
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Raise(eventData.Context!);
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        uncommitted.Remove(eventData.Context!);
        return Task.CompletedTask;
    }

    private void Raise(DbContext db)
    {
        if (!uncommitted.TryGetValue(db, out var written)) return;
        uncommitted.Remove(db);
        if (written.Notices) notices.Raise();
        if (written.Changes) changes.Raise();
    }

    private sealed class Written
    {
        public bool Notices { get; set; }
        public bool Changes { get; set; }
    }
}
