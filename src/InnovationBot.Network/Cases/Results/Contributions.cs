using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases.Results;

/// <summary>What came of what a person gave, for that person alone: numbers that anybody could count again, no names, no comparison with others.</summary>
public sealed class Contributions(NetworkDb db)
{
    /// <summary>All of it so far, or what happened in a span of time.</summary>
    /// <param name="from">Inclusive; none = from the beginning.</param>
    /// <param name="until">Exclusive; none = until now.</param>
    public async Task<Result<Contribution>> Handle(MemberId by, DateTimeOffset? from, DateTimeOffset? until, CancellationToken stop)
    {
        if (await db.MemberOf(by, stop) is not { } member) return Refusal.NotFound;

        var first = from ?? DateTimeOffset.MinValue.ToUniversalTime();
        var end = until ?? DateTimeOffset.MaxValue.ToUniversalTime();
        var given = member.Has(Consent.CaseContact);
        var cases = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(await db.ReaderOf(by, stop)))
            .Where(c => (c.State == CaseState.Published || c.State == CaseState.Archived)
                && (c.AuthorId == by || (given && c.AuthorId == null && db.CaseContacts.Any(contact => contact.CaseId == c.Id && contact.MemberId == by))))
            .OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Select(c => new { c.Id, c.Title }).ToListAsync(stop);
        var ids = cases.ConvertAll(c => c.Id);
        var facts = await db.Facts.AsNoTracking()
            .Where(fact => fact.CaseId != null && ids.Contains(fact.CaseId.Value) && fact.At >= first && fact.At < end
                && (fact.Kind == FactKind.Opened || fact.Kind == FactKind.Helped || fact.Kind == FactKind.Reused))
            .GroupBy(fact => new { fact.CaseId, fact.Kind }).Select(group => new { group.Key.CaseId, group.Key.Kind, Count = group.Count() }).ToListAsync(stop);
        var introductions = await db.Introductions.CountAsync(i => i.GiverId == by && i.IntroducedAt != null && i.IntroducedAt >= first && i.IntroducedAt < end, stop);
        var thanks = await db.TalkOutcomes.AsNoTracking()
            .Where(o => o.GiverId == by && o.Shared && o.Thanks != null && o.AnsweredAt >= first && o.AnsweredAt < end)
            .OrderBy(o => o.AnsweredAt).Select(o => o.Thanks!).ToListAsync(stop);
        return new Contribution(
            member.Name,
            [.. cases.Select(c => new CaseContribution(c.Id, c.Title, Of(c.Id, FactKind.Opened), Of(c.Id, FactKind.Helped), Of(c.Id, FactKind.Reused)))],
            introductions)
        {
            Thanks = thanks,
        };

        int Of(CaseId id, FactKind kind) => facts.Find(one => one.CaseId == id && one.Kind == kind)?.Count ?? 0;
    }
}

/// <param name="Introductions">Introductions the person said yes to.</param>
public sealed record Contribution(string Name, IReadOnlyList<CaseContribution> Cases, int Introductions)
{
    /// <summary>What takers wrote to say thank you, a sentence each, for the person and their statement.</summary>
    public IReadOnlyList<string> Thanks { get; init; } = [];

    /// <summary>Cases of which there is something to tell.</summary>
    public IReadOnlyList<CaseContribution> Heard => [.. Cases.Where(one => one.Opened + one.Helped + one.Reused > 0)];
}

/// <param name="Opened">How often others opened it.</param>
/// <param name="Helped">How many people said that it helped them.</param>
/// <param name="Reused">In how many other places it came into use.</param>
public sealed record CaseContribution(CaseId Case, string Title, int Opened, int Helped, int Reused);
