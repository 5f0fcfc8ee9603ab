using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.CommandLine;

public sealed class RoleTests
{
    private const string Somebody = "lucija.tomsic@javne-storitve.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_is_given_and_taken_beside_a_running_service_and_audited()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        (await Called.With("grant", "organiser", Somebody, "--data", bot.Folder)).ExitCode.ShouldBe(0);
        (await Roles(bot)).ShouldContain(Role.Organiser);

        (await Called.With("revoke", "organiser", Somebody, "--data", bot.Folder)).ExitCode.ShouldBe(0);
        (await Roles(bot)).ShouldNotContain(Role.Organiser);
        (await bot.Store(db => db.AuditEvents.CountAsync(Stop))).ShouldBe(2);
    }

    [Fact]
    public async Task A_contact_point_may_be_of_a_country()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        (await Called.With("grant", "contact_point", Somebody, "--country", "si", "--data", bot.Folder)).ExitCode.ShouldBe(0);

        (await bot.Store(db => db.ContactPoints.CountAsync(point => point.Country == "SI", Stop))).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_nobody_has_is_refused_with_a_sentence()
    {
        await using var bot = await BotUnderTest.Start();

        var called = await Called.With("grant", "organiser", "nobody@test.example", "--data", bot.Folder);

        called.ExitCode.ShouldBe(1);
        called.Error.ShouldNotBeNullOrWhiteSpace();
        called.Out.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_grant_is_refused()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        var called = await Called.With("grant", "administrator", Somebody, "--as", Somebody, "--data", bot.Folder);

        called.ExitCode.ShouldBe(1);
        (await Roles(bot)).ShouldNotContain(Role.Administrator);
    }

    private static Task<List<Role>> Roles(BotUnderTest bot) =>
        bot.Store(async db => (await db.Members.AsNoTracking().SingleAsync(member => member.Email == Somebody, Stop)).Roles);
}
