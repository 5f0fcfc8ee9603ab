using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Awards.Nominations;

/// <summary>The kinds of notices about nominations; unless said otherwise their subject is the nomination.</summary>
public static class NominationNotices
{
    /// <summary>To a nominee: yes or no? The subject is the <see cref="Nominee"/>.</summary>
    public const string Asked = "nomination.asked";

    /// <summary>To somebody at a partner: is it true? The subject is the <see cref="NominationPartner"/>.</summary>
    public const string PartnerAsked = "nomination.partner_asked";

    /// <summary>To the nominator: a nominee said yes.</summary>
    public const string Accepted = "nomination.accepted";

    /// <summary>To the nominator: no nominee wants it, and it is erased; the subject is the round.</summary>
    public const string Declined = "nomination.declined";

    /// <summary>To the nominator: no nominee had accepted when the jury began.</summary>
    public const string NotAccepted = "nomination.not_accepted";

    /// <summary>To the nominator: organisers ask for a mend.</summary>
    public const string Mend = "nomination.mend";

    /// <summary>To nominator and nominees: it is eligible, or not.</summary>
    public const string Checked = "nomination.checked";

    /// <summary>To the first nominator: somebody else nominated the same work.</summary>
    public const string Joined = "nomination.joined";

    /// <summary>To the others of it: it was taken back.</summary>
    public const string Withdrawn = "nomination.withdrawn";

    /// <summary>To whoever began one where others read: it goes on in their own chat.</summary>
    public const string Begun = "nomination.begun";

    internal static Notice AskedNotice(Nominee nominee, DateTimeOffset now) => AwardNotice.Of(nominee.MemberId, Asked, nominee.Id.Value, now);

    internal static Notice PartnerNotice(NominationPartner partner, MemberId asked, DateTimeOffset now) => AwardNotice.Of(asked, PartnerAsked, partner.Id.Value, now);

    internal static async Task TellChecked(NetworkDb db, Nomination nomination, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var person in await Sides(db, nomination, stop)) db.Notices.Add(AwardNotice.Of(person, Checked, nomination.Id.Value, now));
    }

    /// <summary>Nominator, who nominated it too, and nominees who accepted.</summary>
    internal static async Task<IReadOnlyCollection<MemberId>> Sides(NetworkDb db, Nomination nomination, CancellationToken stop)
    {
        HashSet<MemberId> people = [.. await db.Nominees.Where(n => n.NominationId == nomination.Id && n.State == NomineeState.Accepted).Select(n => n.MemberId).ToListAsync(stop)];
        people.UnionWith(await db.CoNominators.Where(n => n.NominationId == nomination.Id).Select(n => n.MemberId).ToListAsync(stop));
        if (nomination.NominatorId is { } nominator) people.Add(nominator);
        return people;
    }
}
