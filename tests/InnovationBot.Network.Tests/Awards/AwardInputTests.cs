using InnovationBot.Network.Awards.Rounds;

namespace InnovationBot.Network.Tests.Awards;

public sealed class AwardInputTests
{
    [Fact]
    public void All_that_is_to_be_mended_is_named_at_once()
    {
        var input = AwardSituations.Input with
        {
            Name = " ", Tracks = ["party"], CallOpens = "soon", JuryCloses = "2027-02-02", Zone = "Mars/Olympus", ObjectionDays = "many", Rules = "http://rules.example",
            Categories = [new(null, "A", [new(null, "Own", "0", ["one"])], "0", []), new(null, "a", [], null, [])],
        };
        ReadAward.Read(input, "Europe/Brussels", out var faults, out _);
        faults.Select(fault => fault.Field).ShouldBe(
            ["name", "tracks", "categories[0].criteria[0].weight", "categories[0].criteria[0].anchors", "categories[0].winners", "categories[1].name", "call_opens", "zone", "objection_days", "rules", "jury_closes"], ignoreOrder: true);
    }

    [Fact]
    public void Without_criteria_a_category_has_the_default_ones_and_a_named_default_keeps_its_key()
    {
        var plan = ReadAward.Read(AwardSituations.Input with { Categories = [new(null, "A", [], null, []), new(null, "B", [new(null, "impact", "3", []), new(null, "Open data", null, ["none", "some", "all"])], null, [])] }, "UTC", out var faults, out _);
        faults.ShouldBeEmpty();
        plan.Categories[0].Criteria.ShouldBe(DefaultCriteria.All);
        plan.Categories[0].CriteriaFor(AwardTrack.Challenge).ShouldNotContain(one => one.Key == DefaultCriteria.Impact);
        plan.Categories[1].Criteria.ShouldBe([new("impact", null, 3, []), new("opendata", "Open data", 1, ["none", "", "some", "", "all"])]);
    }

    [Fact]
    public void A_day_alone_closes_at_its_end_in_the_rounds_zone_and_seconds_are_kept()
    {
        var plan = ReadAward.Read(AwardSituations.Input, "UTC", out _, out var instants);
        instants.CallCloses.ShouldBe(AwardSituations.CallCloses);
        instants.CallOpens.ShouldBe(new DateTimeOffset(2027, 1, 31, 23, 0, 0, TimeSpan.Zero));
        instants.EndorsementsClose.ShouldBe(new DateTimeOffset(2027, 3, 8, 23, 0, 0, TimeSpan.Zero));
        plan.CallCloses.ToString().ShouldBe("2027-03-01T12:00:30");
    }
}
