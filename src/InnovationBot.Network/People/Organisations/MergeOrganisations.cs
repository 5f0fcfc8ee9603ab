using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Organisations;

/// <summary>Of two that are one, one stays: everything that points to the other points to it, and a file still finds it by the other's key.</summary>
public sealed class MergeOrganisations(NetworkDb db, ShowOrganisation show, SettingsInForce settings, TimeProvider clock)
{
    /// <param name="duplicate">Goes.</param>
    /// <param name="into">Id, key or name of the one that stays.</param>
    public async Task<Result<OrganisationView>> Handle(OrganisationId duplicate, string into, MemberId by, CancellationToken stop)
    {
        if (await OrganiserRights.Check(db, by, stop) is { } refusal) return refusal;
        if (await db.OrganisationNamed(into, stop) is not { } named) return PeopleRefusals.OrganisationNotThere;
        if (named.Id == duplicate) return OrganisationRefusals.MergedWithItself;

        await using (var transaction = await db.BeginWrite(stop))
        {
            foreach (var id in new[] { duplicate, named.Id }.OrderBy(id => id.Value)) await db.Lock<Organisation>(id, stop);
            if (await db.OrganisationOf(duplicate, stop) is not { } from || await db.OrganisationOf(named.Id, stop) is not { } stays) return Refusal.NotFound;
            var parents = await db.Organisations.AsNoTracking().Where(o => o.Parent != null).ToDictionaryAsync(o => o.Id, o => o.Parent, stop);
            if (parents.LiesBelow(stays.Id, from.Id)) stays.Parent = from.Parent == stays.Id ? null : from.Parent; // it takes the other's place, else it would belong to what belongs to it
            Take(from, stays);
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.OrganisationsMerged, by, null, clock.GetUtcNow(), stays.Id.ToString()));
            await Tell(from, stays, stop);
            await MoveChannel(from, stays, stop);
            await db.SaveChangesAsync(stop);
            await Move(from.Id, stays.Id, stop);
            db.Organisations.Remove(from);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }

        db.ChangeTracker.Clear();
        settings.Forget();
        return await show.Handle(named.Id, by, stop);
    }

    private static void Take(Organisation from, Organisation stays)
    {
        stays.FormerKeys = [.. stays.FormerKeys, from.Key, .. from.FormerKeys];
        stays.Domains = [.. stays.Domains.Union(from.Domains)];
        stays.PolicyAreas = [.. stays.PolicyAreas.Union(from.PolicyAreas)];
        stays.Website ??= from.Website;
        stays.ContactPoint ??= from.ContactPoint;
    }

    /// <summary>Whoever keeps a copy reads anew what points to the organisation that goes.</summary>
    private async Task Tell(Organisation from, Organisation stays, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var id in new[] { from.Id, stays.Id }) db.Changes.Add(Change.Of(ChangedKind.Organisation, id.Value, now));
        foreach (var id in await db.Members.Where(m => m.OrganisationId == from.Id).Select(m => m.Id).ToListAsync(stop)) db.Changes.Add(Change.Of(ChangedKind.Member, id.Value, now));
        foreach (var id in await db.Cases.Where(c => c.OrganisationId == from.Id).Select(c => c.Id).ToListAsync(stop)) db.Changes.Add(Change.Of(ChangedKind.Case, id.Value, now));
        db.Changes.Add(Change.Of(ChangedKind.Settings, Guid.Empty, now));
    }

    private async Task MoveChannel(Organisation from, Organisation stays, CancellationToken stop)
    {
        if (await db.Settings.FindAsync([NetworkSettings.SafetyPrefix + from.Id], stop) is not { } channel) return;
        db.Settings.Remove(channel);
        if (await db.Settings.FindAsync([NetworkSettings.SafetyPrefix + stays.Id], stop) is null)
            db.Settings.Add(new Setting { Key = NetworkSettings.SafetyPrefix + stays.Id, Value = channel.Value, ChangedAt = channel.ChangedAt });
    }

    /// <summary>Every column of the model that refers to an organisation, also those that come later.</summary>
    private async Task Move(OrganisationId from, OrganisationId stays, CancellationToken stop)
    {
        foreach (var (table, column) in Referring())
        {
            // names are the model's own; both values are parameters
#pragma warning disable EF1002
            await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE \"{column}\" = {{1}}", [stays.Value, from.Value], stop);
#pragma warning restore EF1002
        }
    }

    internal IEnumerable<(string Table, string Column)> Referring() =>
        from entity in db.Model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(OrganisationId) || property.ClrType == typeof(OrganisationId?)
        where !(entity.ClrType == typeof(Organisation) && property.Name == nameof(Organisation.Id))
        select (entity.GetTableName()!, property.GetColumnName());
}
