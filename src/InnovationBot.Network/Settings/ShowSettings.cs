using InnovationBot.Network.People;
using InnovationBot.Network.People.Roles;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Settings;

/// <summary>How the network is set up, for an administrator.</summary>
public sealed class ShowSettings(NetworkDb db, SettingsInForce settings)
{
    public async Task<Result<SettingsView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;

        var now = await settings.Now(stop);
        var names = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var desks = await db.ContactPoints.AsNoTracking().OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(stop);
        var ids = desks.ConvertAll(desk => desk.MemberId);
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        return new SettingsView(
            now,
            [
                .. from desk in desks
                   where people.ContainsKey(desk.MemberId)
                   let person = people[desk.MemberId]
                   select new ShownDesk(desk.Id, person.Name, person.Email, desk.OrganisationId is { } of ? names.GetValueOrDefault(of) : null, desk.Country),
            ],
            [
                .. from id in now.OrganisationsWithSafetyChannel
                   where names.ContainsKey(id)
                   orderby names[id]
                   select new ShownChannel(id, names[id], now.SafetyChannelOf(id)!),
            ]);
    }
}

public sealed record SettingsView(NetworkSettings Settings, IReadOnlyList<ShownDesk> Desks, IReadOnlyList<ShownChannel> Channels);

/// <param name="Organisation">Of one organisation; with <paramref name="Country"/> none, of the whole network.</param>
public sealed record ShownDesk(ContactPointId Id, string Person, string? Email, string? Organisation, string? Country);

public sealed record ShownChannel(OrganisationId Organisation, string Name, string Channel);
