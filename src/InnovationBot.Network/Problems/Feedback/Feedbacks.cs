using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems.Feedback;

/// <summary>Readers' words on cases, for problems like one.</summary>
public sealed class Feedbacks(NetworkDb db)
{
    /// <param name="cases">Those that were found.</param>
    /// <param name="about">What the problem is about.</param>
    /// <returns>Only cases of which somebody said something.</returns>
    public async Task<IReadOnlyDictionary<CaseId, FeedbackCount>> Of(IReadOnlyCollection<CaseId> cases, IReadOnlyCollection<string> about, CancellationToken stop)
    {
        if (cases.Count == 0 || about.Count == 0) return new Dictionary<CaseId, FeedbackCount>();
        var said = await db.CaseFeedbacks.AsNoTracking().Where(one => cases.Contains(one.CaseId)).ToListAsync(stop);
        return said.Where(one => FeedbackCount.Alike(one.About, about)).GroupBy(one => one.CaseId)
            .ToDictionary(group => group.Key, group => new FeedbackCount(group.Count(one => one.Helped), group.Count(one => !one.Helped)));
    }
}
