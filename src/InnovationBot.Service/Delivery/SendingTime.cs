using InnovationBot.Network.Outbox;
using InnovationBot.Network.Time;

namespace InnovationBot.Service.Delivery;

/// <summary>When a notice may reach its recipient.</summary>
internal static class SendingTime
{
    /// <param name="days">The recipient's working time.</param>
    /// <param name="unaskedAWeek">How many a person may get.</param>
    /// <returns><c>null</c> = now; else the next instant at which it is worth asking again.</returns>
    public static DateTimeOffset? Later(ClaimedNotice claim, WorkingDays days, int unaskedAWeek, DateTimeOffset now)
    {
        var notice = claim.Notice;
        var at = now;
        if (notice.Unasked)
        {
            // Room is made when the oldest of the last so many leaves the window.
            if (claim.UnaskedLately.Count >= unaskedAWeek) at = claim.UnaskedLately[^unaskedAWeek] + UnaskedLimit.Window;
            if (claim.Recipient?.AwayUntil > at) at = claim.Recipient.AwayUntil.Value;
        }

        if (notice.Timing == NoticeTiming.WorkingHours) at = days.NextWorkingTime(at);
        return at > now ? at : null;
    }
}
