using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Roles;
using InnovationBot.Network.Settings;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.People.Ambassadors;

/// <summary>Where somebody stands as an ambassador, for that person.</summary>
public sealed class ShowAmbassador(NetworkDb db, ShowProfile profile, SettingsInForce settings)
{
    public async Task<Result<AmbassadorView>> Handle(MemberId by, CancellationToken stop)
    {
        var shown = await profile.Handle(by, stop);
        if (shown.Refusal is { } refusal) return refusal;

        var last = await db.AmbassadorApplications.AsNoTracking().Where(a => a.MemberId == by).OrderByDescending(a => a.State == ApplicationState.Waiting).ThenByDescending(a => a.SubmittedAt).FirstOrDefaultAsync(stop);
        var deputy = shown.Value.Person.DeputyId is { } id ? await db.MemberOf(id, stop) : null;
        var offers = await db.RoleOffers.AsNoTracking().Where(o => o.FromId == by && o.State == RoleOfferState.Waiting).ToListAsync(stop);
        return new AmbassadorView(shown.Value, last, deputy?.Name, offers, (await settings.Now(stop))[NetworkLimit.MonthlyRequests]);
    }
}

/// <param name="Last">The newest application, however it ended.</param>
/// <param name="Deputy">Who agreed to be asked first while this ambassador is away.</param>
/// <param name="Offers">Asked of others and not answered yet.</param>
/// <param name="UsualCap">Requests a month where nobody names a number.</param>
public sealed record AmbassadorView(ProfileView Profile, AmbassadorApplication? Last, string? Deputy, IReadOnlyList<RoleOffer> Offers, int UsualCap)
{
    public Member Person => Profile.Person;

    public bool Waits => Last is { State: ApplicationState.Waiting };
}
