using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.CommandLine;

public sealed class AuditTests
{
    private const string Somebody = "lucija.tomsic@javne-storitve.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_is_vouched_for_until_a_byte_of_it_is_changed_and_then_the_event_is_named()
    {
        await using var bot = await BotUnderTest.Start(sample: true);
        foreach (var role in new[] { "organiser", "juror" }) await Called.With("grant", role, Somebody, "--data", bot.Folder);

        var whole = await Called.With("audit", "verify", "--data", bot.Folder);
        (whole.ExitCode, whole.Error).ShouldBe((0, ""));
        whole.Out.ShouldContain("Events: 2");

        await bot.Store(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"AuditEvents_unchanged\"; UPDATE \"AuditEvents\" SET \"Detail\" = 'jurop' WHERE \"Id\" = 2", Stop));
        var changed = await Called.With("audit", "verify", "--data", bot.Folder);
        changed.ExitCode.ShouldBe(1);
        changed.Out.ShouldContain("Event 2 was changed");
        changed.Error.ShouldContain("Event 2 was changed");
        (await Called.With("audit", "verify", "--json", "--data", bot.Folder)).Out.ShouldContain("\"faults\":[{\"kind\":\"changed\",\"number\":2");
    }
}
