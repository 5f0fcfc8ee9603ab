using InnovationBot.Network.Problems;

namespace InnovationBot.Search.Tests.Judged;

/// <summary>The same asks with a language pack made of this machine's dictionaries; <c>tests/run</c> makes it once and keeps it.</summary>
public sealed class JudgedAsksWithPackTests(JudgedAsksWithPackTests.SampleSearchWithPack sample) : IClassFixture<JudgedAsksWithPackTests.SampleSearchWithPack>
{
    [Theory]
    [InlineData("ordinary", 0.91, 0.97)]
    [InlineData("paraphrase", 0.77, 0.86)]
    [InlineData("across", 0.81, 0.92)]
    [InlineData("longfit", 0.9, 0.92)]
    public async Task Cases_that_answer_come_first(string kind, double ndcg, double success)
    {
        Assert.SkipUnless(HasPack, "There is no language pack; tests/run makes one where apt-get or npm can fetch its sources.");
        var (gain, found) = await sample.Measure(kind);
        gain.ShouldBeGreaterThan(ndcg);
        found.ShouldBeGreaterThan(success);
    }

    [Theory]
    [InlineData("far", 0.93)]
    [InlineData("near", 0.8)]
    [InlineData("long", 0.57)]
    public async Task What_nothing_answers_gets_nothing(string kind, double refused)
    {
        Assert.SkipUnless(HasPack, "There is no language pack; tests/run makes one where apt-get or npm can fetch its sources.");
        var answers = await sample.Answers(kind);
        ((double)answers.Count(fit => fit == Fit.Nothing) / answers.Count).ShouldBeGreaterThan(refused);
    }

    [Theory]
    [InlineData("ordinary", 0.06)]
    [InlineData("paraphrase", 0.15)]
    [InlineData("across", 0.08)]
    public async Task What_a_case_answers_is_seldom_refused(string kind, double refused)
    {
        Assert.SkipUnless(HasPack, "There is no language pack; tests/run makes one where apt-get or npm can fetch its sources.");
        var answers = await sample.Answers(kind);
        ((double)answers.Count(fit => fit == Fit.Nothing) / answers.Count).ShouldBeLessThanOrEqualTo(refused);
    }

    public static bool HasPack => File.Exists(Pack);

    internal static string Pack { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.Name == ".artifacts") return Path.Combine(folder.FullName, "lexicon", "lexicon.pack");
        }

        return "none";
    }

    public sealed class SampleSearchWithPack : JudgedAsksTests.SampleSearch
    {
        protected override string? LanguagePack => Pack;
    }
}
