using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Cases;

/// <summary>The whole of one case, if this reader may read it; another's private case is not there at all.</summary>
public sealed class OpenCase(NetworkDb db, ISearch search, TimeProvider clock)
{
    /// <summary>Cases named as like this one.</summary>
    private const int MostLikes = 3;

    /// <summary>Of a case's own relevance to its own problem, which nothing else comes near.</summary>
    private const double LikeFloor = 0.3;

    /// <summary>People to ask, at most.</summary>
    private const int MostPeople = 3;

    /// <param name="again">It is drawn anew on the same card: not another opening.</param>
    /// <returns><see cref="Refusal.NotFound"/> for a case that does not exist or is not for this reader.</returns>
    public async Task<Result<OpenedCase>> Handle(CaseId id, MemberId by, CancellationToken stop, bool again = false)
    {
        var reader = await db.ReaderOf(by, stop);
        var @case = await db.Cases.AsNoTracking().Include(c => c.Contacts).Include(c => c.NamedPartners).Include(c => c.Editors).SingleOrDefaultAsync(c => c.Id == id, stop);
        if (@case is null || !reader.MayRead(@case)) return Refusal.NotFound;

        var (shown, kind) = CaseShown.Of(@case, await db.OrganisationOf(@case.OrganisationId, stop));
        var own = @case.MayEdit(by);
        if (!again && !own)
        {
            db.Facts.Add(new Fact { Kind = FactKind.Opened, At = clock.GetUtcNow(), CaseId = id, Tier = @case.Tier, Country = @case.Country, PolicyArea = @case.PolicyArea });
            await db.SaveChangesAsync(stop);
        }

        return new OpenedCase(@case, shown, kind, await Contacts(@case, by, reader, stop))
        {
            Partners = CaseShown.PartnersOf(@case),
            Scheme = @case.SchemeId is { } scheme ? await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheme, stop) : null,
            IsOwn = own,
            Confirmation = Confirmation.Of(@case, clock.GetUtcNow()),
            Helped = await db.CaseHelps.CountAsync(h => h.CaseId == id, stop),
            HelpedReader = await db.CaseHelps.AnyAsync(h => h.CaseId == id && h.MemberId == by, stop),
            Implemented = await db.Reuses.CountAsync(r => r.CaseId == id && r.ImplementedAt != null, stop),
            OwnReuse = await db.Reuses.AsNoTracking().SingleOrDefaultAsync(r => r.CaseId == id && r.MemberId == by, stop),
            Likes = await Likes(@case, reader, stop),
            OpenCall = await OpenCall(stop),
            Mark = (await new AwardMarks(db, clock).Of([id], stop)).GetValueOrDefault(id),
        };
    }

    /// <summary>The newest round whose call is open.</summary>
    private async Task<AwardRoundId?> OpenCall(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var rounds = await db.AwardRounds.AsNoTracking().Where(r => r.PublishedAt != null && r.CallClosesAt > now).OrderByDescending(r => r.CreatedAt).ToListAsync(stop);
        return rounds.Find(round => round.IsCallOpen(now))?.Id;
    }

    /// <summary>
    /// Whoever agreed to be a case's contact: by name where they may be named to this reader and the case shows its
    /// organisation, else as somebody who carried it, and only to be asked.
    /// </summary>
    private async Task<IReadOnlyList<ContactShown>> Contacts(Case @case, MemberId by, Reader reader, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var ids = @case.Contacts.Select(contact => contact.MemberId).ToList();
        var people = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        List<ContactShown> shown = [];
        foreach (var contact in @case.Contacts.OrderBy(contact => contact.Position))
        {
            if (shown.Count == MostPeople) break;
            if (!people.TryGetValue(contact.MemberId, out var person) || !person.Has(Consent.CaseContact)) continue;

            var named = @case.ShownAs == ShownAs.Named && reader.MayName(person);
            var asked = AskAboutCase.MayBeAsked(@case, person, by, reader, now);
            if (!named && !asked) continue;
            var organisation = await db.OrganisationOf(person.OrganisationId, stop);
            shown.Add(new ContactShown(contact.Position, named ? PersonAccess.Named(person, organisation, []) : PersonAccess.Unnamed(person, organisation, []), asked));
        }

        return shown;
    }

    private async Task<IReadOnlyList<ListedCase>> Likes(Case @case, Reader reader, CancellationToken stop)
    {
        var found = await search.Find(new SearchRequest(@case.Problem, @case.Language, reader, Cases: MostLikes + 1, People: 0), stop);
        if (found.Fit == Fit.Nothing || found.Cases.Count == 0) return [];

        var floor = found.Cases.Max(hit => hit.Relevance) * LikeFloor;
        var ids = found.Cases.Where(hit => hit.Id != @case.Id && hit.Relevance >= floor).Select(hit => hit.Id).Take(MostLikes).ToList();
        var cases = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        List<ListedCase> like = [];
        foreach (var one in cases.OrderBy(c => ids.IndexOf(c.Id)))
        {
            var (shown, kind) = CaseShown.Of(one, await db.OrganisationOf(one.OrganisationId, stop));
            like.Add(new ListedCase(one, shown, kind) { Confirmation = Confirmation.Of(one, clock.GetUtcNow()) });
        }

        return like;
    }
}

/// <param name="Organisation">None when the case shows only its kind, or has none.</param>
/// <param name="Contacts">Those who agreed to be a case's contact, as this reader may see them.</param>
public sealed record OpenedCase(Case Case, Organisation? Organisation, OrganisationKind? Kind, IReadOnlyList<ContactShown> Contacts)
{
    /// <summary>Those who confirmed their part, and those an import named.</summary>
    public IReadOnlyList<PartnerShown> Partners { get; init; } = CaseShown.PartnersOf(Case);

    /// <summary>The programme, lab or scheme it came from.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The reader wrote it, or may change it: their own word does not count.</summary>
    public bool IsOwn { get; init; }

    public Confirmation? Confirmation { get; init; }

    /// <summary>How many people said that it helped them.</summary>
    public int Helped { get; init; }

    public bool HelpedReader { get; init; }

    /// <summary>In how many other places it is in use.</summary>
    public int Implemented { get; init; }

    /// <summary>What the reader told of taking it over.</summary>
    public Reuse? OwnReuse { get; init; }

    /// <summary>A round of the award that it can be nominated in now.</summary>
    public AwardRoundId? OpenCall { get; init; }

    /// <summary>What the award made of it.</summary>
    public AwardMark? Mark { get; init; }

    /// <summary>Cases about much the same problem that the reader may read.</summary>
    public IReadOnlyList<ListedCase> Likes { get; init; } = [];
}

/// <param name="Position">Names the person to the bot on a button, without pointing to them.</param>
/// <param name="MayBeAsked">For an introduction, by this reader.</param>
public sealed record ContactShown(int Position, PersonShown Person, bool MayBeAsked);
