using InnovationBot.Network.Introductions;
using InnovationBot.Network.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Network.People.Privacy;

/// <summary>
/// Forgets somebody made up in an empty store in memory, once in a process, while a person is still asked whether they mean it. What an erasure asks
/// of every table is compiled then, and not after the person's yes, while it holds the write lock and everybody else waits. Nothing to do where a store has no one lock.
/// </summary>
public sealed class RehearseForgetting(IServiceScopeFactory scopes, TimeProvider clock, IEmptyStore? empty = null)
{
    private static int isRehearsed;

    /// <summary>Of the whole process: what is compiled stays so. Nobody waits for it, and whoever is forgotten before its end only waits as long as without it.</summary>
    public void Begin()
    {
        if (empty is not null && Interlocked.Exchange(ref isRehearsed, 1) == 0) _ = Task.Run(Try);
    }

    /// <returns>Whether it came to its end.</returns>
    internal async Task<bool> Run(CancellationToken stop)
    {
        if (empty is null) return false;

        await using var scope = scopes.CreateAsyncScope();
        var (services, db) = (scope.ServiceProvider, await empty.Open(stop));
        services.GetRequiredService<StoreInHand>().Store = db;
        var nobody = new Member { Id = EntityId.New<MemberId>(clock.GetUtcNow()), Name = "M", CreatedAt = clock.GetUtcNow() };
        db.Members.Add(nobody);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return await new ForgetMe(db, services.GetServices<IPersonalData>(), [], services.GetRequiredService<Absence>(), clock).Handle(nobody.Id, stop) is null;
    }

    private async Task Try()
    {
        try
        {
            await Run(CancellationToken.None);
        }
        catch (Exception)
        {
            // the service ends, or the first real erasure says more
        }
    }
}
