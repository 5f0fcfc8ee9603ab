using InnovationBot.Network.Awards.Nominations;
using InnovationBot.Network.Awards.Rounds;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Service.Tests.Sample;

public sealed class SampleNetworkTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_as_large_and_as_mixed_as_a_real_network()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        await bot.Store(async db =>
        {
            var organisations = await db.Organisations.ToListAsync(Stop);
            var members = await db.Members.ToListAsync(Stop);
            var cases = await db.Cases.Include(one => one.Contacts).ToListAsync(Stop);

            organisations.Select(one => one.Country).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8);
            organisations.Count.ShouldBeGreaterThanOrEqualTo(60);
            members.Count.ShouldBeGreaterThanOrEqualTo(250);
            members.Count(member => member.Ambassador == AmbassadorState.Confirmed).ShouldBeGreaterThanOrEqualTo(70);
            cases.Count.ShouldBeGreaterThanOrEqualTo(180);
            cases.Count(one => one.Outcome != Network.Outcome.Succeeded).ShouldBeGreaterThanOrEqualTo(cases.Count / 3);
            cases.Select(one => one.Language.Code).Distinct().Order().ShouldBe(["da", "de", "en", "fr", "nl", "sl"]);
            cases.ShouldAllBe(one => one.State == CaseState.Published && one.OrganisationId != null);

            var rounds = await db.AwardRounds.ToListAsync(Stop);
            rounds.Select(round => round.StateAt(bot.Clock.GetUtcNow())).Order().ShouldBe([AwardState.Call, AwardState.Announced]);
            (await db.Nominations.Where(one => one.State == NominationState.Winner).Select(one => one.Category).Distinct().CountAsync(Stop)).ShouldBe(2);
            return 0;
        });
    }

    [Fact]
    public async Task Who_agreed_to_nothing_is_only_invited()
    {
        await using var bot = await BotUnderTest.Start(sample: true);

        var members = await bot.Store(db => db.Members.AsNoTracking().ToListAsync(Stop));

        var silent = members.Where(member => !member.Has(Consent.Findable) && !member.Has(Consent.CaseContact) && member.State == MemberState.Invited).ToList();
        silent.ShouldNotBeEmpty();
        silent.ShouldAllBe(member => member.Ambassador != AmbassadorState.Confirmed && !member.CanBeSuggested(bot.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_store_that_holds_anything_is_left_as_it_is()
    {
        await using var bot = await BotUnderTest.Start(sample: true);
        var before = await bot.Store(db => db.Members.CountAsync(Stop));

        (await bot.Store(db => new Service.Sample.SampleNetwork(db, bot.Clock).Load(Stop))).ShouldBeFalse();

        (await bot.Store(db => db.Members.CountAsync(Stop))).ShouldBe(before);
    }
}
