using InnovationBot.Network.People;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Coalitions;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Problems;

public abstract class CoalitionTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Three_who_said_yes_are_shown_to_each_other_one_opens_the_chat_and_a_date_is_proposed()
    {
        var people = await Stuck("Mia", "Ines", "Jan", "Ana");
        await given.Later(TimeSpan.FromHours(1));
        var id = await given.Read(db => db.Coalitions.Select(c => c.Id).SingleAsync());
        foreach (var person in people) (await given.NoticesTo(person)).ShouldBe([CoalitionNotices.Asked]);
        (await given.Read(db => db.Notices.CountAsync(n => n.Kind == CoalitionNotices.Asked && !n.Unasked))).ShouldBe(0, "nobody asked to be asked");

        (await Say(id, people[0], yes: true, " ")).Refusal.ShouldBe(ProblemRefusals.TextMissing);
        await Say(id, people[0], yes: true, "Ours wait eleven weeks; ring +386 41 234 567.");
        var second = (await Say(id, people[1], yes: true)).Value;
        (second.Coalition.State, second.Others.Count, second.Asked).ShouldBe((CoalitionState.Asking, 0, 3), "two are too few to be shown");
        await Say(id, people[3], yes: false);

        var third = (await Say(id, people[2], yes: true)).Value;
        third.Coalition.State.ShouldBe(CoalitionState.Formed);
        third.Others.Select(one => one.Shown.Name).ShouldBe(["Mia", "Ines"]);
        third.Others[0].ShouldSatisfyAllConditions(mia => mia.IsOpener.ShouldBeTrue(), mia => mia.Words.ShouldBe("Ours wait eleven weeks; ring […]."));
        third.Coalition.MeetAt.ShouldBe(new DateTimeOffset(2027, 2, 10, 9, 0, 0, TimeSpan.Zero), "ten in the morning in Brussels, a week later");
        (await given.NoticesTo(people[0])).ShouldBe([CoalitionNotices.Asked, CoalitionNotices.Formed]);
        (await given.NoticesTo(people[3])).ShouldBe([CoalitionNotices.Asked]);

        (await Seen(id, people[3])).Value.Others.ShouldBeEmpty("whoever said no sees nobody");
        (await Seen(id, await given.Asker("Stranger"))).Refusal.ShouldBe(Refusal.NotFound);
        (await Say(id, people[3], yes: true)).Value.Others.Count.ShouldBe(3, "a late yes counts");
        (await Say(id, people[0], yes: false)).Value.Own.Answer.ShouldBe(CoalitionAnswer.Left, "the others had seen them");
        (await Seen(id, people[1])).Value.ShouldSatisfyAllConditions(
            view => view.Others.Select(one => one.Shown.Name).ShouldNotContain("Mia"), view => view.IsOpener.ShouldBeTrue("somebody opens the chat"));
        (await given.NoticesTo(people[1])).Count(kind => kind == CoalitionNotices.Formed).ShouldBe(2, "whoever opens the chat now hears so");

        (await given.Do<LeaveNetwork, Result<Member>>(use => use.Handle(people[1].Id, default))).Refusal.ShouldBeNull();
        (await Seen(id, people[2])).Value.ShouldSatisfyAllConditions(
            view => view.Others.Select(one => one.Shown.Name).ShouldBe(["Ana"]), view => view.IsOpener.ShouldBeTrue("nobody who left opens the chat"));
        (await given.NoticesTo(people[2])).ShouldContain(CoalitionNotices.Formed);
    }

    [Fact]
    public async Task The_yes_of_somebody_who_left_the_network_counts_no_longer()
    {
        var people = await Stuck("Mia", "Ines", "Jan", "Ana");
        await given.Later(TimeSpan.FromHours(1));
        var id = await given.Read(db => db.Coalitions.Select(c => c.Id).SingleAsync());
        await Say(id, people[0], yes: true);
        await given.Do<LeaveNetwork, Result<Member>>(use => use.Handle(people[0].Id, default));
        await Say(id, people[1], yes: true);
        (await Say(id, people[2], yes: true)).Value.Coalition.State.ShouldBe(CoalitionState.Asking);
    }

    [Fact]
    public async Task Without_three_it_comes_to_nothing_with_a_word_and_organisers_get_a_suggestion_for_an_event()
    {
        var (olga, people) = (await given.Organiser(), await Stuck("Mia", "Ines", "Jan"));
        await given.Later(TimeSpan.FromHours(1));
        var id = await given.Read(db => db.Coalitions.Select(c => c.Id).SingleAsync());
        await given.DeliverAll();
        await Say(id, people[0], yes: true);
        await given.Later(Coalition.Patience);
        (await given.NoticesTo(people[0])).ShouldBe([CoalitionNotices.Asked, CoalitionNotices.Lapsed]);
        (await given.NoticesTo(people[1])).ShouldBe([CoalitionNotices.Asked]);
        (await Say(id, people[1], yes: true)).Refusal.ShouldBe(Refusal.NoLongerOpen);

        var suggestion = (await given.Do<SuggestEvents, IReadOnlyList<EventSuggestion>>(use => use.Handle(olga.Id, default))).Single();
        (suggestion.Task, suggestion.People.IsShown).ShouldBe(("permit", false), "three are too few to be counted");
        (await given.Do<SuggestEvents, IReadOnlyList<EventSuggestion>>(use => use.Handle(people[0].Id, default))).ShouldBeEmpty();
        for (var day = 0; day < 60; day += 5) await given.Later(TimeSpan.FromDays(5));
        (await given.Read(db => db.Coalitions.CountAsync())).ShouldBe(1, "nobody is asked twice about one problem");
    }

    [Fact]
    public async Task Two_people_one_organisation_or_another_problem_make_none()
    {
        var one = await given.Organisation();
        foreach (var name in new[] { "Mia", "Ines", "Jan" }) await Keep(await Member(name, one), Given.Permits);
        await Keep(await Member("Ana", await given.Organisation("Archive")), "Archives lose their oldest papers in damp cellars");
        await given.Later(TimeSpan.FromHours(1));
        (await given.Read(db => db.Coalitions.CountAsync())).ShouldBe(0);
    }

    private async Task<List<Member>> Stuck(params string[] names)
    {
        List<Member> people = [];
        foreach (var name in names)
        {
            var member = await Member(name, await given.Organisation($"Town of {name}"));
            await Keep(member, $"{Given.Permits}, says {name}");
            people.Add(member);
        }

        return people;
    }

    private async Task<Member> Member(string name, Organisation organisation)
    {
        var member = await given.Asker(name, organisation);
        await given.Change<Member>(member.Id, m => m.State = MemberState.Active);
        return member;
    }

    private async Task Keep(Member by, string text)
    {
        var problem = (await given.Asked(by, text)).Problem.Id;
        (await given.Do<KeepProblem, Result<Problem>>(keep => keep.Handle(problem, by.Id, default))).Refusal.ShouldBeNull();
    }

    private Task<Result<CoalitionView>> Say(CoalitionId id, Member by, bool yes, string words = "Ours wait eleven weeks.")
    {
        given.Clock.Advance(TimeSpan.FromMinutes(1));
        return given.Do<AnswerCoalition, Result<CoalitionView>>(use => use.Handle(id, by.Id, yes, words, default));
    }

    private Task<Result<CoalitionView>> Seen(CoalitionId id, Member by) => given.Do<ShowCoalition, Result<CoalitionView>>(use => use.Handle(id, by.Id, default));
}

public sealed class CoalitionsOnSqlite() : CoalitionTests(StoreEngine.Sqlite);

public sealed class CoalitionsOnPostgres() : CoalitionTests(StoreEngine.Postgres);
