using System.Globalization;
using InnovationBot.Search.Ranking;
using InnovationBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Search.Tests.Judged;

/// <summary>
/// What each part of the ranking brings: the judged asks over the sample network with that part switched off. Written out as the table of docs/search.md
/// (<c>--show-live-output on</c>), and a part that no longer brings anything where it is meant to fails.
/// </summary>
public sealed class PartsTests(JudgedAsksTests.SampleSearch sample) : IClassFixture<JudgedAsksTests.SampleSearch>
{
    private static readonly string[] Kinds = ["ordinary", "paraphrase", "across"];

    [Fact]
    public async Task Each_part_brings_something_with_the_own_lexicon_alone()
    {
        var whole = await Measure("nothing switched off", Tuning.Chosen, pack: null);
        var withoutConcepts = await Measure("concepts", Tuning.Chosen with { Concept = 0 }, pack: null);
        var withoutBackground = await Measure("background weights", Tuning.Chosen with { Background = 0 }, pack: null);
        await Measure("near concepts", Tuning.Chosen with { Near = 0 }, pack: null);
        await Measure("lesser alternatives of a word", Tuning.Chosen with { Tie = 0 }, pack: null);
        await Measure("repeated words", Tuning.Chosen with { Repeated = 0 }, pack: null);
        await Measure("feedback", Tuning.Chosen with { Feedback = 0 }, pack: null);

        withoutConcepts["paraphrase"].ShouldBeLessThan(whole["paraphrase"] - 0.15);
        withoutConcepts["across"].ShouldBeLessThan(whole["across"] - 0.15);
        withoutBackground["across"].ShouldBeLessThan(whole["across"] - 0.01);
    }

    [Fact]
    public async Task Each_part_brings_something_with_a_language_pack()
    {
        Assert.SkipUnless(File.Exists(JudgedAsksWithPackTests.Pack), "There is no language pack; tests/run makes one where apt-get or npm can fetch its sources.");
        var pack = JudgedAsksWithPackTests.Pack;
        await Measure("nothing switched off", Tuning.Chosen, pack);
        var withPack = await Measure("concepts", Tuning.Chosen with { Concept = 0 }, pack);
        await Measure("background weights", Tuning.Chosen with { Background = 0 }, pack);
        await Measure("directions", Tuning.Chosen with { Meaning = 0 }, pack);
        await Measure("translations", Tuning.Chosen with { Translated = 0 }, pack);
        await Measure("neighbours", Tuning.Chosen with { Neighbour = 0 }, pack);

        // As in a field that the lexicon lacks.
        var wordsAlone = await Measure("concepts, directions, translations, neighbours", Tuning.Chosen with { Concept = 0, Meaning = 0, Translated = 0, Neighbour = 0 }, pack);
        withPack["paraphrase"].ShouldBeGreaterThan(wordsAlone["paraphrase"] + 0.1);
        withPack["across"].ShouldBeGreaterThan(wordsAlone["across"] + 0.1);
    }

    private async Task<Dictionary<string, double>> Measure(string without, Tuning tuning, string? pack)
    {
        await using var services = new ServiceCollection().AddStore(sample.ConnectionString).AddSearch(new SearchOptions { LanguagePack = pack }).AddSingleton(tuning).BuildServiceProvider();
        var gains = new Dictionary<string, double>();
        foreach (var kind in Kinds)
        {
            var (sum, count) = (0.0, 0);
            foreach (var (ask, grades) in JudgedAsksTests.SampleSearch.Asks(kind))
            {
                var answer = await JudgedAsksTests.SampleSearch.Find(services, ask, cases: 5, people: 0);
                sum += JudgedAsksTests.Gain([.. answer.Cases.Select(hit => sample.CaseKeys[hit.Id])], grades);
                count++;
            }

            gains[kind] = sum / count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"| {without} | {string.Join(" | ", Kinds.Select(kind => gains[kind].ToString("0.000", CultureInfo.InvariantCulture)))} |");
        return gains;
    }
}
