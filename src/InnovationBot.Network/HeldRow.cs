using Microsoft.EntityFrameworkCore.Storage;

namespace InnovationBot.Network;

/// <summary>A row that one act holds while it reads and changes what hangs on it, within a transaction; rolled back unless saved.</summary>
public abstract record HeldRow(NetworkDb Db, IDbContextTransaction Transaction) : IAsyncDisposable
{
    public async Task Save(CancellationToken stop)
    {
        await Db.SaveChangesAsync(stop);
        await Transaction.CommitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <param name="db">Where the transaction begins.</param>
    /// <param name="take">Locks the row and reads it; <c>null</c> when there is none.</param>
    /// <returns><c>null</c> when there is none; then nothing is held.</returns>
    internal static async Task<THeld?> Take<THeld>(NetworkDb db, Func<IDbContextTransaction, Task<THeld?>> take, CancellationToken stop) where THeld : HeldRow
    {
        var transaction = await db.BeginWrite(stop);
        try
        {
            if (await take(transaction) is { } held) return held;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }

        await transaction.DisposeAsync();
        return null;
    }
}
