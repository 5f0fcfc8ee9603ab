using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Tests.Matching;

public sealed class PersonMatchingTests
{
    private static readonly DateTimeOffset Now = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);
    private static readonly ProblemId Problem = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly HashSet<MemberId> Nobody = [];
    private static readonly Asker Mia = new(new MemberId(Guid.NewGuid()), Reader.Anybody, [Language.English], null, false, Tier.Local);

    [Fact]
    public void Gates_come_before_everything_else()
    {
        Gate(Person()).ShouldBeNull();
        Gate(Person(m => m.State = MemberState.Paused)).ShouldBe(Network.Introductions.Matching.Gate.Hidden);
        Gate(Person(m => m.State = MemberState.Left)).ShouldBe(Network.Introductions.Matching.Gate.Hidden);
        Gate(Person(m => m.State = MemberState.Invited)).ShouldBe(Network.Introductions.Matching.Gate.Hidden);
        Gate(Person(m => m.Withdraw(Consent.Findable))).ShouldBe(Network.Introductions.Matching.Gate.Hidden);
        Gate(Person(m => m.Withdraw(Consent.Contactable))).ShouldBe(Network.Introductions.Matching.Gate.Hidden);
        Gate(Person(m => m.AwayUntil = Now.AddMinutes(1))).ShouldBe(Network.Introductions.Matching.Gate.Hidden);
        Gate(Person(m => m.Languages = [new Language("sl")])).ShouldBe(Network.Introductions.Matching.Gate.Language);
        Gate(Person(load: new Load(2, 2, 2, Now))).ShouldBe(Network.Introductions.Matching.Gate.Limit);
        Gate(Person(load: new Load(0, 3, 3, Now))).ShouldBe(Network.Introductions.Matching.Gate.Limit);
        var jan = Person();
        PersonGate.Closed(jan, Mia with { Id = jan.Member.Id }, Nobody, Nobody, Now).ShouldBe(Network.Introductions.Matching.Gate.Asker);
        PersonGate.Closed(jan, Mia, new HashSet<MemberId> { jan.Member.Id }, Nobody, Now).ShouldBe(Network.Introductions.Matching.Gate.Apart);
        PersonGate.Closed(jan, Mia, Nobody, new HashSet<MemberId> { jan.Member.Id }, Now).ShouldBe(Network.Introductions.Matching.Gate.AskedBefore);
    }

    [Fact]
    public void The_score_is_the_weighted_sum_of_its_components()
    {
        var score = PersonScore.Of(Person(), Mia, medianLoad: 0, Now);
        score.Total.ShouldBe(0.45 * 0.9 + 0.15 * 0.5 + 0.15 * 0.5 + 0.10 * 1 + 0.10 * 1 + 0.05 * 0.5, 1e-9);
        new PersonScore(1, 1, 1, 1, 1, 1, 0).Total.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_carried_case_says_more_than_a_topic_and_what_failed_about_as_much_as_what_succeeded()
    {
        var carried = PersonScore.Of(Person(evidence: Carried(Outcome.Succeeded)), Mia, 0, Now).Total;
        var failed = PersonScore.Of(Person(evidence: Carried(Outcome.Failed)), Mia, 0, Now).Total;
        var tooEarly = PersonScore.Of(Person(evidence: Carried(Outcome.TooEarly)), Mia, 0, Now).Total;
        carried.ShouldBeGreaterThan(PersonScore.Of(Person(), Mia, 0, Now).Total);
        (carried - failed).ShouldBe(0.15 * 0.1, 1e-9);
        (failed - tooEarly).ShouldBe(0.15 * 0.4, 1e-9);
    }

    [Fact]
    public void Being_asked_often_costs_up_to_a_fifth_and_never_how_somebody_answered()
    {
        double Loaded(int asks, double median) => PersonScore.Of(Person(load: new Load(0, 0, asks, Now)), Mia, median, Now).Total;
        (Loaded(0, 2) - Loaded(2, 2)).ShouldBe(0.10, 1e-9);
        (Loaded(0, 2) - Loaded(20, 2)).ShouldBe(0.20, 1e-9);
        (Loaded(0, 0) - Loaded(1, 0)).ShouldBe(0.10, 1e-9);
    }

    [Fact]
    public void Among_those_near_the_best_new_ambassadors_and_then_those_who_waited_longest_go_first()
    {
        var asked = Scored("asked", 0.80, Person(load: new Load(0, 0, 1, Now.AddDays(-3))));
        var waited = Scored("waited", 0.76, Person(load: new Load(0, 0, 1, Now.AddDays(-30))));
        var newcomer = Scored("new", 0.755, Person(m => m.AmbassadorSince = Now.AddDays(-10)));
        var far = Scored("far", 0.70, Person(m => m.AmbassadorSince = Now.AddDays(-10)));

        Rotation.Order([far, asked, newcomer, waited], Problem, Now).Select(one => one.Candidate.Member.Name).ShouldBe(["new", "waited", "asked", "far"]);
        Rotation.Order([waited, newcomer, asked, far], Problem, Now).Select(one => one.Candidate.Member.Name).ShouldBe(["new", "waited", "asked", "far"]);
    }

    [Fact]
    public void Equals_take_turns_over_many_problems()
    {
        var equals = Enumerable.Range(0, 5).Select(n => Scored($"{n}", 0.8, Person())).ToList();
        var firsts = Enumerable.Range(1, 200).Select(n => Rotation.Order(equals, new ProblemId(new Guid(n, 0, 0, new byte[8])), Now)[0].Candidate.Member.Name);
        firsts.CountBy(name => name).ShouldAllBe(count => count.Value > 15);
    }

    [Fact]
    public void Reasons_name_only_what_is_stored_and_nothing_of_an_unnamed_person()
    {
        var reasons = Reasons.For(Person(evidence: Carried(Outcome.Failed)), Mia);
        reasons.Select(reason => reason.Kind).ShouldBe([ReasonKind.CarriedCase, ReasonKind.SpeaksLanguage]);
        reasons[0].Facts["year"].ShouldBe("2026");

        var masked = Reasons.WithoutPerson(reasons);
        masked[0].Kind.ShouldBe(ReasonKind.CarriedSimilarCase);
        masked[0].Facts.ShouldBeEmpty();
    }

    private static Gate? Gate(Candidate person) => PersonGate.Closed(person, Mia, Nobody, Nobody, Now);

    private static (Candidate, PersonScore) Scored(string name, double total, Candidate person)
    {
        person.Member.Name = name;
        return (person, new PersonScore(total / 0.45, 0, 0, 0, 0, 0, 0));
    }

    private static CheckedEvidence Carried(Outcome outcome) => new(
        PersonEvidenceKind.CarriedCase, 1, new Case { Key = "k", Title = "Night desk", Problem = "p", WhatWasDone = "w", Outcome = outcome, Year = 2026 }, "Night desk");

    private static Candidate Person(Action<Member>? change = null, Load? load = null, CheckedEvidence? evidence = null)
    {
        var member = new Member
        {
            Id = new MemberId(Guid.NewGuid()), State = MemberState.Active, Languages = [Language.English], Topics = ["permits"],
            Ambassador = AmbassadorState.Confirmed, AmbassadorSince = Now.AddYears(-1),
        };
        member.Give(Consent.Findable);
        member.Give(Consent.Contactable);
        change?.Invoke(member);
        return new Candidate(member, null, load ?? Load.None, [evidence ?? new CheckedEvidence(PersonEvidenceKind.Topic, 1, null, "permits")]);
    }
}
