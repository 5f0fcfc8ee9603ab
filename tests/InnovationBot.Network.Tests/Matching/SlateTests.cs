using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Introductions.Matching;
using InnovationBot.Network.Problems;

namespace InnovationBot.Network.Tests.Matching;

public sealed class SlateTests
{
    [Fact]
    public void The_slots_are_the_best_fit_one_learned_the_hard_way_and_one_from_another_field()
    {
        var slate = Slate.Of([
            Found("best", 1.0), Found("second", 0.95), Found("failed", 0.7, outcome: Outcome.Failed), Found("archive", 0.8, area: "archives"),
        ]);

        slate.Select(one => (one.Case.Title, one.Slot)).ShouldBe([("best", Slot.Best), ("failed", Slot.LearnedTheHardWay), ("archive", Slot.OtherField)]);
    }

    [Fact]
    public void No_slot_is_padded_below_six_tenths_of_the_best()
    {
        Slate.Of([Found("best", 1.0), Found("failed", 0.59, outcome: Outcome.Failed), Found("archive", 0.59, area: "archives")]).Count.ShouldBe(1);
        Slate.Of([Found("best", 0.5), Found("failed", 0.3, outcome: Outcome.Failed)]).Count.ShouldBe(2);
        Slate.Of([]).ShouldBeEmpty();
    }

    [Fact]
    public void What_failed_can_be_the_best_and_is_never_ranked_down_for_it()
    {
        var slate = Slate.Of([Found("failed", 1.0, outcome: Outcome.Failed), Found("succeeded", 0.99)]);
        slate[0].Case.Title.ShouldBe("failed");
        slate.Count.ShouldBe(1);
    }

    [Fact]
    public void Another_level_of_government_is_another_field_and_the_unknown_is_not()
    {
        Slate.Of([Found("best", 1.0), Found("state", 0.9, tier: Tier.National)])[1].Slot.ShouldBe(Slot.OtherField);
        Slate.Of([Found("best", 1.0), Found("unknown", 0.9, area: null, tier: null)]).Count.ShouldBe(1);
    }

    [Fact]
    public void Equal_hits_come_in_the_same_order_whatever_order_they_were_found_in()
    {
        var (a, b) = (Found("a", 1.0), Found("b", 1.0));
        Slate.Of([a, b])[0].Case.Title.ShouldBe("a");
        Slate.Of([b, a])[0].Case.Title.ShouldBe("a");
    }

    [Fact]
    public void Each_reason_is_true_of_the_case()
    {
        var asker = new Asker(null, Reader.Anybody, [Language.English], null, false, Tier.Local);
        var slate = Slate.Of([Found("best", 1.0), Found("failed", 0.9, outcome: Outcome.Failed), Found("state", 0.8, tier: Tier.National)]);
        Kinds(0).ShouldBe([ReasonKind.SharedWords, ReasonKind.SameTier]);
        Kinds(1).ShouldBe([ReasonKind.SharedWords, ReasonKind.TaughtBy, ReasonKind.SamePolicyArea, ReasonKind.SameTier]);
        Kinds(2).ShouldBe([ReasonKind.SharedWords, ReasonKind.SamePolicyArea, ReasonKind.OtherTier]);
        Reasons.For(Slate.Of([Found("best", 1.0), Found("archive", 0.8, area: "archives")])[1], asker, slate[0].Case)
            .Single(reason => reason.Kind == ReasonKind.OtherField).Facts["area"].ShouldBe("archives");

        IEnumerable<ReasonKind> Kinds(int place) => Reasons.For(slate[place], asker, slate[0].Case).Select(reason => reason.Kind);
    }

    private static (Case, CaseHit) Found(
        string title, double relevance, Outcome outcome = Outcome.Succeeded, string? area = "housing", Tier? tier = Tier.Local)
    {
        var id = new CaseId(Guid.NewGuid());
        return (
            new Case { Id = id, Key = title, Title = title, Problem = "p", WhatWasDone = "w", Outcome = outcome, PolicyArea = area, Tier = tier },
            new CaseHit(id, relevance, ["permits"], null));
    }
}
