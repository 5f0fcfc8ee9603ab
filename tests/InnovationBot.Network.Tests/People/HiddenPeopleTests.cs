using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;

namespace InnovationBot.Network.Tests.People;

/// <summary>
/// People in every state at once, at random: whoever did not agree, is not there, has enough to do, or is not an ambassador yet stands
/// in no answer, list or search, and cannot be asked by an id from an older card either.
/// </summary>
public sealed class HiddenPeopleTests
{
    private const int People = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nobody_who_may_not_be_asked_is_shown_or_asked(int seed)
    {
        await using var given = await Given.On(StoreEngine.Sqlite);
        var random = new Random(seed);
        List<Member> people = [];
        for (var i = 0; i < People; i++) people.Add(await Somebody(given, random, $"Person{i:00}"));
        var before = await given.Asked(await given.Asker("Early"));
        foreach (var person in people.Where(_ => random.Next(3) == 0)) await given.Change<Member>(person.Id, member => Change(member, given.Now, random));

        var mia = await given.Asker("Mia");
        var now = await given.Read(db => Task.FromResult(db.Members.ToDictionary(member => member.Id)));
        var open = now.Values.Where(member => MayBeAsked(member, given.Now)).Select(member => member.Id).ToHashSet();
        open.Count.ShouldBeInRange(1, People - 20);

        (await given.Asked(mia)).People.Select(person => person.Suggestion.MemberId!.Value).ShouldAllBe(id => open.Contains(id));
        var named = open.Select(id => now[id].Name).ToHashSet();
        foreach (var text in new[] { "", "permits", "Person" })
        {
            var list = (await given.Do<ListAmbassadors, Result<AmbassadorList>>(list => list.Handle(new(mia.Id, text, Language.English), default))).Value;
            list.People.Select(one => one.Shown.Name).OfType<string>().ShouldAllBe(name => named.Contains(name) && now.Values.Single(member => member.Name == name).Ambassador == AmbassadorState.Confirmed);
        }

        foreach (var found in await given.Do<FindPeople, IReadOnlyList<FoundPerson>>(find => find.Handle(new(mia.Id, "Person", Language.English, 100), default)))
            now.Values.Single(member => member.Name == found.Shown.Name).ShouldSatisfyAllConditions(member => member.State.ShouldBe(MemberState.Active), member => member.Visibility.ShouldBe(Visibility.Listed), member => member.Has(Consent.Findable).ShouldBeTrue());

        foreach (var stale in before.People.Where(person => !open.Contains(person.Suggestion.MemberId!.Value)))
            (await given.Send(stale.Suggestion.Id, now.Values.Single(member => member.Name == "Early"))).Refusal.ShouldBe(IntroductionRefusals.PersonNotAvailable);
    }

    /// <summary>Said anew, from the rules and not from the code that keeps them.</summary>
    private static bool MayBeAsked(Member member, DateTimeOffset now) =>
        member.Name.StartsWith("Person", StringComparison.Ordinal) && member.State == MemberState.Active && member.Consents.Contains(Consent.Findable) && member.Consents.Contains(Consent.Contactable)
        && !(member.AwayUntil > now) && member.StoppedAt is null && member.Ambassador is not AmbassadorState.Applied;

    private static async Task<Member> Somebody(Given given, Random random, string name)
    {
        var person = await given.Ambassador(name, topic: random.Next(2) == 0 ? "building permits" : "permits nobody answers the phone about", visibility: (Visibility)random.Next(3));
        await given.Change<Member>(person.Id, member =>
        {
            member.Ambassador = (AmbassadorState)random.Next(4);
            if (random.Next(2) == 0) Change(member, given.Now, random);
        });
        return person;
    }

    private static void Change(Member member, DateTimeOffset now, Random random)
    {
        switch (random.Next(8))
        {
            case 0: member.State = MemberState.Invited; break;
            case 1: member.Pause(null); break;
            case 2: member.Leave(); break;
            case 3: member.Withdraw(Consent.Findable); break;
            case 4: member.Withdraw(Consent.Contactable); break;
            case 5: member.AwayUntil = now.AddDays(5); break;
            case 6: member.StoppedAt = now; break;
            default: member.Ambassador = AmbassadorState.Applied; break;
        }
    }
}
