using InnovationBot.Network.Problems;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Tests.Problems.Concreteness;

/// <summary>What docs/concreteness.md reports is measured here; each statement that is judged otherwise is named.</summary>
public sealed class JudgedStatementsTests(ITestOutputHelper output)
{
    /// <summary>Below this the check-ins would nag people who told something, or take a slogan for a problem.</summary>
    private const double FewestRight = 0.95;

    private static readonly LexicalConcreteness Assessor = new();

    public static TheoryData<string> Languages => [.. Language.Spoken.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public void Nearly_all_statements_kept_apart_from_the_tuning_are_judged_right(string code)
    {
        var judged = JudgedStatement.All.Where(one => one.Language.Code == code && one.Half != JudgedStatement.Tuning).ToList();
        var wrong = judged.Where(one => Assessor.Assess(one.Text, one.Language).IsAbstract == one.IsConcrete).ToList();
        foreach (var one in wrong) output.WriteLine($"{(one.IsConcrete ? "concrete" : "abstract")}: {one.Text}");

        (1 - (double)wrong.Count / judged.Count).ShouldBeGreaterThanOrEqualTo(FewestRight);
        judged.Count(one => one.IsAdversarial).ShouldBeGreaterThanOrEqualTo(judged.Count / 2);
    }

    /// <summary>Somebody who told what happens is not asked what they mean.</summary>
    [Fact]
    public void What_people_ask_the_network_about_is_taken_as_told()
    {
        var asks = JudgedStatement.Asks.Where((_, at) => at % 2 == 1).ToList();
        var wrong = asks.Where(one => Assessor.Assess(one.Text, one.Language).IsAbstract).ToList();
        foreach (var one in wrong) output.WriteLine(one.Text);

        ((double)wrong.Count / asks.Count).ShouldBeLessThan(0.07); // nearly all of the rest are wishes: "the school's power should go to the neighbours"
    }

    [Theory, MemberData(nameof(Languages))]
    public void Elements_are_found_as_a_person_finds_them(string code)
    {
        var judged = JudgedStatement.All.Where(one => one.Language.Code == code && one is { IsConcrete: true, Half: not JudgedStatement.Tuning });

        judged.Average(one => Agreement(one.Elements, [.. Assessor.Assess(one.Text, one.Language).Elements.Select(Vocabulary.Write)])).ShouldBeGreaterThan(0.75);

        // F1 of the two sets
        static double Agreement(IReadOnlyList<string> told, IReadOnlyList<string> found) => 2.0 * told.Intersect(found).Count() / (told.Count + found.Count);
    }

    [Theory, MemberData(nameof(Languages))]
    public void There_are_enough_statements_of_both_kinds_and_none_is_in_both_halves(string code)
    {
        var judged = JudgedStatement.All.Where(one => one.Language.Code == code).ToList();

        judged.Count.ShouldBeGreaterThanOrEqualTo(120);
        judged.Count(one => one.Half != JudgedStatement.Tuning).ShouldBeGreaterThanOrEqualTo(60);
        judged.Count(one => one.IsAdversarial).ShouldBeGreaterThanOrEqualTo(judged.Count / 2);
        judged.Count(one => one.IsConcrete).ShouldBeInRange(judged.Count * 2 / 5, judged.Count * 3 / 5);
        judged.Select(one => one.Text).ShouldBeUnique();
        judged.Where(one => one.IsConcrete).ShouldAllBe(one => one.Elements.Contains("what") && one.Elements.Count >= 2);
    }

    [Fact]
    public void A_concrete_finding_tells_what_happens_and_an_abstract_one_asks_by_what_was_heard()
    {
        foreach (var one in JudgedStatement.All)
        {
            var finding = Assessor.Assess(one.Text, one.Language);
            finding.Elements.Contains(ProblemElement.What).ShouldBe(!finding.IsAbstract, one.Text);
            if (finding.IsAbstract) finding.Question.ShouldNotBeNull(one.Text);
            else (finding.Question is null or >= ConcreteQuestion.MissingWho and <= ConcreteQuestion.MissingTried).ShouldBeTrue(one.Text);
        }
    }
}
