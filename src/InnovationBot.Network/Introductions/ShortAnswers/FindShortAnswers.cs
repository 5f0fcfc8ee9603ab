using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.ShortAnswers;

/// <summary>Finds short answers for a problem; implemented over the search index.</summary>
public interface IShortAnswerSearch
{
    /// <returns>At most <paramref name="most"/>, best first; only what is near.</returns>
    ValueTask<IReadOnlyList<ShortAnswerId>> Find(string text, Language language, int most, CancellationToken stop);
}

/// <summary>Short answers that fit a problem, as the store has them now: what one side took back is not among them.</summary>
public sealed class FindShortAnswers(NetworkDb db, IShortAnswerSearch search)
{
    public const int Most = 2;

    public async Task<IReadOnlyList<ShortAnswer>> Handle(string text, Language language, CancellationToken stop)
    {
        var ids = (await search.Find(text, language, Most, stop)).ToList();
        if (ids.Count == 0) return [];
        var found = await db.ShortAnswers.AsNoTracking().Where(a => ids.Contains(a.Id) && a.TakerAgreedAt != null && a.GiverAgreedAt != null).ToListAsync(stop);
        return [.. found.OrderBy(a => ids.IndexOf(a.Id))];
    }

    /// <returns>One that both agreed to; everybody of the network may read it.</returns>
    public async Task<Result<ShortAnswer>> One(ShortAnswerId id, CancellationToken stop) =>
        await db.ShortAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop) is { IsShown: true } answer ? answer : Refusal.NotFound;
}
