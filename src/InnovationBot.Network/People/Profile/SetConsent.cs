using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Network.People.Profile;

/// <summary>One purpose agreed to or taken back, effective within the request: whoever may no longer be asked has their open requests passed on.</summary>
public sealed class SetConsent(NetworkDb db, Absence absence, ShowProfile show, TimeProvider clock)
{
    /// <returns><see cref="ProfileRefusals.NotJoined"/> when somebody who is no member agrees to what only members have.</returns>
    public async Task<Result<ProfileView>> Handle(MemberId by, Consent purpose, bool given, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (given && !member.HasJoined && purpose != Consent.Broadcasts) return ProfileRefusals.NotJoined;
        if (member.Has(purpose) == given) return await show.Handle(by, stop);

        var now = clock.GetUtcNow();
        db.AuditEvents.Add(ConsentDefaults.Logged(purpose, given, by, now));
        if (!given && purpose is Consent.Findable or Consent.Contactable)
        {
            if ((await absence.Begin(by, person => person.Withdraw(purpose), stop)).Refusal is { } refusal) return refusal;
        }
        else
        {
            if (given) member.Give(purpose);
            else member.Withdraw(purpose);
            db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
            await db.SaveChangesAsync(stop);
        }

        return await show.Handle(by, stop);
    }
}

/// <summary>How somebody who may be suggested is shown.</summary>
public sealed class SetVisibility(NetworkDb db, ShowProfile show, TimeProvider clock)
{
    public async Task<Result<ProfileView>> Handle(MemberId by, Visibility visibility, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (!member.HasJoined) return ProfileRefusals.NotJoined;

        member.Visibility = visibility;
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, clock.GetUtcNow()));
        await db.SaveChangesAsync(stop);
        return await show.Handle(by, stop);
    }
}
