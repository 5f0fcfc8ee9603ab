namespace InnovationBot.Service.Tests.CommandLine;

public sealed class MigrateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_store_is_brought_up_once_and_what_was_applied_is_the_result()
    {
        var first = await Called.With("migrate", "--data", folder);
        var second = await Called.With("migrate", "--data", folder);

        first.ExitCode.ShouldBe(0);
        first.Out.ShouldNotBeEmpty();
        second.ExitCode.ShouldBe(0);
        second.Out.ShouldBeEmpty();
    }
}
