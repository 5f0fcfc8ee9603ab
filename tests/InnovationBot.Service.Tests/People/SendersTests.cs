using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.Settings;
using InnovationBot.Service.CommandLine;
using InnovationBot.Service.Hosting;
using InnovationBot.Service.People;
using InnovationBot.Testing.Connector;
using InnovationBot.Testing.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.People;

public sealed class SendersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_writes_first_is_met_with_name_language_and_the_address_of_their_chat()
    {
        await using var bot = await BotUnderTest.Start();

        await bot.Of("Mia Berg").Say("hjælp", locale: "da-DK");

        var met = await Only(bot);
        met.Name.ShouldBe("Mia Berg");
        met.Language.Code.ShouldBe("da");
        met.EntraObjectId.ShouldBe(bot.Of("Mia Berg").Person.EntraObjectId);
        met.Address!.Value.Value.ShouldContain(bot.Of("Mia Berg").ConversationId);
    }

    [Fact]
    public async Task Whoever_installed_the_bot_has_a_name_once_they_write()
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia Berg").Install();
        (await Only(bot)).Name.ShouldBeEmpty();

        await bot.Of("Mia Berg").Say("help");

        (await Only(bot)).Name.ShouldBe("Mia Berg");
    }

    [Fact]
    public async Task An_imported_member_is_joined_by_the_address_that_the_connector_reports()
    {
        await using var bot = await BotUnderTest.Start();
        var mia = bot.Of("Mia Berg");
        await bot.Store(db =>
        {
            db.Members.Add(new Member { Id = EntityId.New<MemberId>(bot.Clock.GetUtcNow()), Email = mia.Person.Email, Name = "M. Berg", State = MemberState.Invited });
            return Task.FromResult(0);
        });

        await mia.Say("help");

        (await Only(bot)).EntraObjectId.ShouldBe(mia.Person.EntraObjectId);
    }

    [Fact]
    public async Task A_setting_that_another_instance_changed_holds_once_its_change_is_read()
    {
        await using var bot = await BotUnderTest.Start();
        var settings = bot.Services.GetRequiredService<SettingsInForce>();
        (await settings.Now(Stop)).Name.ShouldBeNull();
        await bot.Store(db =>
        {
            db.Settings.Add(new Setting { Key = "name", Value = "Permit Circle" });
            db.Changes.Add(Change.Of(ChangedKind.Settings, Guid.Empty, bot.Clock.GetUtcNow()));
            return Task.FromResult(0);
        });

        await bot.Services.GetRequiredService<MemberCache>().Follow(Stop);

        (await settings.Now(Stop)).Name.ShouldBe("Permit Circle");
    }

    [Fact]
    public async Task A_slow_connector_holds_the_first_turn_up_for_a_second_at_most()
    {
        await using var bot = await BotUnderTest.Start(configure: builder => builder.Services.AddSingleton(FirstContactPatience.Usual));
        bot.Connector.Fails = call => call.Kind == ConnectorCallKind.Read ? Fault.SlowBody : null;

        (await bot.Of("Mia").Say("help")).ShouldNotBeEmpty();

        (await Only(bot)).Email.ShouldBeNull();
    }

    [Fact]
    public async Task After_the_bot_was_removed_nothing_is_sent_until_the_person_writes_again()
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say("help");

        await bot.Of("Mia").Remove();
        (await Only(bot)).Address.ShouldBeNull();

        await bot.Of("Mia").Say("help");
        (await Only(bot)).Address.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_language_chosen_in_the_chat_is_that_of_the_very_next_turn()
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say("help");
        await bot.Of("Mia").Say("language sl");

        await bot.Of("Mia").Say("help");

        bot.Of("Mia").LastCard.Card.GetProperty("lang").GetString().ShouldBe("sl");
    }

    [Fact]
    public async Task What_another_process_changes_about_a_member_reaches_the_cache()
    {
        await using var bot = await BotUnderTest.Start();
        await bot.Of("Mia").Say("help");
        await bot.Of("Mia").Say("help"); // now she is in the cache
        var mia = await Only(bot);
        var cache = bot.Services.GetRequiredService<MemberCache>();
        (await cache.Find(mia.Id, Stop)).ShouldNotBeNull();

        await using var other = await CommandNetwork.Open(Installation.In(bot.Folder, new Dictionary<string, string?>()), new CommandConsole(TextWriter.Null, TextWriter.Null), Stop);
        await using var scope = other.Scope();
        await scope.ServiceProvider.GetRequiredService<SetLanguage>().Handle(mia.Id, new Language("de"), Stop);
        await cache.Follow(Stop); // as it does every second

        (await cache.Find(mia.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_first_messages_at_once_meet_one_person()
    {
        await using var bot = await BotUnderTest.Start();
        var mia = bot.Of("Mia");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => mia.Say("help")));

        await Only(bot);
    }

    private static Task<Member> Only(BotUnderTest bot) => bot.Store(db => db.Members.AsNoTracking().SingleAsync(Stop));
}
