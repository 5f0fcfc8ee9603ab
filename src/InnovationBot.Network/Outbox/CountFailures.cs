using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Outbox;

/// <summary>How many people messages did not reach in the last 30 days, and why; never who.</summary>
public sealed class CountFailures(NetworkDb db, ShowFigures figures, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <returns>For organisers, by reason; what was called back is no failure. Nothing for everybody else.</returns>
    public async Task<IReadOnlyList<FailedDeliveries>> Handle(MemberId by, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member || !member.Has(Role.Organiser)) return [];

        var since = clock.GetUtcNow() - Window;
        var failed = await db.Notices.AsNoTracking()
            .Where(n => n.Edits == null && n.CreatedAt >= since && ((n.State == NoticeState.Failed && n.Reason != FailureReason.Cancelled) || n.State == NoticeState.Unknown))
            .Select(n => new { n.RecipientId, n.Reason }).Distinct().ToListAsync(stop);
        List<FailedDeliveries> counted = [];
        foreach (var reason in failed.GroupBy(n => n.Reason).OrderByDescending(n => n.Count()).ThenBy(n => n.Key))
        {
            var crowd = await Crowd.Of(db, [.. reason.Select(n => n.RecipientId)], stop);
            if (crowd.Count > 0) counted.Add(new FailedDeliveries(reason.Key, await figures.Handle($"failed:{reason.Key?.ToString() ?? "unknown"}", crowd, stop)));
        }

        return counted;
    }
}

/// <param name="Reason">None where nobody knows whether the message arrived.</param>
public sealed record FailedDeliveries(FailureReason? Reason, Figure People);
