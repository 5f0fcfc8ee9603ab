using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Tests.Matching;

/// <summary>A year of ten thousand requests through the gates, the score and the rotation, day by day.</summary>
public sealed class FairnessTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<MemberId> Nobody = [];
    private static readonly Asker Mia = new(new MemberId(Guid.NewGuid()), Reader.Anybody, [Language.English], null, false, Tier.Local);
    private const int Requests = 10_000;
    private const int Days = 365;

    /// <summary>How many can be asked: at four a month each, room for a fifth more than is asked.</summary>
    private const int People = 300;

    private readonly Dictionary<MemberId, Queue<DateTimeOffset>> asked = [];
    private readonly List<(int Request, Member Giver, DateTimeOffset At)> log = [];

    [Fact]
    public void Over_a_year_caps_hold_nobody_is_asked_twice_for_one_problem_and_the_load_is_shared()
    {
        var people = Enumerable.Range(0, People).Select(n => Person(n, Start.AddYears(-2))).ToList();
        var newcomer = Person(People, Start.AddDays(180));

        for (var request = 0; request < Requests; request++)
        {
            var now = Start.AddDays((double)request * Days / Requests);
            var there = now < newcomer.AmbassadorSince ? people : [.. people, newcomer];
            Ask(request, there, now);
        }

        foreach (var giver in log.GroupBy(one => one.Giver))
        {
            var times = giver.Select(one => one.At).ToList();
            for (var i = giver.Key.MonthlyCap; i < times.Count; i++)
                (times[i] - times[i - giver.Key.MonthlyCap]).ShouldBeGreaterThanOrEqualTo(Introduction.Month);
        }

        log.GroupBy(one => one.Request).ShouldAllBe(request => request.DistinctBy(one => one.Giver.Id).Count() == request.Count());
        log.Count.ShouldBeGreaterThan(Requests * 9 / 10);
        Gini([.. people.Select(person => log.Count(one => one.Giver == person))]).ShouldBeLessThan(0.5);
        (log.First(one => one.Giver == newcomer).At - newcomer.AmbassadorSince!.Value).ShouldBeLessThan(TimeSpan.FromDays(30));
    }

    /// <summary>Everybody has one of ten topics; a fifth of the requests pass the first person by and reach the next.</summary>
    private void Ask(int request, IReadOnlyList<Member> people, DateTimeOffset now)
    {
        var problem = new ProblemId(new Guid(request + 1, 0, 0, new byte[8]));
        var fit = people.Where(person => person.Topics[0] == $"topic {request % 10}").ToList();
        var before = new HashSet<MemberId>();
        for (var attempt = 0; attempt < (request % 5 == 0 ? 2 : 1); attempt++)
        {
            var scored = fit.Select(person => new Candidate(person, null, LoadOf(person, now), [new CheckedEvidence(PersonEvidenceKind.Topic, 1, null, person.Topics[0])]))
                .Where(candidate => PersonGate.Closed(candidate, Mia, Nobody, before, now) is null)
                .Select(candidate => (candidate, PersonScore.Of(candidate, Mia, medianLoad: 8, now)));
            if (Rotation.Order(scored, problem, now) is not [var (chosen, _), ..]) return;

            before.Add(chosen.Member.Id);
            Times(chosen.Member).Enqueue(now);
            log.Add((request, chosen.Member, now));
        }
    }

    private Load LoadOf(Member person, DateTimeOffset now)
    {
        var times = Times(person);
        while (times.Count > 0 && times.Peek() <= now - MatchingPolicy.LoadWindow) times.Dequeue();
        return new Load(Open: 0, times.Count(at => at > now - Introduction.Month), times.Count, times.Count > 0 ? times.Last() : null);
    }

    private Queue<DateTimeOffset> Times(Member person) => asked.TryGetValue(person.Id, out var times) ? times : asked[person.Id] = new Queue<DateTimeOffset>();

    private static Member Person(int number, DateTimeOffset since)
    {
        var person = new Member
        {
            Id = new MemberId(new Guid(number + 1, 1, 0, new byte[8])), State = MemberState.Active, Languages = [Language.English], Topics = [$"topic {number % 10}"],
            Ambassador = AmbassadorState.Confirmed, AmbassadorSince = since, MonthlyCap = 4,
        };
        person.Give(Consent.Findable);
        person.Give(Consent.Contactable);
        return person;
    }

    /// <summary>0 when all have the same, 1 when one has everything.</summary>
    private static double Gini(int[] loads)
    {
        Array.Sort(loads);
        var (sum, weighted) = (0.0, 0.0);
        for (var i = 0; i < loads.Length; i++)
        {
            sum += loads[i];
            weighted += (i + 1.0) * loads[i];
        }

        return (2 * weighted / (loads.Length * sum)) - ((loads.Length + 1.0) / loads.Length);
    }
}
