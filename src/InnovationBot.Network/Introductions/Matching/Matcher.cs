using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Problems.Feedback;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Introductions.Matching;

/// <summary>
/// From what the search found to what is shown: everything that decides (who may read, consent, state, limits) is read
/// from the store at this moment, evidence that the store no longer bears out is dropped.
/// </summary>
public sealed class Matcher(NetworkDb db, ISearch search, Loads loads, Feedbacks feedbacks, HoursAhead hours, ThemeCases themes, TimeProvider clock)
{
    /// <param name="problem">Its text is searched for.</param>
    /// <param name="asker">Whose eyes the answer is for.</param>
    /// <param name="dismissed">Cases and people that the asker said do not fit.</param>
    /// <param name="theme">What to ask about a text that names a theme and no event: where nothing fits it, cases about that theme are the nearest, and nobody is asked because of it.</param>
    public async Task<Match> Find(Problem problem, Asker asker, Dismissed dismissed, CancellationToken stop, ConcreteQuestion? theme = null)
    {
        var found = await search.Find(new SearchRequest(problem.Text, problem.Language, asker.Reader), stop);
        if (found.Fit == Fit.Nothing)
            return theme is { } heard && ThemeCases.BarrierOf(heard) is { } barrier ? await Nearest(barrier, asker, dismissed, stop) : Match.Nothing;

        var top = Top(found);
        var readable = await Readable(problem, found, asker, dismissed, stop);
        var cases = Slate.Of(readable);

        // What is left after the best was dismissed is no longer sure to fit.
        var fit = found.Fit == Fit.Fits && !(cases is [var first, ..] && first.Hit.Relevance < top * MatchingPolicy.SlotFloor) ? Fit.Fits : Fit.Nearest;
        var people = await People(problem, asker, found, fit, dismissed.People, stop);
        return cases.Count == 0 && people.Count == 0
            ? Match.Nothing
            : new Match(fit, await Chosen(cases, asker, [], stop), people)
            {
                Fitting = fit == Fit.Fits ? Fitting(readable, top) : [],
            };
    }

    private async Task<Match> Nearest(Barrier barrier, Asker asker, Dismissed dismissed, CancellationToken stop)
    {
        var cases = Slate.Of(await themes.Of(barrier, asker, dismissed, stop));
        var why = Reason.Of(ReasonKind.WasInTheWay, ("barrier", Vocabulary.Write(barrier)));
        return cases.Count == 0 ? Match.Nothing : new Match(Fit.Nearest, await Chosen(cases, asker, [why], stop), []);
    }

    private async Task<IReadOnlyList<ChosenCase>> Chosen(IReadOnlyList<SlatedCase> cases, Asker asker, IReadOnlyList<Reason> first, CancellationToken stop)
    {
        var organisations = await Organisations([.. cases.Select(one => one.Case.OrganisationId)], stop);
        return
        [
            .. cases.Select(one => new ChosenCase(
                one.Case, Find(organisations, one.Case.OrganisationId), one.Slot, one.Hit.Relevance, [.. first, .. Reasons.For(one, asker, cases[0].Case)]) { Parts = one.Hit.Parts }),
        ];
    }

    /// <summary>Every case near enough to the best, and nobody; none unless the search is sure.</summary>
    public async Task<IReadOnlyList<Case>> Fitting(Problem problem, Asker asker, Dismissed dismissed, CancellationToken stop)
    {
        var found = await search.Find(new SearchRequest(problem.Text, problem.Language, asker.Reader), stop); // people as well: they count for what is the best
        return found.Fit == Fit.Fits ? Fitting(await Readable(problem, found, asker, dismissed, stop), Top(found)) : [];
    }

    private static IReadOnlyList<Case> Fitting(IReadOnlyList<(Case Case, CaseHit Hit)> readable, double top) =>
        [.. readable.Where(one => one.Hit.Relevance >= top * MatchingPolicy.SlotFloor).OrderByDescending(one => one.Hit.Relevance).Select(one => one.Case)];

    private async Task<IReadOnlyList<(Case, CaseHit)>> Readable(Problem problem, SearchAnswer found, Asker asker, Dismissed dismissed, CancellationToken stop) =>
        await Readable(await Nudged(problem, [.. found.Cases.Where(hit => !dismissed.Cases.Contains(hit.Id))], stop), asker.Reader, stop);

    /// <summary>Everybody who may be asked about a problem now, best first; nobody unless the search is sure.</summary>
    /// <param name="without">Those not to name.</param>
    public async Task<IReadOnlyList<ChosenPerson>> Others(Problem problem, Asker asker, IReadOnlySet<MemberId> without, CancellationToken stop)
    {
        var found = await search.Find(new SearchRequest(problem.Text, problem.Language, asker.Reader, Cases: 1), stop);
        return found.Fit == Fit.Fits ? [.. (await Ranked(problem, asker, found, MatchingPolicy.PersonFloor, without, stop)).Where(one => !one.OnlyOpenHour)] : [];
    }

    private async Task<IReadOnlyList<ChosenPerson>> People(
        Problem problem, Asker asker, SearchAnswer found, Fit fit, IReadOnlySet<MemberId> without, CancellationToken stop)
    {
        var (floor, most) = fit == Fit.Fits
            ? (MatchingPolicy.PersonFloor, MatchingPolicy.MostPeople)
            : (MatchingPolicy.SlotFloor, MatchingPolicy.MostPeopleWhenUnsure);
        return Diversity.Choose(await Ranked(problem, asker, found, floor, without, stop), most);
    }

    private async Task<IReadOnlyList<ChosenPerson>> Ranked(
        Problem problem, Asker asker, SearchAnswer found, double floor, IReadOnlySet<MemberId> without, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var least = Top(found) * floor;
        var hits = found.People.Where(hit => hit.Relevance >= least && !without.Contains(hit.Id)).ToDictionary(hit => hit.Id);
        if (hits.Count == 0) return [];

        var ids = hits.Keys.ToList();
        var members = await db.Members.Where(m => ids.Contains(m.Id) && m.State != MemberState.Erased).ToListAsync(stop);
        var deputies = await Deputies(members, without, now, stop);
        var organisations = await Organisations([.. members.Concat(deputies.Values).Select(m => m.OrganisationId)], stop);
        var load = await loads.Of([.. ids.Concat(deputies.Keys).Distinct()], now, stop);
        var evidence = await Checked(hits.Values, members, asker.Reader, stop);
        var apart = await Apart(asker.Id, stop);
        var asked = await Asked(problem.Id, stop);
        var median = await loads.Median(now, stop);
        var ahead = await hours.WithPlaces(ids, stop);

        var scored = members
            .Select(m => new Candidate(m, Find(organisations, m.OrganisationId), load.GetValueOrDefault(m.Id, Load.None), evidence[m.Id]))
            .Concat(members.Where(m => m.IsRepresented(now) && deputies.ContainsKey(m.DeputyId!.Value)).Select(m => InPlaceOf(m, deputies[m.DeputyId!.Value])))
            .Where(one => one.Evidence.Count > 0 && one.Evidence[0].Relevance >= least && Open(PersonGate.Closed(one, asker, apart, asked, now), one))
            .Select(one => (Candidate: one, Score: PersonScore.Of(one, asker, median, now)))
            .GroupBy(one => one.Candidate.Member.Id) // a deputy may be known for the same themselves: then that is what is told
            .Select(person => person.OrderBy(one => one.Candidate.InPlaceOf is not null).ThenByDescending(one => one.Score.Total).First());
        return
        [
            .. Rotation.Order(scored, problem.Id, now)
                .Select(one => new ChosenPerson(one.Candidate.Member, one.Candidate.Organisation, one.Score.Total, Reasons.For(one.Candidate, asker))
                {
                    Parts = one.Score.Parts, OpenHour = HourOf(one.Candidate)?.Id, OnlyOpenHour = PersonGate.Limits(one.Candidate.Member, one.Candidate.Load) is not null,
                }),
        ];

        // Whoever has enough to do may still be met with others in their open hour.
        bool Open(Gate? gate, Candidate one) => gate is null || (gate == Gate.Limit && HourOf(one) is not null);

        OpenHour? HourOf(Candidate one) => one.InPlaceOf is null && ahead.GetValueOrDefault(one.Member.Id) is { } hour
            && (hour.Topic.Length == 0 || one.Evidence.Any(evidence => evidence.Text == hour.Topic && evidence.Relevance >= least)) ? hour : null;

        Candidate InPlaceOf(Member away, Member deputy) =>
            new(deputy, Find(organisations, deputy.OrganisationId), load.GetValueOrDefault(deputy.Id, Load.None), evidence[away.Id]) { InPlaceOf = away.Id };
    }

    /// <summary>Who stands in for those of these who are away; by the deputy's id.</summary>
    private async Task<Dictionary<MemberId, Member>> Deputies(List<Member> members, IReadOnlySet<MemberId> without, DateTimeOffset now, CancellationToken stop)
    {
        var wanted = members.Where(m => m.IsRepresented(now)).Select(m => m.DeputyId!.Value).Where(id => !without.Contains(id)).Distinct().ToList();
        return wanted.Count == 0 ? [] : await db.Members.Where(m => wanted.Contains(m.Id) && m.State != MemberState.Erased).ToDictionaryAsync(m => m.Id, stop);
    }

    /// <summary>Everybody who must not be brought together with this member again.</summary>
    public async Task<IReadOnlySet<MemberId>> Apart(MemberId? member, CancellationToken stop) => member is not { } id ? new HashSet<MemberId>() :
        (await db.BlockedPairs.Where(p => p.ById == id || p.OtherId == id).Select(p => p.ById == id ? p.OtherId : p.ById).ToListAsync(stop)).ToHashSet();

    /// <summary>Everybody who was asked about this problem, however it ended.</summary>
    public async Task<IReadOnlySet<MemberId>> Asked(ProblemId problem, CancellationToken stop) =>
        (await db.Introductions.Where(i => i.ProblemId == problem).Select(i => i.GiverId).ToListAsync(stop)).ToHashSet();

    /// <summary>Moved a little by what readers said of these cases for problems like this one.</summary>
    private async Task<IReadOnlyList<CaseHit>> Nudged(Problem problem, IReadOnlyList<CaseHit> hits, CancellationToken stop)
    {
        var said = await feedbacks.Of([.. hits.Select(hit => hit.Id)], search.About(problem.Text, problem.Language), stop);
        return said.Count == 0 ? hits
            : [.. hits.Select(hit => said.TryGetValue(hit.Id, out var count) ? hit with { Relevance = Math.Min(1, hit.Relevance * count.Factor) } : hit)];
    }

    private async Task<IReadOnlyList<(Case, CaseHit)>> Readable(IReadOnlyList<CaseHit> hits, Reader reader, CancellationToken stop)
    {
        if (hits.Count == 0) return [];
        var ids = hits.Select(hit => hit.Id).ToList();
        var cases = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        return [.. hits.Where(hit => cases.ContainsKey(hit.Id)).Select(hit => (cases[hit.Id], hit))];
    }

    private async Task<Dictionary<MemberId, List<CheckedEvidence>>> Checked(
        IReadOnlyCollection<PersonHit> hits, IReadOnlyCollection<Member> members, Reader reader, CancellationToken stop)
    {
        var caseIds = hits.SelectMany(hit => hit.Evidence).Select(one => one.Case).OfType<CaseId>().Distinct().ToList();
        var cases = caseIds.Count == 0 ? [] : await db.Cases.AsNoTracking().Include(c => c.Contacts)
            .Where(CaseAccess.ReadableBy(reader)).Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var people = members.ToDictionary(m => m.Id);
        return hits.Where(hit => people.ContainsKey(hit.Id)).ToDictionary(hit => hit.Id, hit => hit.Evidence
            .Select(one => Check(one, people[hit.Id], cases, reader)).OfType<CheckedEvidence>()
            .OrderByDescending(one => one.Weighted).ThenBy(one => one.Kind).ThenBy(one => one.Text, StringComparer.Ordinal).ToList());
    }

    private static CheckedEvidence? Check(PersonEvidence one, Member person, Dictionary<CaseId, Case> cases, Reader reader) => one.Kind switch
    {
        PersonEvidenceKind.CarriedCase => person.Has(Consent.CaseContact) && one.Case is { } id && cases.TryGetValue(id, out var carried)
            && (carried.AuthorId == person.Id || carried.Contacts.Any(contact => contact.MemberId == person.Id))
            && CaseShown.SpeaksFor(carried, person, reader)
            ? new CheckedEvidence(one.Kind, one.Relevance, carried, carried.Title) : null,
        PersonEvidenceKind.Topic => person.Topics.Contains(one.Text) ? new CheckedEvidence(one.Kind, one.Relevance, null, one.Text) : null,
        _ => person.Offers.Contains(one.Text) ? new CheckedEvidence(one.Kind, one.Relevance, null, one.Text) : null,
    };

    private async Task<Dictionary<OrganisationId, Organisation>> Organisations(IReadOnlyCollection<OrganisationId?> ids, CancellationToken stop)
    {
        var wanted = ids.OfType<OrganisationId>().Distinct().ToList();
        return wanted.Count == 0 ? [] : await db.Organisations.AsNoTracking().Where(o => wanted.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
    }

    private static Organisation? Find(Dictionary<OrganisationId, Organisation> organisations, OrganisationId? id) =>
        id is { } known ? organisations.GetValueOrDefault(known) : null;

    private static double Top(SearchAnswer found) =>
        Math.Max(found.Cases.Select(hit => hit.Relevance).DefaultIfEmpty().Max(), found.People.Select(hit => hit.Relevance).DefaultIfEmpty().Max());
}
