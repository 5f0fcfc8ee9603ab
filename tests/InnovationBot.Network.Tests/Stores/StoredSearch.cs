using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Stores;

/// <summary>
/// A search over the store itself: what shares a word of four letters with the ask is found, more words first. Like the
/// real one it returns evidence and decides nothing: paused, hidden or busy people are among its hits.
/// </summary>
internal sealed class StoredSearch(Func<NetworkDb> open) : ISearch, IShortAnswerSearch
{
    /// <summary>How sure it says it is when something is found.</summary>
    public Fit WhenFound { get; set; } = Fit.Fits;

    /// <summary>What somebody else does while it searches.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public async ValueTask<SearchAnswer> Find(SearchRequest request, CancellationToken stop)
    {
        await Meanwhile();
        await using var db = open();
        var words = Words(request.Text);
        var cases = await db.Cases.AsNoTracking().Include(c => c.Contacts).Where(CaseAccess.ReadableBy(request.Reader)).ToListAsync(stop);
        var hits = cases.Select(c => (Case: c, Shared: Words(c.Problem).Intersect(words).ToList())).Where(one => one.Shared.Count > 0).ToList();
        var people = (await db.Members.AsNoTracking().ToListAsync(stop)).Select(m => (Member: m, Evidence: Evidence(m, words, hits))).Where(one => one.Evidence.Count > 0).ToList();
        if (hits.Count == 0 && people.Count == 0) return SearchAnswer.Nothing;

        var top = (double)Math.Max(1, hits.Select(one => one.Shared.Count).DefaultIfEmpty().Max());
        return new SearchAnswer(
            WhenFound,
            [.. hits.OrderByDescending(one => one.Shared.Count).ThenBy(one => one.Case.Key, StringComparer.Ordinal).Take(request.Cases)
                .Select(one => new CaseHit(one.Case.Id, one.Shared.Count / top, one.Shared, one.Case.Problem) { Parts = [new ScorePart(ScorePartKind.Words, one.Shared.Count / top)] })],
            [.. people.Take(request.People).Select(one => new PersonHit(one.Member.Id, one.Evidence[0].Relevance, one.Evidence))]);
    }

    public IReadOnlyCollection<string> About(string text, Language language) => Words(text);

    private static List<PersonEvidence> Evidence(Member member, List<string> words, List<(Case Case, List<string> Shared)> hits) =>
    [
        .. hits.Where(one => one.Case.Contacts.Exists(contact => contact.MemberId == member.Id))
            .Select(one => new PersonEvidence(PersonEvidenceKind.CarriedCase, 1, one.Case.Id, one.Case.Title)),
        .. member.Topics.Where(topic => Words(topic).Intersect(words).Any()).Select(topic => new PersonEvidence(PersonEvidenceKind.Topic, 0.9, null, topic)),
        .. member.Offers.Where(offer => Words(offer).Intersect(words).Any()).Select(offer => new PersonEvidence(PersonEvidenceKind.Offer, 0.8, null, offer)),
    ];

    public async ValueTask<IReadOnlyList<ShortAnswerId>> Find(string text, Language language, int most, CancellationToken stop)
    {
        await using var db = open();
        var words = Words(text);
        return [.. (await db.ShortAnswers.AsNoTracking().ToListAsync(stop)).Where(a => Words(a.Problem).Intersect(words).Any()).Take(most).Select(a => a.Id)];
    }

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', '.', ',', '?', '\n']).Where(word => word.Length >= 4).Distinct()];
}
