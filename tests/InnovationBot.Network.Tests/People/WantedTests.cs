using InnovationBot.Network.Cases;
using InnovationBot.Network.Figures;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors.Wanted;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

/// <summary>Tasks that many asked about and no ambassador covers, and those who are asked in private.</summary>
public abstract class WantedTests(StoreEngine engine) : NetworkTests(engine)
{
    private const string School = "The school is too small";

    [Fact]
    public async Task A_task_is_listed_once_five_people_of_two_organisations_asked_about_it_of_late()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        await Asked(4);
        (await List(olga)).ShouldBeEmpty("four people are few");
        await Asked(1, "Fifth");
        var only = (await List(olga)).Single();
        (only.Task, only.Asked, only.AnyAuthor).ShouldBe(("school", Figure.Of(5), false));
        (await List(mia)).ShouldBeEmpty("only for organisers");
        await Asked(1, "Sixth");
        (await List(olga)).Single().Asked.ShouldBe(Figure.Of(5), "one more is nobody's business");
        await given.Later(UncoveredTasks.Window + TimeSpan.FromDays(1));
        (await List(olga)).ShouldBeEmpty("long ago");
    }

    [Fact]
    public async Task An_active_ambassador_covers_a_task_by_a_topic_or_a_case()
    {
        var olga = await given.Organiser();
        await Asked(6);
        var ana = await given.Ambassador("Ana", topic: "school places");
        (await List(olga)).ShouldBeEmpty();
        await given.Change<Member>(ana.Id, m => m.Pause(null));
        (await List(olga)).Single().Task.ShouldBe("school", "paused");
        await given.Case("School places", "The school was full.", contact: await given.Ambassador("Jan", topic: "nothing like it"));
        (await List(olga)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_who_carried_a_case_are_asked_privately_once_and_nothing_tells_who()
    {
        var (olga, mia) = (await given.Organiser(), await given.Asker());
        await Asked(6);
        var carol = await Author("Carol");
        var hidden = await Author("Hidden", agrees: false);
        var open = (await List(olga)).Single();
        (open.Authors, open.AnyAuthor).ShouldBe((Figure.Few, true));

        (await Ask(mia)).Refusal.ShouldBe(Refusal.NotFound);
        (await Ask(olga)).Refusal.ShouldBeNull();
        (await Ask(olga)).Refusal.ShouldBeNull("asked twice is asked once");
        (await given.NoticesTo(carol)).ShouldBe([AskForAmbassadors.Wanted]);
        (await given.NoticesTo(hidden)).ShouldBeEmpty();
        (await given.Read(db => db.Notices.SingleAsync(n => n.Kind == AskForAmbassadors.Wanted))).Unasked.ShouldBeTrue();
        (await List(olga)).Single().AskedAt.ShouldBe(given.Now);
        (await given.Read(db => db.AuditEvents.SingleAsync(a => a.Act == Network.People.Privacy.AuditAct.AmbassadorsWanted))).Subject.ShouldBeNull();
    }

    [Fact]
    public async Task Failed_messages_are_counted_by_reason_and_few_are_not_told_apart()
    {
        var olga = await given.Organiser();
        var people = await Asked(6);
        foreach (var person in people) await Failed(person, FailureReason.NotInstalled);
        await Failed(people[0], FailureReason.Blocked);
        await Failed(people[1], FailureReason.Cancelled);
        var counted = await given.Do<CountFailures, IReadOnlyList<FailedDeliveries>>(count => count.Handle(olga.Id, default));
        counted.ShouldBe([new(FailureReason.NotInstalled, Figure.Of(6)), new(FailureReason.Blocked, Figure.Few)]);
        (await given.Do<CountFailures, IReadOnlyList<FailedDeliveries>>(count => count.Handle(people[0].Id, default))).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<Member>> Asked(int people, string name = "Asker")
    {
        List<Member> askers = [];
        for (var i = 0; i < people; i++)
        {
            var of = $"{name} {i % 2}";
            var organisation = await given.Read(db => db.Organisations.SingleOrDefaultAsync(o => o.Name == of)) ?? await given.Organisation(of);
            var asker = await given.Asker($"{name}{i}", organisation);
            await given.Asked(asker, School);
            askers.Add(asker);
        }

        return askers;
    }

    private async Task<Member> Author(string name, bool agrees = true)
    {
        var author = await given.Asker(name);
        await given.Change<Member>(author.Id, m =>
        {
            m.State = MemberState.Active;
            if (agrees) m.Give(Consent.CaseContact);
        });
        await given.Save(new CaseContact { CaseId = (await given.Case($"A school of {name}")).Id, MemberId = author.Id });
        return author;
    }

    private Task Failed(Member to, FailureReason reason) => given.Save(new Notice
    {
        Id = EntityId.New<NoticeId>(given.Now), RecipientId = to.Id, Kind = "x", Subject = Guid.NewGuid(), State = NoticeState.Failed, Reason = reason, Due = given.Now, CreatedAt = given.Now,
    });

    private Task<IReadOnlyList<UncoveredTask>> List(Member by) => given.Do<UncoveredTasks, IReadOnlyList<UncoveredTask>>(list => list.Handle(by.Id, default));

    private Task<Result<TaskAppeal>> Ask(Member by) => given.Do<AskForAmbassadors, Result<TaskAppeal>>(ask => ask.Handle("school", by.Id, default));
}

public sealed class WantedOnSqlite() : WantedTests(StoreEngine.Sqlite);

public sealed class WantedOnPostgres() : WantedTests(StoreEngine.Postgres);
