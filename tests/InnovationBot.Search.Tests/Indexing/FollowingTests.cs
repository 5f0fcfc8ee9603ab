using InnovationBot.Testing;
using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests.Indexing;

public sealed class FollowingTests
{
    private const string Ask = "wood chips in the drains";

    [Fact]
    public async Task A_case_stored_by_this_process_is_found_without_being_asked_for()
    {
        await using var network = await Open();
        await using var following = await network.Follow();
        await network.Save(WoodChips());
        await Until(async () => (await network.AskNow(Ask)).Cases.Count == 1);
    }

    [Fact]
    public async Task A_case_stored_by_another_process_is_found()
    {
        await using var network = await Open();
        await using var other = network.Another();
        await using var following = await network.Follow();
        await other.Save(WoodChips());
        await Until(async () => (await network.AskNow(Ask)).Cases.Count == 1);
    }

    [Fact]
    public async Task A_changed_case_is_found_by_its_new_words_only()
    {
        await using var network = await Open();
        var @case = WoodChips();
        await network.Save(@case);
        (await network.Ask(Ask)).Cases.ShouldHaveSingleItem();

        (@case.Title, @case.Problem) = ("Gulls", "Gulls nest on the roof of the hospital.");
        await network.Save(@case);

        (await network.Ask(Ask, evenIfNothingFits: true)).Cases.ShouldBeEmpty();
        (await network.Ask("gulls nesting on our roof")).Cases.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_folder_is_used_again_after_a_restart_and_catches_up()
    {
        using var folder = new TemporaryFolder();
        await using var store = await Open();
        var first = store.Another(folder.Path);
        await store.Save(WoodChips());
        (await first.Ask(Ask)).Cases.ShouldHaveSingleItem();
        await first.DisposeAsync();
        var built = Generations(folder).ShouldHaveSingleItem();

        await store.Save(Case("Gulls", "Gulls nest on the roof of the hospital."));
        await using var second = store.Another(folder.Path);

        (await second.Ask(Ask)).Cases.ShouldHaveSingleItem();
        (await second.Ask("gulls nesting on our roof")).Cases.ShouldHaveSingleItem();
        Generations(folder).ShouldBe([built], "the index was not built anew");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_forgotten_is_found_no_more_although_the_sequence_does_not_say_who(bool whileTheServiceWasOff)
    {
        using var folder = new TemporaryFolder();
        await using var store = await Open();
        var (ana, bo) = (Ambassador("Ana", "wood chips in the drains"), Ambassador("Bo", "wood chips in the drains"));
        await store.Save(bo, ana); // the place of whoever kept up is a line about Ana
        var index = store.Another(folder.Path);
        (await index.Ask(Ask, evenIfNothingFits: true)).People.Count.ShouldBe(2);
        if (whileTheServiceWasOff) await index.DisposeAsync();
        var built = Generations(folder).ShouldHaveSingleItem();

        await store.Forget(ana);
        if (whileTheServiceWasOff) index = store.Another(folder.Path);
        (await index.Ask(Ask, evenIfNothingFits: true)).People.ShouldHaveSingleItem().Id.ShouldBe(bo.Id);
        Generations(folder).ShouldBe([built], "the place in the sequence is still known");
        await index.DisposeAsync();
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_answers_from_memory_and_leaves_the_files_alone()
    {
        using var folder = new TemporaryFolder();
        await using var store = await Open();
        await store.Save(WoodChips());
        await using var first = store.Another(folder.Path);
        (await first.Ask(Ask)).Cases.ShouldHaveSingleItem();
        var before = Generations(folder);

        await using var second = store.Another(folder.Path);

        (await second.Ask(Ask)).Cases.ShouldHaveSingleItem();
        Generations(folder).ShouldBe(before);
    }

    [Theory]
    [InlineData("*.si")]
    [InlineData("*.cfs")]
    [InlineData("segments_*")]
    public async Task A_damaged_index_is_built_anew(string damaged)
    {
        using var folder = new TemporaryFolder();
        await using var store = await Open();
        await store.Save(WoodChips());
        var first = store.Another(folder.Path);
        await first.Ask(Ask);
        await first.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder.Path, damaged, SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);
        }

        await using var second = store.Another(folder.Path);
        (await second.Ask(Ask)).Cases.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_index_of_another_store_is_not_taken_for_this_one_s()
    {
        using var folder = new TemporaryFolder();
        await using (var old = await Open(folder.Path))
        {
            await old.Save(WoodChips());
            (await old.Ask(Ask)).Cases.ShouldHaveSingleItem();
        }

        await using var fresh = await Open(folder.Path);
        await fresh.Save(Case("Gulls", "Gulls nest on the roof of the hospital."));

        (await fresh.Ask(Ask, evenIfNothingFits: true)).Cases.ShouldBeEmpty();
        (await fresh.Ask("gulls nesting on our roof")).Cases.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_rebuild_replaces_the_index_beside_the_running_one()
    {
        using var folder = new TemporaryFolder();
        await using var network = await Open(folder.Path);
        await network.Save(WoodChips());
        await network.Ask(Ask);
        var before = Generations(folder);

        await network.Index.Rebuild(TestContext.Current.CancellationToken);

        (await network.Ask(Ask)).Cases.ShouldHaveSingleItem();
        Generations(folder).ShouldNotBe(before);
    }

    private static Network.Cases.Case WoodChips() => Case("Wood chips", "Wood chips block the drains of the playground.");

    private static string[] Generations(TemporaryFolder folder) => Directory.GetDirectories(folder.Path, "generation-*");

    private static async Task Until(Func<Task<bool>> holds)
    {
        var limit = Patience.Token;
        while (!await holds()) await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, limit);
    }
}
