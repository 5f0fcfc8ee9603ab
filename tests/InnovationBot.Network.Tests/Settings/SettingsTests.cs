using InnovationBot.Testing.Stores;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Invitations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.Settings;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Network.Time;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.Settings;

public abstract class SettingsTests(StoreEngine engine) : NetworkTests(engine)
{
    private static readonly ChangeSettings.Identity Permit = new("Permit Circle", "sl", "Europe/Ljubljana", "https://example.org/terms", "");

    [Fact]
    public async Task Only_administrators_set_the_network_up()
    {
        foreach (var somebody in new[] { await given.Organiser(), await given.Asker() })
        {
            (await Set(Permit, somebody)).ShouldBe(SettingsRefusals.NotAdministrator);
            (await given.Do<ShowSettings, Result<SettingsView>>(show => show.Handle(somebody.Id, default))).Refusal.ShouldBe(SettingsRefusals.NotAdministrator);
        }

        (await given.Read(db => db.Settings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_holds_at_once_and_each_setting_that_changed_is_logged_once()
    {
        var ada = await Administrator();
        (await Set(Permit, ada)).ShouldBeNull();
        var now = await Now();
        (now.Name, now.DefaultLanguage.Code, now.DefaultZone, now.Terms!.AbsoluteUri, now.Privacy).ShouldBe(("Permit Circle", "sl", "Europe/Ljubljana", "https://example.org/terms", null));
        await Set(Permit, ada);
        await Set(Permit with { Terms = "", Language = "da" }, ada);
        (await Now()).Terms.ShouldBeNull();

        var log = await given.Read(db => db.ActsBy(ada.Id).OrderBy(a => a.Id).ToListAsync());
        log.ShouldAllBe(line => line.Act == AuditAct.SettingChanged);
        log.Select(line => line.Detail).ShouldBe(["name", "default_language", "default_zone", "terms", "default_language", "terms"]);
        (await given.Read(db => db.Changes.CountAsync(change => change.Kind == ChangedKind.Settings))).ShouldBe(2);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_a_sentence_that_names_the_field_and_changes_nothing()
    {
        var ada = await Administrator();
        (await Set(Permit with { Zone = "Mars/Olympus" }, ada)).ShouldBe(ProfileRefusals.ZoneUnknown);
        (await Set(Permit with { Language = "fi" }, ada)).ShouldBe(PeopleRefusals.LanguageNotSpoken);
        (await Set(Permit with { Terms = "http://example.org" }, ada)).ShouldBe(SettingsRefusals.TermsNoLink);
        (await Set(Permit with { Privacy = "javascript:alert(1)" }, ada)).ShouldBe(SettingsRefusals.PrivacyNoLink);
        (await Set(Permit with { Name = new string('x', 81) }, ada)).ShouldBe(SettingsRefusals.NetworkNameTooLong);
        (await Limit(NetworkLimit.MonthlyRequests, 0, ada)).ShouldBe(SettingsRefusals.MonthlyRequestsOutOfRange);
        (await Limit(NetworkLimit.MonthlyRequests, -1, ada)).ShouldBe(SettingsRefusals.MonthlyRequestsOutOfRange);
        (await Limit(NetworkLimit.UnaskedAWeek, 8, ada)).ShouldBe(SettingsRefusals.UnaskedOutOfRange);
        (await Limit(NetworkLimit.BroadcastApprovalFrom, null, ada)).ShouldBe(SettingsRefusals.BroadcastApprovalOutOfRange);
        (await Limit(NetworkLimit.IntroductionsAnAsker, 11, ada)).ShouldBe(SettingsRefusals.IntroductionsOutOfRange);
        (await given.Do<ChangeSettings, Refusal?>(async change => (await change.Set(new Dictionary<Kept, int?> { [Kept.Drafts] = 0 }, ada.Id, default)).Refusal)).ShouldNotBeNull().Facts["kind"].ShouldBe(Kept.Drafts);
        (await Holidays("SI", "02-30", "", ada))!.Facts["text"].ShouldBe("02-30");
        (await Holidays("SI", "", "soon", ada))!.Code.ShouldBe("HolidayUnknown");
        (await Holidays("Slovenia", "12-24", "", ada)).ShouldBe(PeopleRefusals.CountryUnknown);
        (await given.Do<ChangeSettings, Refusal?>(async change => (await change.SetSafetyChannel("Nowhere", "x", ada.Id, default)).Refusal)).ShouldBe(PeopleRefusals.OrganisationNotThere);

        (await given.Read(db => db.Settings.CountAsync())).ShouldBe(0);
        (await given.Read(db => db.AuditEvents.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Limits_are_those_that_were_set()
    {
        (await Now())[NetworkLimit.BroadcastApprovalFrom].ShouldBe(1000);
        var ada = await Administrator();
        await Limit(NetworkLimit.IntroductionsAnAsker, 1, ada);
        var mia = await given.Asker();
        foreach (var word in new[] { "archives", "kindergartens" }) await given.Ambassador(word, topic: word);
        var (first, second) = (await given.Asked(mia, "People look for our archives for weeks"), await given.Asked(mia, "Our kindergartens lose every third form"));
        (await given.Send(first.People[0].Suggestion.Id, mia)).Refusal.ShouldBeNull();
        (await given.Send(second.People[0].Suggestion.Id, mia)).Refusal!.Facts["most"].ShouldBe(1);
    }

    [Fact]
    public async Task A_countrys_holidays_are_added_and_taken_off_and_other_countries_have_their_own()
    {
        var ada = await Administrator();
        (await Holidays("BE", "2027-02-04; 12-24", "07-21, easter+1", ada)).ShouldBeNull();
        var (thursday, friday) = (Given.Start.AddDays(1), Given.Start.AddDays(2));
        (await Works("BE", thursday), await Works("BE", friday)).ShouldBe((false, true));
        (await Now()).HolidaysOf("BE").Contains(new DateOnly(2028, 12, 24)).ShouldBeTrue();
        (await Now()).HolidaysOf("BE").Contains(new DateOnly(2027, 7, 21)).ShouldBeFalse();
        (await Works("SI", thursday)).ShouldBeTrue();

        await Holidays("hr", "02-04; first monday 05", "", ada);
        (await Works("HR", thursday)).ShouldBeFalse();
        (await Now()).HolidaysOf("HR").Contains(new DateOnly(2027, 5, 3)).ShouldBeTrue();

        await Holidays("BE", "", "", ada);
        (await Works("BE", thursday)).ShouldBeTrue();
        (await Now()).CountriesWithHolidays.ShouldBe(["HR"]);
    }

    [Fact]
    public async Task Questions_nobody_kept_go_when_the_time_that_was_set_is_over_also_those_asked_before()
    {
        var ada = await Administrator();
        await given.Asked(await given.Asker());
        await given.Later(TimeSpan.FromDays(9));
        var goes = (await given.Do<PreviewRetention, Result<IReadOnlyDictionary<Kept, int>>>(preview => preview.Handle(Enum.GetValues<Kept>().ToDictionary(kind => kind, _ => (int?)8), ada.Id, default))).Value;
        goes.Keys.ShouldBe(Enum.GetValues<Kept>(), "every kind is counted");
        goes[Kept.Drafts].ShouldBe(1);

        (await given.Do<ChangeSettings, Refusal?>(async change => (await change.Set(new Dictionary<Kept, int?> { [Kept.Drafts] = 10 }, ada.Id, default)).Refusal)).ShouldBeNull();
        await given.Later(TimeSpan.FromHours(12));
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(1);
        await given.Later(TimeSpan.FromHours(13));
        (await given.Read(db => db.Problems.CountAsync())).ShouldBe(0);
        (await given.Read(db => db.AuditEvents.CountAsync(a => a.Detail == "drafts 1"))).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_is_invited_has_as_long_to_answer_as_was_set()
    {
        var ada = await Administrator();
        await given.Save(new Member { Id = EntityId.New<MemberId>(given.Now), Name = "Ida", Email = "ida@example.org", State = MemberState.Invited, AnswerDue = given.Now.AddDays(90), CreatedAt = given.Now });
        (await given.Do<ChangeSettings, Refusal?>(async change => (await change.Set(new Dictionary<Kept, int?> { [Kept.Invitations] = 30 }, ada.Id, default)).Refusal)).ShouldBeNull();
        (await given.Do<InvitePeople, Result<IReadOnlyList<InvitedPerson>>>(invite => invite.Handle(new(ada.Id), default))).Value.Single().AnswerDue.ShouldBe(given.Now.AddDays(30));
    }

    [Fact]
    public async Task A_safety_channel_stands_with_its_organisation_until_it_is_emptied()
    {
        var ada = await Administrator();
        var aarhus = await given.Organisation();
        await Channel(aarhus, "https://example.org/report");
        (await Now()).SafetyChannelOf(aarhus.Id).ShouldBe("https://example.org/report");
        (await given.Do<ShowSettings, Result<SettingsView>>(show => show.Handle(ada.Id, default))).Value.Channels.Single().Name.ShouldBe(aarhus.Name);
        await Channel(aarhus, " ");
        (await Now()).SafetyChannelOf(aarhus.Id).ShouldBeNull();

        Task Channel(Organisation of, string channel) => given.Do<ChangeSettings, Result<NetworkSettings>>(change => change.SetSafetyChannel(of.Name, channel, ada.Id, default));
    }

    private async Task<Member> Administrator()
    {
        var ada = await given.Asker("Ada");
        await given.Change<Member>(ada.Id, member => member.Give(Role.Administrator));
        return ada;
    }

    private async Task<bool> Works(string country, DateTimeOffset at) =>
        (await given.Do<WorkingCalendars, WorkingDays>(async calendars => await calendars.Of("Europe/Brussels", country, null, null, default))).IsWorkingTime(at);

    private Task<NetworkSettings> Now() => given.Do<SettingsInForce, NetworkSettings>(async settings => await settings.Now(default));

    private Task<Refusal?> Set(ChangeSettings.Identity identity, Member by) =>
        given.Do<ChangeSettings, Refusal?>(async change => (await change.Set(identity, by.Id, default)).Refusal);

    private Task<Refusal?> Limit(NetworkLimit limit, int? number, Member by) =>
        given.Do<ChangeSettings, Refusal?>(async change => (await change.Set(new Dictionary<NetworkLimit, int?> { [limit] = number }, by.Id, default)).Refusal);

    private Task<Refusal?> Holidays(string country, string added, string removed, Member by) =>
        given.Do<ChangeSettings, Refusal?>(async change => (await change.SetHolidays(country, added, removed, by.Id, default)).Refusal);
}

public sealed class SettingsOnSqlite() : SettingsTests(StoreEngine.Sqlite);

public sealed class SettingsOnPostgres() : SettingsTests(StoreEngine.Postgres);
