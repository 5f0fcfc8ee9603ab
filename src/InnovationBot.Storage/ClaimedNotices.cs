using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Storage;

/// <summary>Reads what the delivery worker needs to know of notices it has just claimed.</summary>
internal static class ClaimedNotices
{
    /// <returns>In the order in which they should leave: abandoned ones, then by priority and due time.</returns>
    public static async Task<IReadOnlyList<ClaimedNotice>> Load(
        IDbContextFactory<NetworkDb> contexts, IReadOnlyCollection<NoticeId> claimed, DateTimeOffset now, CancellationToken stop)
    {
        if (claimed.Count == 0) return [];
        await using var db = contexts.CreateDbContext();
        var rows = await (
            from notice in db.Notices.AsNoTracking()
            where claimed.Contains(notice.Id)
            join member in db.Members on notice.RecipientId equals member.Id into members
            from member in members.DefaultIfEmpty()
            join organisation in db.Organisations on member.OrganisationId equals (OrganisationId?)organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join earlier in db.Notices on notice.Edits equals (NoticeId?)earlier.Id into edited
            from earlier in edited.DefaultIfEmpty()
            join channel in db.Channels on notice.ChannelId equals channel.Id into channels
            from channel in channels.DefaultIfEmpty()
            select new
            {
                Notice = notice,
                Recipient = member == null
                    ? channel == null ? null : new NoticeRecipient(channel.Address, MemberState.Active, channel.GoneAt == null ? null : (FailureReason?)FailureReason.NotInstalled, channel.Language, null, null, null, null, null, null)
                    : new NoticeRecipient(
                        member.Address, member.State, member.Suppressed, member.Language, member.Zone,
                        member.Country ?? (member.SaysKind == null ? organisation!.Country : member.SaysKind!.Country), member.AwayUntil,
                        member.WorkingHours, member.StoppedAt, notice.Broadcast == null ? null : Unwanted(member.Consents, member.Unwanted)),
                Edited = earlier == null ? null : new EditedNotice(earlier.State, earlier.ConversationId, earlier.ActivityId),
            }).ToListAsync(stop);

        var unasked = await UnaskedLately(db, [.. rows.Where(row => row.Notice.Unasked).Select(row => row.Notice.RecipientId).Distinct()], now, stop);
        return
        [
            .. from row in rows
               let claim = new ClaimedNotice(row.Notice, row.Recipient, row.Edited, row.Notice.Unasked ? [.. unasked[row.Notice.RecipientId]] : [])
               orderby claim.MayHaveArrived descending, row.Notice.Priority, row.Notice.Due, row.Notice.Id.Value
               select claim,
        ];
    }

    private static IReadOnlyList<BroadcastKind> Unwanted(List<Consent> consents, List<BroadcastKind> unwanted) =>
        consents.Contains(Consent.Broadcasts) ? unwanted : Enum.GetValues<BroadcastKind>();

    private static async Task<ILookup<MemberId, DateTimeOffset>> UnaskedLately(
        NetworkDb db, IReadOnlyCollection<MemberId> recipients, DateTimeOffset now, CancellationToken stop)
    {
        if (recipients.Count == 0) return Enumerable.Empty<DateTimeOffset>().ToLookup(_ => default(MemberId));
        var since = now - UnaskedLimit.Window;
        var sent = await (
            from notice in db.Notices.AsNoTracking()
            where recipients.Contains(notice.RecipientId) && notice.Unasked && notice.SendingAt > since
                && (notice.State == NoticeState.Sent || notice.State == NoticeState.Sending || notice.State == NoticeState.Unknown)
            select new { notice.RecipientId, At = notice.SendingAt!.Value }).ToListAsync(stop);
        return sent.OrderBy(row => row.At).ToLookup(row => row.RecipientId, row => row.At);
    }
}
