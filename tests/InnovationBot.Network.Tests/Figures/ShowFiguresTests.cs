using InnovationBot.Network.Figures;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Figures;

/// <summary>Counts of people tell nothing about few, alone or subtracted from each other.</summary>
public abstract class ShowFiguresTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task A_count_is_shown_from_five_people_of_two_organisations_on()
    {
        var (one, other) = (await People(5, "One"), await People(5, "Other"));
        (await Show(one.Take(3).Concat(other.Take(1)))).ShouldBe(Figure.Few, "four people");
        (await Show(one)).ShouldBe(Figure.Few, "all of one organisation");
        (await Show(one.Take(4).Concat(other.Take(1)))).ShouldBe(Figure.Of(5));
        (await Show([])).ShouldBe(Figure.Few);
    }

    [Fact]
    public async Task Leaving_one_person_out_tells_nothing_about_that_person()
    {
        var people = await Mixed(12);
        (await Show(people)).ShouldBe(Figure.Of(12));
        foreach (var left in people) (await Show(people.Where(one => one != left))).ShouldBe(Figure.Of(12), "the difference would be one person");
        (await Show([.. people, .. await Mixed(1)])).ShouldBe(Figure.Of(12), "nor does whoever is added");
    }

    [Fact]
    public async Task Who_comes_and_goes_shows_only_once_they_are_many()
    {
        var people = await Mixed(8);
        (await Show(people)).ShouldBe(Figure.Of(8));
        List<MemberId> grown = [.. people];
        for (var day = 1; day < 5; day++)
        {
            grown.AddRange(await Mixed(1));
            given.Clock.Advance(TimeSpan.FromDays(1));
            (await Show(grown)).ShouldBe(Figure.Of(8), $"{day} more");
        }

        grown.AddRange(await Mixed(1, "Another"));
        (await Show(grown)).ShouldBe(Figure.Of(13));
    }

    [Fact]
    public async Task A_whole_less_its_parts_does_not_leave_a_few()
    {
        var (north, south, rest) = (await Mixed(7), await Mixed(9), await Mixed(2));
        (await Show([.. north, .. south, .. rest])).ShouldBe(Figure.Of(18));
        (await Show(north)).ShouldBe(Figure.Of(7));
        (await Show(south)).ShouldBe(Figure.Withheld, "18 - 7 - 9 would be two people");
    }

    [Fact]
    public async Task Nor_when_the_parts_were_shown_first()
    {
        var (north, south, rest) = (await Mixed(7), await Mixed(9), await Mixed(2));
        var shown = await given.Do<ShowFigures, IReadOnlyList<Figure>>(show => show.Handle("x", [Of(north), Of(south), Of([.. north, .. south, .. rest])], default));
        shown.ShouldBe([Figure.Of(7), Figure.Of(9), Figure.Withheld]);

        Crowd Of(IEnumerable<MemberId> people) => given.Read(db => Crowd.Of(db, [.. people], default)).GetAwaiter().GetResult();
    }

    /// <summary>Whoever may ask as often as they like, and subtracts whatever they are told, is never left with a few.</summary>
    [Fact]
    public async Task No_two_figures_shown_differ_by_a_few_whatever_is_asked()
    {
        var (random, people) = (new Random(5), await Mixed(20));
        for (var question = 0; question < 40; question++) await Show(people.Where(_ => random.Next(5) > 0));

        var kept = await given.Read(db => db.ShownFigures.AsNoTracking().ToListAsync());
        kept.Count.ShouldBeGreaterThan(2);
        foreach (var one in kept)
            foreach (var other in kept.Where(other => other.Id != one.Id))
                one.People.Except(other.People).Union(other.People.Except(one.People)).Count().ShouldBeGreaterThanOrEqualTo(FiguresRule.LeastPeople);
    }

    [Fact]
    public async Task Counts_of_thousands_are_rounded()
    {
        var crowd = Crowd.Of(Enumerable.Range(0, 1234).Select(i => (new MemberId(Guid.NewGuid()), (OrganisationId?)new OrganisationId(new Guid(i % 3, 0, 0, new byte[8])))));
        (await given.Do<ShowFigures, Figure>(show => show.Handle("x", crowd, default))).ShouldBe(Figure.Of(1200));
    }

    [Fact]
    public async Task What_was_shown_is_forgotten_after_90_days_and_a_forgotten_person_at_once()
    {
        var people = await Mixed(6);
        await Show(people);
        var gone = people[0];
        await given.Do<ForgetMe, Refusal?>(async forget => { await forget.Handle(gone, default); return null; });
        (await given.Read(db => db.ShownFigures.SingleAsync())).People.ShouldBe(people.Skip(1).OrderBy(one => one.Value), ignoreOrder: true);
        await given.Later(FiguresRule.Remembered + TimeSpan.FromDays(1));
        (await given.Read(db => db.ShownFigures.CountAsync())).ShouldBe(0);
    }

    private async Task<Figure> Show(IEnumerable<MemberId> people)
    {
        var crowd = await given.Read(db => Crowd.Of(db, [.. people], default));
        return await given.Do<ShowFigures, Figure>(show => show.Handle("x", crowd, default));
    }

    /// <summary>Of two organisations in turn.</summary>
    private async Task<IReadOnlyList<MemberId>> Mixed(int count, string name = "Mixed")
    {
        var (half, rest) = (await People((count + 1) / 2, $"{name} A"), await People(count / 2, $"{name} B"));
        return [.. half, .. rest];
    }

    private async Task<IReadOnlyList<MemberId>> People(int count, string organisation)
    {
        var of = await given.Read(db => db.Organisations.SingleOrDefaultAsync(o => o.Name == organisation)) ?? await given.Organisation(organisation);
        var people = Enumerable.Range(0, count).Select(_ => new Member
        {
            Id = EntityId.New<MemberId>(given.Now), Name = "P", OrganisationId = of.Id, OrganisationProof = OrganisationProof.Import, CreatedAt = given.Now,
        }).ToList();
        await given.Save([.. people]);
        return [.. people.Select(one => one.Id)];
    }
}

public sealed class ShowFiguresOnSqlite() : ShowFiguresTests(StoreEngine.Sqlite);

public sealed class ShowFiguresOnPostgres() : ShowFiguresTests(StoreEngine.Postgres);
