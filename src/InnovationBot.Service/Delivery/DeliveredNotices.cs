using System.Collections.Frozen;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Service.Delivery;

/// <summary>Records that a notice arrived together with what follows from it (<see cref="IDelivered"/>), in one transaction.</summary>
internal sealed class DeliveredNotices(IServiceScopeFactory scopes, RetryLostRace retry, ILogger<DeliveredNotices> log)
{
    private readonly Lazy<FrozenSet<string>> kinds = new(() =>
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IDelivered>().Select(handler => handler.Kind).ToFrozenSet();
    });

    /// <summary>Whether anything follows from notices of this kind; the others are recorded many at a time.</summary>
    public bool Concern(Notice notice) => kinds.Value.Contains(notice.Kind);

    /// <returns><c>false</c> when what follows could not be done: the record is then to be made without it.</returns>
    public async Task<bool> Record(string holder, DeliveryRecord record, Notice notice, CancellationToken stop)
    {
        NetworkDb? db = null;
        try
        {
            return await retry.Run(
                async again =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    db = scope.ServiceProvider.GetRequiredService<NetworkDb>();
                    await Once(scope.ServiceProvider, db, holder, record, again);
                    return true;
                },
                fault => db?.IsLostRace(fault) == true,
                stop);
        }
        catch (Exception fault)
        {
            Log.ConsequenceFailed(log, notice.Id, notice.Kind, fault);
            return false;
        }
    }

    private static async Task Once(IServiceProvider services, NetworkDb db, string holder, DeliveryRecord record, CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        if (await db.Lock<Notice>(record.Notice, stop) is not { State: NoticeState.Sending } notice || notice.LeaseHolder != holder) return;

        notice.State = record.State;
        notice.SentAt = record.At;
        notice.LeaseUntil = null;
        notice.ConversationId = record.ConversationId;
        notice.ActivityId = record.ActivityId;
        foreach (var handler in services.GetServices<IDelivered>().Where(handler => handler.Kind == notice.Kind)) await handler.Handle(notice, record.At, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
