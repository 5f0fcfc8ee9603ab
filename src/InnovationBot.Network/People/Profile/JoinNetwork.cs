using InnovationBot.Network.Outbox;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.People.Profile;

/// <summary>Somebody who wrote, or was invited, becomes a member; each purpose is agreed to by itself.</summary>
public sealed class JoinNetwork(NetworkDb db, ShowProfile show, TimeProvider clock)
{
    /// <param name="consents">Those ticked; what is not here stays as it was.</param>
    public async Task<Result<ProfileView>> Handle(MemberId by, IReadOnlyCollection<Consent> consents, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;

        var now = clock.GetUtcNow();
        db.AuditEvents.AddRange(consents.Where(purpose => !member.Has(purpose)).Select(purpose => ConsentDefaults.Logged(purpose, given: true, by, now)));
        member.Join(consents, now);
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.Joined, by, by, now));
        await db.SaveChangesAsync(stop);
        return await show.Handle(by, stop);
    }
}

/// <summary>Somebody imported does not want what the file told of them: it is deleted in the same request.</summary>
public sealed class DeclineInvitation(NetworkDb db, ShowProfile show, TimeProvider clock)
{
    /// <returns><see cref="Refusal.NoLongerOpen"/> for whoever was not imported, or has answered.</returns>
    public async Task<Result<ProfileView>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;
        if (member.AnswerDue is null) return Refusal.NoLongerOpen;

        var now = clock.GetUtcNow();
        member.ForgetImport();
        db.CaseContacts.RemoveRange(db.CaseContacts.Where(contact => contact.MemberId == by));
        db.Changes.Add(Change.Of(ChangedKind.Member, by.Value, now));
        db.AuditEvents.Add(AuditEvent.Of(AuditAct.InvitationDeclined, by, by, now));
        await db.SaveChangesAsync(stop);
        return await show.Handle(by, stop);
    }
}
