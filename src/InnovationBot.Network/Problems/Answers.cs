using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reading;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.Problems.Concreteness;
using InnovationBot.Network.Problems.Counting;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Problems;

/// <summary>Searches for a problem and keeps what was found as its suggestions; or shows those again as far as they still hold.</summary>
public sealed class Answers(
    NetworkDb db, Matcher matcher, Loads loads, IConcreteness concreteness, ITasks tasks, Desk.Desks desks, InvitedWhoMayHelp invited, FindShortAnswers shortAnswers, HoursAhead hours, TimeProvider clock)
{
    /// <summary>Concretising questions for one problem; then it is good enough as it is.</summary>
    private const int MostQuestions = 2;

    /// <summary>Searches anew, without what was dismissed. Nothing is saved yet.</summary>
    public async Task<Answer> Find(Problem problem, Member owner, CancellationToken stop)
    {
        var finding = await concreteness.Assess(problem.Text, problem.Language, stop);
        problem.Elements = [.. finding.Elements];
        problem.Tasks = [.. tasks.Of(problem.Service ?? "", problem.Language) is { Count: > 0 } named ? named : tasks.Of(problem.Text, problem.Language)];
        var organisation = await db.OrganisationOf(owner.OrganisationId, stop);
        var asker = Asker.Of(owner, organisation, problem);

        var known = db.Entry(problem).State == EntityState.Added ? [] : await db.Suggestions.Where(s => s.ProblemId == problem.Id).ToListAsync(stop);
        var match = await matcher.Find(problem, asker, DismissedOf(known), stop, theme: finding.IsAbstract ? finding.Question : null);
        problem.Fit = match.Fit;

        var (cases, people) = Store(problem, known, match, asker);
        return new Answer(
            problem, match.Fit, finding.IsAbstract, await Ask(problem, finding, stop), cases, people,
            await desks.For(owner, organisation, ownOrganisation: true, stop) is not null)
        {
            ShortAnswers = await shortAnswers.Handle(problem.Text, problem.Language, stop),
            SomebodyInvited = await SomebodyInvited(match.Fit, cases, people, mark: true, stop),
            Counts = CaseCounts.Of(match.Fitting),
        };
    }

    /// <summary>What was suggested, without whatever may no longer be shown: consent, state, readers and limits are looked up now.</summary>
    public async Task<Answer> Show(Problem problem, Member owner, CancellationToken stop)
    {
        var isAbstract = !problem.Elements.Contains(ProblemElement.What);
        var organisation = await db.OrganisationOf(owner.OrganisationId, stop);
        var asker = Asker.Of(owner, organisation, problem);
        var current = await db.Suggestions.Where(s => s.ProblemId == problem.Id && s.Current && !s.Dismissed).ToListAsync(stop);

        var cases = await Cases([.. current.Where(s => s.CaseId is not null).OrderBy(Place).ThenByDescending(s => s.CreatedAt).ThenBy(s => s.Rank)], asker.Reader, stop);
        var people = await People([.. current.Where(s => s.MemberId is not null).OrderBy(s => s.Rank)], problem, asker, stop);
        var question = isAbstract && await db.OpenQuestions.AnyAsync(q => q.MemberId == owner.Id && q.Subject == problem.Id.Value, stop) ? problem.Asked : null;
        return new Answer(
            problem, problem.Fit, isAbstract, question, [.. cases.Take(MatchingPolicy.MostCases)], people,
            await desks.For(owner, organisation, ownOrganisation: true, stop) is not null)
        {
            ShortAnswers = await shortAnswers.Handle(problem.Text, problem.Language, stop),
            SomebodyInvited = await SomebodyInvited(problem.Fit, cases, people, mark: false, stop),
            Counts = problem.Fit == Fit.Fits ? CaseCounts.Of(await Fitting(problem, owner, stop)) : null,
        };

        // The best fit stays first; what has arrived since comes before the rest of the older answer.
        static int Place(Suggestion suggestion) => suggestion.Slot switch { Slot.Best => 0, Slot.News => 1, _ => 2 };
    }

    /// <summary>All cases near enough to the best that the owner may read now, without what was dismissed; none unless the search is sure.</summary>
    public async Task<IReadOnlyList<Case>> Fitting(Problem problem, Member owner, CancellationToken stop)
    {
        var asker = Asker.Of(owner, await db.OrganisationOf(owner.OrganisationId, stop), problem);
        var known = await db.Suggestions.AsNoTracking().Where(s => s.ProblemId == problem.Id && s.Dismissed).ToListAsync(stop);
        return await matcher.Fitting(problem, asker, DismissedOf(known), stop);
    }

    /// <summary>What to ask when the owner says that nothing fits: what is missing, else about the last time.</summary>
    public async Task<ConcreteQuestion> QuestionFor(Problem problem, CancellationToken stop)
    {
        var question = (await concreteness.Assess(problem.Text, problem.Language, stop)).Question ?? ConcreteQuestion.LastTime;
        problem.Asked = question;
        return question;
    }

    private Task<bool> SomebodyInvited(Fit fit, List<SuggestedCase> cases, List<SuggestedPerson> people, bool mark, CancellationToken stop) => invited.Any(
        fit == Fit.Fits && cases.Count > 0 ? cases[0].Case.Id : null, [.. people.Select(person => person.Suggestion.MemberId).OfType<MemberId>()], mark, stop);

    private async Task<ConcreteQuestion?> Ask(Problem problem, ConcreteFinding finding, CancellationToken stop)
    {
        if (!finding.IsAbstract || finding.Question is null || problem.QuestionsAsked >= MostQuestions) return null;

        problem.QuestionsAsked++;
        problem.Asked = finding.Question;
        await db.Ask(problem.OwnerId, ProblemQuestions.Concretise, problem.Id.Value, clock.GetUtcNow(), stop);
        return finding.Question;
    }

    private static Dismissed DismissedOf(IReadOnlyCollection<Suggestion> known)
    {
        var dismissed = known.Where(s => s.Dismissed).ToList();
        return dismissed.Count == 0 ? Dismissed.Nothing : new Dismissed(
            dismissed.Select(s => s.CaseId).OfType<CaseId>().ToHashSet(), dismissed.Select(s => s.MemberId).OfType<MemberId>().ToHashSet());
    }

    private (List<SuggestedCase>, List<SuggestedPerson>) Store(Problem problem, List<Suggestion> known, Match match, Asker asker)
    {
        var now = clock.GetUtcNow();
        foreach (var earlier in known) earlier.Current = false;

        List<SuggestedCase> cases = [];
        foreach (var (chosen, rank) in match.Cases.Select((chosen, rank) => (chosen, rank)))
        {
            var kept = Keep(known.Find(s => s.CaseId == chosen.Case.Id), chosen.Case.Id, null);
            (kept.Slot, kept.Rank, kept.Score, kept.Reasons, kept.Parts) = (chosen.Slot, rank, chosen.Score, chosen.Reasons, [.. chosen.Parts]);
            var (organisation, kind) = CaseShown.Of(chosen.Case, chosen.Organisation);
            cases.Add(new SuggestedCase(kept, chosen.Case, organisation, kind) { Confirmation = Confirmation.Of(chosen.Case, now) });
            db.Facts.Add(new Fact
            {
                Kind = FactKind.Shown, At = now, CaseId = chosen.Case.Id, Tier = chosen.Case.Tier, Country = chosen.Case.Country,
                PolicyArea = chosen.Case.PolicyArea, Language = problem.Language,
            });
        }

        List<SuggestedPerson> people = [];
        foreach (var (chosen, rank) in match.People.Select((chosen, rank) => (chosen, rank)))
        {
            var kept = Keep(known.Find(s => s.MemberId == chosen.Member.Id), null, chosen.Member.Id);
            (kept.Slot, kept.Rank, kept.Score, kept.Reasons, kept.Parts) = (Slot.Person, rank, chosen.Score, chosen.Reasons, [.. chosen.Parts]);
            kept.OpenHourId = chosen.OpenHour;
            people.Add(Shown(kept, chosen.Member, chosen.Organisation, asker) with { HasOpenHour = chosen.OpenHour is not null, OnlyOpenHour = chosen.OnlyOpenHour });
        }

        return (cases, people);

        Suggestion Keep(Suggestion? earlier, CaseId? @case, MemberId? person)
        {
            var kept = earlier ?? db.Suggestions.Add(new Suggestion
            {
                Id = EntityId.New<SuggestionId>(now), ProblemId = problem.Id, CaseId = @case, MemberId = person, CreatedAt = now,
            }).Entity;
            (kept.Current, kept.PolicyVersion) = (true, MatchingPolicy.Version);
            return kept;
        }
    }

    private static SuggestedPerson Shown(Suggestion suggestion, Member member, Organisation? organisation, Asker asker, Predicate<Introductions.Reason>? mayTell = null)
    {
        var shown = asker.Reader.Show(member, organisation, asker.Languages);
        var told = mayTell is null ? suggestion.Reasons : Reasons.Without(suggestion.Reasons, reason => !mayTell(reason));
        return new SuggestedPerson(suggestion, shown, shown.IsNamed ? told : Reasons.WithoutPerson(told));
    }

    private async Task<List<SuggestedCase>> Cases(IReadOnlyList<Suggestion> suggestions, Reader reader, CancellationToken stop)
    {
        var ids = suggestions.Select(s => s.CaseId).OfType<CaseId>().ToList();
        var cases = await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        List<SuggestedCase> shown = [];
        foreach (var suggestion in suggestions)
        {
            if (suggestion.CaseId is not { } id || !cases.TryGetValue(id, out var @case)) continue;
            var (organisation, kind) = CaseShown.Of(@case, await db.OrganisationOf(@case.OrganisationId, stop));
            shown.Add(new SuggestedCase(suggestion, @case, organisation, kind) { Confirmation = Confirmation.Of(@case, clock.GetUtcNow()) });
        }

        return shown;
    }

    private async Task<List<SuggestedPerson>> People(IReadOnlyList<Suggestion> suggestions, Problem problem, Asker asker, CancellationToken stop)
    {
        if (suggestions.Count == 0) return [];

        var now = clock.GetUtcNow();
        var ids = suggestions.Select(s => s.MemberId).OfType<MemberId>().ToList();
        var members = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        var load = await loads.Of(ids, now, stop);
        var carried = await Carried(suggestions, asker.Reader, stop);
        var apart = await matcher.Apart(asker.Id, stop);
        var asked = await matcher.Asked(problem.Id, stop);
        var ahead = await hours.WithPlaces(ids, stop);
        var standIns = await StandIns(suggestions, now, stop);
        List<SuggestedPerson> shown = [];
        foreach (var suggestion in suggestions)
        {
            if (suggestion.MemberId is not { } id || !members.TryGetValue(id, out var member)) continue;
            if (StandsIn(suggestion) && !standIns.Contains(id)) continue; // whoever was away is back
            var organisation = await db.OrganisationOf(member.OrganisationId, stop);
            var candidate = new Candidate(member, organisation, load.GetValueOrDefault(id, Load.None), []);
            var gate = PersonGate.Closed(candidate, asker, apart, asked, now);
            var hasHour = suggestion.OpenHourId is { } hour && ahead.GetValueOrDefault(id)?.Id == hour;
            if (gate is null || (gate == Gate.Limit && hasHour))
                shown.Add(Shown(suggestion, member, organisation, asker, reason => MayTell(reason, member)) with { HasOpenHour = hasHour, OnlyOpenHour = gate is not null });
        }

        return shown;

        // The case was made to show less since, or is read by fewer.
        bool MayTell(Introductions.Reason reason, Member member) =>
            reason.Case is not { } id || (carried.TryGetValue(id, out var @case) && CaseShown.SpeaksFor(@case, member, asker.Reader));
    }

    private static bool StandsIn(Suggestion suggestion) => suggestion.Reasons.Exists(reason => reason.Kind == Introductions.ReasonKind.Deputy);

    /// <summary>Those of the deputies suggested who stand in for somebody now.</summary>
    private async Task<HashSet<MemberId>> StandIns(IReadOnlyList<Suggestion> suggestions, DateTimeOffset now, CancellationToken stop)
    {
        var ids = suggestions.Where(StandsIn).Select(s => s.MemberId).ToList();
        return ids.Count == 0 ? [] : [.. (await db.Members.AsNoTracking().Where(m => ids.Contains(m.DeputyId)).ToListAsync(stop)).Where(m => m.IsRepresented(now)).Select(m => m.DeputyId!.Value)];
    }

    private async Task<Dictionary<CaseId, Case>> Carried(IReadOnlyList<Suggestion> suggestions, Reader reader, CancellationToken stop)
    {
        var ids = suggestions.SelectMany(s => s.Reasons).Select(reason => reason.Case).OfType<CaseId>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Cases.AsNoTracking().Where(CaseAccess.ReadableBy(reader)).Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
    }
}
