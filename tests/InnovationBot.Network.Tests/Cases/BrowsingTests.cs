using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.People;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;

namespace InnovationBot.Network.Tests.Cases;

public abstract class BrowsingTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Newest_come_first_and_pages_hold_six()
    {
        for (var i = 0; i < 14; i++) await given.Case($"Case {i:00}", year: 2010 + i);
        var first = await Browse(CaseFilter.None);
        (first.Total, first.Page, first.Pages).ShouldBe((14, 1, 3));
        first.Cases.Select(listed => listed.Case.Year).ShouldBe([2023, 2022, 2021, 2020, 2019, 2018]);
        (await Browse(CaseFilter.None, page: 3)).Cases.Count.ShouldBe(2);
        (await Browse(CaseFilter.None, page: 99)).Page.ShouldBe(3, "a page behind the last one is the last");
    }

    [Fact]
    public async Task Each_filter_leaves_what_it_names()
    {
        var city = await given.Organisation("City");
        await given.Case("Failed", outcome: Outcome.Failed, organisation: city);
        await given.Case("Old", year: 1999);
        await given.Case("National", tier: Tier.National);
        await given.Case("Parks", area: "Green  areas");
        await Change("Legal", c => c.Barriers = [Barrier.Trust, Barrier.Legal]);
        await Change("Dutch", c => c.Country = "NL");
        await Change("Users", c => (c.Users, c.EnglishTitle) = (UsersPart.CoDesigned, "Playgrounds by children"));
        await Change("No users", c => c.Users = UsersPart.None);

        (await Titles(new CaseFilter { Outcome = Outcome.Failed })).ShouldBe(["Failed"]);
        (await Titles(new CaseFilter { Year = 1999 })).ShouldBe(["Old"]);
        (await Titles(new CaseFilter { Tier = Tier.National })).ShouldBe(["National"]);
        (await Titles(new CaseFilter { Area = CaseFilter.KeyOf("green AREAS ") })).ShouldBe(["Parks"]);
        (await Titles(new CaseFilter { Barrier = Barrier.Legal })).ShouldBe(["Legal"]);
        (await Titles(new CaseFilter { Country = "NL" })).ShouldBe(["Dutch"]);
        (await Titles(new CaseFilter { UsersTookPart = true })).ShouldBe(["Users"]);
        (await Titles(new CaseFilter { Text = "parks" })).ShouldBe(["Parks"]);
        (await Titles(new CaseFilter { Text = "parks", Country = "NL" })).ShouldBeEmpty();
        (await Titles(new CaseFilter { Text = "playgrounds by" })).ShouldBe(["Users"]);
    }

    [Fact]
    public async Task A_region_is_everybody_below_it_and_tells_nothing_of_cases_that_show_only_a_kind()
    {
        var region = await given.Organisation("Region South", Tier.Regional);
        var (city, other) = (await given.Organisation("City"), await given.Organisation("Other city"));
        await given.Change<Organisation>(city.Id, o => o.Parent = region.Id);
        await given.Change<Organisation>(region.Id, o => o.Parent = city.Id); // a circle ends
        await given.Case("Below", organisation: city);
        await given.Case("Hidden below", organisation: city, shownAs: ShownAs.Kind);
        await given.Case("Own", organisation: region);
        await given.Case("Elsewhere", organisation: other);

        var page = await Browse(CaseFilter.None);
        var choice = page.Choices.Regions.ShouldHaveSingleItem();
        (await Titles(new CaseFilter { Region = choice.Key })).ShouldBe(["Below", "Own"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_what_the_reader_may_read_is_listed_counted_or_offered_as_a_filter()
    {
        var (mia, own) = (await given.Asker(), await given.Organisation("City"));
        var colleague = await given.Asker("Colleague", own);
        foreach (var readers in Enum.GetValues<Readers>())
            await given.Case($"For {readers}", readers: readers, organisation: own, area: $"Area {readers}", year: 2000 + (int)readers);
        await Change("Withdrawn", c => (c.State, c.PolicyArea) = (CaseState.Withdrawn, "Area withdrawn"));

        var page = await Browse(CaseFilter.None, mia.Id);
        (page.Total, page.Cases.Single().Case.Title).ShouldBe((1, "For Network"));
        page.Choices.Areas.Select(area => area.Name).ShouldBe(["Area Network"]);
        page.Choices.Years.ShouldBe([2000]);
        (await Browse(CaseFilter.None with { Text = "for" }, mia.Id)).Total.ShouldBe(1);
        (await given.Do<BrowseCases, Result<CasesPage>>(browse => browse.Handle(new(mia.Id, new() { Area = CaseFilter.KeyOf("Area Private") }, Language.English), default)))
            .Refusal!.Code.ShouldBe(LibraryRefusals.FilterUnknown.Code);
        (await Browse(CaseFilter.None, colleague.Id)).Total.ShouldBe(3);
        (await Browse(CaseFilter.None)).Total.ShouldBe(1, "where many read");
    }

    [Fact]
    public async Task An_empty_page_says_what_leaving_one_part_out_would_give()
    {
        await given.Case("Failed", outcome: Outcome.Failed, year: 2020);
        await given.Case("Worked", year: 2021);
        var page = await Browse(new CaseFilter { Outcome = Outcome.Failed, Year = 2021 });
        page.Total.ShouldBe(0);
        page.Wider.ShouldBe([new WiderFilter(CaseFilterPart.Outcome, 1), new WiderFilter(CaseFilterPart.Year, 1)]);
    }

    private async Task<CasesPage> Browse(CaseFilter filter, MemberId? by = null, int page = 1) =>
        (await given.Do<BrowseCases, Result<CasesPage>>(browse => browse.Handle(new(by, filter, Language.English, page), default))).Value;

    private async Task<IReadOnlyList<string>> Titles(CaseFilter filter) => [.. (await Browse(filter)).Cases.Select(listed => listed.Case.Title)];

    private async Task Change(string title, Action<Case> change) => await given.Change<Case>((await given.Case(title)).Id, change);
}

public sealed class BrowsingOnSqlite() : BrowsingTests(StoreEngine.Sqlite);

public sealed class BrowsingOnPostgres() : BrowsingTests(StoreEngine.Postgres);
