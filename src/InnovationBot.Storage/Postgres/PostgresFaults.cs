using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace InnovationBot.Storage.Postgres;

/// <summary>Turns PostgreSQL's error classes into the one exception of the store, wherever a command, a commit or a connection fails.</summary>
internal sealed class PostgresFaults : DbCommandInterceptor, IDbConnectionInterceptor, IDbTransactionInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData)
    {
        if (Of(eventData.Exception) is { } fault) throw fault;
    }

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) =>
        Of(eventData.Exception) is { } fault ? Task.FromException(fault) : Task.CompletedTask;

    public Task ConnectionFailedAsync(DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        Of(eventData.Exception) is { } fault ? Task.FromException(fault) : Task.CompletedTask;

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        Of(eventData.Exception) is { } fault ? Task.FromException(fault) : Task.CompletedTask;

    /// <returns><c>null</c> for what is no fault of the store: a constraint, a wrong statement, a lost race.</returns>
    public static StoreException? Of(Exception thrown) => thrown switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } e => new(
            StoreProblem.NotReachable, "The PostgreSQL server has no database of the configured name. Make it, or run 'innovationbot migrate' with an account that may.", e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } e => new(
            StoreProblem.NotReachable, "The PostgreSQL server refuses the configured login.", e),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } e => new(
            StoreProblem.Full, "The disk of the PostgreSQL server is full. Nothing of the last change was stored.", e),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } e => new(
            StoreProblem.Full, "The PostgreSQL server takes no more connections. Raise max_connections, or lower 'Maximum Pool Size' in the connection string.", e),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } e => new(
            StoreProblem.NotWritable, "The configured PostgreSQL account may not do that on the database.", e),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } e => new(
            StoreProblem.Busy, "Somebody else has held a row for too long. Nothing of this change was stored.", e),
        PostgresException { SqlState: "XX001" or "XX002" } e => new(
            StoreProblem.Damaged, "The PostgreSQL server reports damaged data. Stop the bot and restore the latest backup.", e),
        PostgresException e when e.SqlState.StartsWith("57P0", StringComparison.Ordinal) || e.SqlState.StartsWith("08", StringComparison.Ordinal) => NotReachable(e),
        PostgresException => null,
        NpgsqlException e when e.InnerException is not OperationCanceledException => NotReachable(e),
        _ => null,
    };

    private static StoreException NotReachable(Exception e) => new(
        StoreProblem.NotReachable, "The PostgreSQL server does not answer, or broke off the connection. What was not confirmed was not stored.", e);
}
