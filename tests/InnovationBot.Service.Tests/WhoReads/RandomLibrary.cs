using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Reports;
using InnovationBot.Network.Cases.Reuses;
using InnovationBot.Network.Cases.Upkeep;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using Microsoft.EntityFrameworkCore;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Service.Tests.WhoReads;

/// <summary>
/// A library of chance in which every combination of readers, state and how the organisation is shown occurs, every text of a case holds a word of its
/// own, and all are about the same problem. Who may read what is decided here by DOMAIN's table, not by the product's own rule.
/// </summary>
internal sealed class RandomLibrary
{
    public const string Problem = "People wait eleven weeks for a building permit and nobody answers the phone";

    private readonly Random random;
    private readonly DateTimeOffset now;

    public RandomLibrary(int seed, DateTimeOffset now)
    {
        (random, this.now) = (new Random(seed), now);
        Organisations = [.. Enum.GetValues<Sector>().Concat([Sector.Public]).Select((sector, number) => new Organisation
        {
            Id = EntityId.New<OrganisationId>(now), Key = $"o{number}", Name = $"Zworg{Letters(number)}", Tier = Any<Tier>(), Sector = sector, Country = "SI",
        })];
        People = [.. Enumerable.Range(0, 6).Select(Person)];
        foreach (var state in Enum.GetValues<CaseState>())
            foreach (var readers in Enum.GetValues<Readers>())
                foreach (var shown in Enum.GetValues<ShownAs>()) Cases.Add(Case(Cases.Count, state, readers, shown));
    }

    public IReadOnlyList<Organisation> Organisations { get; }

    /// <summary>Every kind of belonging, with roles of chance; who has no organisation may be anybody of the tenant.</summary>
    public IReadOnlyList<Member> People { get; }

    public List<Case> Cases { get; } = [];

    /// <summary>The word that stands in every text of the case and nowhere else.</summary>
    public string Word(Case @case) => $"zwq{Letters(Cases.IndexOf(@case))}";

    /// <summary>DOMAIN 6.8.</summary>
    public bool MayRead(Member person, Case @case)
    {
        if (@case.AuthorId == Ids.GetValueOrDefault(person.Id, person.Id)) return true; // drafts and what was withdrawn too
        if (@case.ReportedAt is not null && person.Has(Role.Organiser)) return true;
        if (@case.State is not (CaseState.Published or CaseState.Archived)) return false;
        var confirmed = person.OrganisationProof != OrganisationProof.Claimed ? Organisations.SingleOrDefault(o => o.Id == person.OrganisationId) : null;
        return @case.Readers switch
        {
            Readers.Network => true,
            Readers.PublicBodies => confirmed?.Sector == Sector.Public,
            Readers.Organisation => confirmed is not null && confirmed.Id == @case.OrganisationId,
            _ => false,
        };
    }

    public async Task Store(NetworkDb db, CancellationToken stop)
    {
        db.AddRange(Organisations);
        foreach (var person in People)
        {
            // the person wrote before, so that the channel knows them
            var known = await db.Members.SingleAsync(m => m.Name == person.Name, stop);
            (known.OrganisationId, known.OrganisationProof, known.State, known.Roles, known.Consents) = (person.OrganisationId, person.OrganisationProof, person.State, person.Roles, person.Consents);
            foreach (var @case in Cases.Where(c => c.AuthorId == person.Id)) @case.AuthorId = known.Id;
            foreach (var contact in Cases.SelectMany(c => c.Contacts).Where(contact => contact.MemberId == person.Id).ToList())
            {
                var @case = Cases.Single(c => c.Contacts.Contains(contact));
                @case.Contacts.Remove(contact);
                @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = known.Id });
            }

            Ids[person.Id] = known.Id;
        }

        db.AddRange(Cases);
        var elsewhere = new Member { Id = EntityId.New<MemberId>(now), Name = "Somebody elsewhere", State = MemberState.Active, CreatedAt = now };
        db.Add(elsewhere);
        foreach (var @case in Cases)
        {
            db.Add(Change.Of(ChangedKind.Case, @case.Id.Value, now));
            var somebody = Ids[People[random.Next(People.Count)].Id];
            if (@case.ReportedAt is not null) db.Add(new CaseReport { Id = EntityId.New<CaseReportId>(now), CaseId = @case.Id, Kind = ReportKind.Wrong, Text = "x", CreatedAt = now, ReporterId = somebody });
            db.Add(CaseQuestion.Of(@case.Id, CaseQuestionKind.StillTrue, elsewhere.Id, null, Ids[People[0].Id], now));
            var partner = new CasePartner { Id = EntityId.New<CasePartnerId>(now), CaseId = @case.Id, Name = $"Partner {Word(@case)}" };
            partner.Ask(somebody, now);
            db.Add(partner);
            db.Add(new Reuse { Id = EntityId.New<ReuseId>(now), CaseId = @case.Id, MemberId = somebody, CreatedAt = now });
            db.Add(new CaseDraft { Id = EntityId.New<CaseDraftId>(now), AuthorId = @case.AuthorId ?? elsewhere.Id, CaseId = @case.Id, Content = @case.Content(null, false), CreatedAt = now, SavedAt = now });
            db.Add(new CaseVersion { CaseId = @case.Id, Number = 1, At = now, Content = @case.Content(null, false) });
            foreach (var owner in Ids.Values) db.Add(new CaseHelp { CaseId = @case.Id, MemberId = owner, At = now });
        }

        // answers from when everybody could read everything
        foreach (var owner in Ids.Values)
        {
            var problem = new Problem { Id = EntityId.New<ProblemId>(now), OwnerId = owner, Text = Problem, Language = Language.English, CreatedAt = now };
            db.Add(problem);
            db.AddRange(Cases.Select((@case, rank) => new Suggestion
            {
                Id = EntityId.New<SuggestionId>(now), ProblemId = problem.Id, CaseId = @case.Id, Slot = rank % 2 == 0 ? Slot.Best : Slot.News, Rank = rank, Score = 1, CreatedAt = now,
            }));
        }
    }

    /// <summary>By the ids here, those of the people as the store knows them.</summary>
    public Dictionary<MemberId, MemberId> Ids { get; } = [];

    private Member Person(int number)
    {
        var organisation = number == 0 ? null : Organisations[random.Next(Organisations.Count)];
        var person = new Member
        {
            Id = EntityId.New<MemberId>(now), Name = $"Reader {number}", OrganisationId = organisation?.Id,
            OrganisationProof = number % 3 == 1 ? OrganisationProof.Claimed : Any(OrganisationProof.Import, OrganisationProof.EmailDomain, OrganisationProof.Organiser),
            State = number == 0 ? MemberState.Met : MemberState.Active, CreatedAt = now,
        };
        if (number >= 3) person.Give(Any(Role.Organiser, Role.Administrator, Role.OrganisationOrganiser, Role.ContactPoint));
        foreach (var consent in Enum.GetValues<Consent>())
            if (random.Next(2) == 0) person.Give(consent);
        return person;
    }

    private Case Case(int number, CaseState state, Readers readers, ShownAs shown)
    {
        var word = $"zwq{Letters(number)}";
        var organisation = random.Next(6) == 0 ? null : Organisations[random.Next(Organisations.Count)];
        var @case = new Case
        {
            Id = EntityId.New<CaseId>(now), Key = $"key-{number}", Title = $"Permits {word}", Problem = $"{Problem}. {word}", WhatWasDone = $"We called everybody. {word}", Outcome = Any<Outcome>(),
            Result = random.Next(4) == 0 ? null : $"Six weeks {word}", Lesson = random.Next(4) == 0 ? null : $"Call first {word}", Service = word, Affected = word, FirstNextTime = word,
            WorksElsewhereWhen = word, UsersHow = word, Users = Any<UsersPart>(), PolicyArea = $"Housing {word}", Tier = Any<Tier>(), Sector = Any<Sector>(), Country = "SI", Tags = [word],
            Partners = [$"Partner {word}"], Links = [$"https://town.example/{word}"], Year = random.Next(2010, 2027), Language = Language.English, EnglishTitle = word, EnglishLesson = word,
            Barriers = [Any<Network.Barrier>()], OrganisationId = organisation?.Id, Readers = readers, ShownAs = shown, State = state,
            AuthorId = random.Next(5) == 0 ? People[random.Next(1, People.Count)].Id : null, ReportedAt = random.Next(4) == 0 ? now : null, CreatedAt = now, PublishedAt = now,
            ConfirmedAt = random.Next(2) == 0 ? now : now.AddYears(-3),
        };
        if (random.Next(3) == 0) @case.Contacts.Add(new CaseContact { CaseId = @case.Id, MemberId = People[random.Next(People.Count)].Id });
        return @case;
    }

    private T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private T Any<T>() where T : struct, Enum => Any(Enum.GetValues<T>());

    /// <summary>A word that no text of the bot holds, and that no other begins with.</summary>
    private static string Letters(int number) => $"{(char)('b' + (number / 20))}{(char)('c' + (number % 20))}xk";
}
