using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.People.Profile;

/// <summary>When what was not asked for may reach somebody, and whose public holidays are theirs.</summary>
public sealed class SetWorkingHours(NetworkDb db, ShowProfile show, TimeProvider clock)
{
    /// <param name="Zone">IANA name.</param>
    /// <param name="Country">ISO 3166-1 alpha-2; none leaves it as it is.</param>
    public sealed record Request(MemberId By, string Zone, string? Country, WorkingHours Hours);

    public async Task<Result<ProfileView>> Handle(Request request, CancellationToken stop)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(request.Zone, out var zone) || !zone.HasIanaId) return ProfileRefusals.ZoneUnknown;
        if (!request.Hours.IsPossible) return ProfileRefusals.WorkingHoursImpossible;
        if (request.Country is { } code && !Countries.Has(code)) return PeopleRefusals.CountryUnknown;
        if (await db.MemberOf(request.By, stop) is not { } member) return Refusal.NotFound;

        member.Zone = request.Zone;
        member.Country = request.Country ?? member.Country;
        member.WorkingHours = request.Hours == WorkingHours.Usual ? null : request.Hours;
        db.Changes.Add(Change.Of(ChangedKind.Member, request.By.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return await show.Handle(request.By, stop);
    }
}
