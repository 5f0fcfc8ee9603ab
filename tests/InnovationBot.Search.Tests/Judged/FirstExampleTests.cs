using InnovationBot.Network;
using InnovationBot.Network.Problems;

namespace InnovationBot.Search.Tests.Judged;

/// <summary>What a reader of the README asks first, in each of the six languages: whoever tries the demo must see a case that fits, and not merely what is nearest.</summary>
public sealed class FirstExampleTests(JudgedAsksTests.SampleSearch sample, JudgedAsksWithPackTests.SampleSearchWithPack withPack)
    : IClassFixture<JudgedAsksTests.SampleSearch>, IClassFixture<JudgedAsksWithPackTests.SampleSearchWithPack>
{
    // Cases about waiting for a building permit, as the judged asks have them.
    private static readonly string[] Permits = ["ie-0001", "dk-0002", "de-0001", "si-0001", "nl-0001"];

    public static TheoryData<string, string> Examples => new()
    {
        { "en", "People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?" },
        { "en", "People wait weeks for a building permit and the phone is never answered" },
        { "sl", "Ljudje čakajo enajst tednov na gradbeno dovoljenje in nihče ne dvigne telefona. Kdo je to rešil?" },
        { "sl", "Ljudje čakajo enajst tednov na gradbeno dovoljenje in nihče ne dvigne telefona" },
        { "sl", "Ljudje tedne čakajo na gradbeno dovoljenje, na telefon pa se nihče ne oglasi" },
        { "da", "Folk venter elleve uger på en byggetilladelse, og telefonen bliver aldrig taget. Hvem har løst det?" },
        { "da", "Folk venter i ugevis på en byggetilladelse, og telefonen bliver aldrig besvaret" },
        { "nl", "Mensen wachten elf weken op een bouwvergunning en de telefoon wordt nooit opgenomen. Wie heeft dit opgelost?" },
        { "nl", "Mensen wachten wekenlang op een bouwvergunning en de telefoon wordt nooit beantwoord" },
        { "fr", "Les gens attendent onze semaines un permis de construire et personne ne répond jamais au téléphone. Qui a résolu ce problème ?" },
        { "fr", "Les gens attendent des semaines un permis de construire et personne ne décroche le téléphone" },
        { "de", "Die Leute warten elf Wochen auf eine Baugenehmigung, und ans Telefon geht nie jemand. Wer hat das gelöst?" },
        { "de", "Die Leute warten wochenlang auf eine Baugenehmigung, und niemand geht ans Telefon" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Its_case_fits(string language, string example) => await Fits(sample, language, example);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Its_case_fits_with_a_language_pack(string language, string example)
    {
        Assert.SkipUnless(JudgedAsksWithPackTests.HasPack, "There is no language pack; tests/run makes one where apt-get or npm can fetch its sources.");
        await Fits(withPack, language, example);
    }

    private static async Task Fits(JudgedAsksTests.SampleSearch search, string language, string example)
    {
        var answer = await search.Find(new("example", new Language(language), example), cases: 5, people: 20, evenIfNothingFits: false);
        answer.Fit.ShouldBe(Fit.Fits);
        search.CaseKeys[answer.Cases[0].Id].ShouldBeOneOf(Permits);
        answer.Cases[0].Relevance.ShouldBeGreaterThanOrEqualTo(0.85, "a case fits, and not people alone");
    }
}
