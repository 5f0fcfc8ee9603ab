using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Ambassadors;
using InnovationBot.Network.People.Ambassadors.OpenHours;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.Problems;
using InnovationBot.Network.Tests.Stores;
using InnovationBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Tests.People;

/// <summary>One hour of an ambassador for several people with one problem.</summary>
public abstract class OpenHourTests(StoreEngine engine) : NetworkTests(engine)
{
    [Fact]
    public async Task Several_with_one_problem_are_led_to_it_also_when_the_ambassador_has_enough_requests()
    {
        var jan = await given.Ambassador("Jan", cap: 1);
        await given.IntroductionAsked(await given.Asker("First"), jan);
        (await given.Asked(await given.Asker("Second"))).People.ShouldBeEmpty("one request a month is enough for him");
        (await Hold(jan)).Refusal.ShouldBeNull();

        List<Member> askers = [await given.Asker("Mia"), await given.Asker("Otto"), await given.Asker("Vid")];
        var led = new List<SuggestionId>();
        foreach (var asker in askers)
        {
            var person = (await given.Asked(asker)).People.Single();
            (person.HasOpenHour, person.OnlyOpenHour).ShouldBe((true, true));
            led.Add(person.Suggestion.Id);
        }

        (await given.Send(led[0], askers[0])).Refusal.ShouldBe(IntroductionRefusals.PersonNotAvailable);
        (await Join(led[0], askers[0])).Value.Host.Name.ShouldBe("Jan");
        (await Join(led[0], askers[0])).Value.PlacesLeft.ShouldBe(1, "come twice is come once");
        (await Join(led[1], askers[1])).Refusal.ShouldBeNull();
        (await Join(led[2], askers[2])).Refusal.ShouldBe(OpenHourRefusals.Full);
        (await Join(led[2], askers[0])).Refusal.ShouldBe(OpenHourRefusals.Over, "somebody else's answer leads nobody");

        (await Own(jan)).Own!.Guests.Select(guest => guest.Person.Name).ShouldBe(["Mia", "Otto"], ignoreOrder: true);
        await given.Later(TimeSpan.FromDays(6));
        foreach (var person in new[] { jan, askers[0], askers[1] }) (await given.NoticesTo(person)).ShouldContain(OpenHourNotices.Tomorrow);
        (await given.NoticesTo(askers[2])).ShouldNotContain(OpenHourNotices.Tomorrow);
        await given.Later(TimeSpan.FromDays(30));
        (await given.Read(async db => await db.OpenHours.CountAsync() + await db.OpenHourSeats.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task It_is_about_its_topic_and_about_nothing_else()
    {
        var jan = await given.Ambassador("Jan");
        await given.Change<Member>(jan.Id, member => member.Topics = ["building permits", "archives"]);
        (await Hold(jan, topic: "archives")).Refusal.ShouldBeNull();
        (await given.Asked(await given.Asker("Mia"))).People.Single().HasOpenHour.ShouldBeFalse();
        (await given.Asked(await given.Asker("Otto"), "Boxes of the archives are never found again")).People.Single().HasOpenHour.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_is_kept()
    {
        var (jan, mia) = (await given.Ambassador("Jan"), await given.Asker());
        (await Hold(mia)).Refusal.ShouldBe(AmbassadorRefusals.NotAmbassador);
        (await Hold(jan, start: given.Now)).Refusal.ShouldBe(OpenHourRefusals.When);
        (await Hold(jan, start: given.Now.AddDays(91))).Refusal.ShouldBe(OpenHourRefusals.When);
        (await Hold(jan, topic: "cooking")).Refusal.ShouldBe(OpenHourRefusals.Topic);
        (await Hold(jan, places: 1)).Refusal.ShouldBe(OpenHourRefusals.Places);
        (await Hold(jan, link: "http://example.org/meet")).Refusal.ShouldBe(OpenHourRefusals.Link);
        (await given.Read(db => db.OpenHours.CountAsync())).ShouldBe(0);
        (await Hold(jan)).Refusal.ShouldBeNull();
        (await Hold(jan)).Refusal.ShouldBe(OpenHourRefusals.Another);
    }

    [Fact]
    public async Task Whoever_comes_hears_when_it_is_called_off_and_when_the_host_is_no_more()
    {
        var (jan, eva, mia) = (await given.Ambassador("Jan"), await given.Ambassador("Eva"), await given.Asker());
        foreach (var host in new[] { jan, eva }) await Hold(host);
        foreach (var person in (await given.Asked(mia)).People) (await Join(person.Suggestion.Id, mia)).Refusal.ShouldBeNull();
        (await given.Do<HoldOpenHour, Result<OpenHourHost>>(hold => hold.Cancel(jan.Id, default))).Value.Own.ShouldBeNull();
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(eva.Id, default));
        (await given.NoticesTo(mia)).Count(kind => kind == OpenHourNotices.Cancelled).ShouldBe(2);
        await given.Do<ForgetMe, Refusal?>(forget => forget.Handle(mia.Id, default));
        (await given.Read(db => db.OpenHourSeats.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_place_is_given_once_when_two_press_at_the_same_moment()
    {
        var jan = await given.Ambassador("Jan");
        await Hold(jan);
        List<(Member By, SuggestionId Led)> presses = [];
        foreach (var name in new[] { "Mia", "Otto", "Vid", "Ida" })
        {
            var asker = await given.Asker(name);
            presses.Add((asker, (await given.Asked(asker)).People.Single().Suggestion.Id));
        }

        var joined = await Task.WhenAll(presses.Select(press => given.Turn<JoinOpenHour, Result<OpenHourView>>(join => join.Handle(press.Led, press.By.Id, "Permits take long.", default))));
        joined.Count(one => one.Refusal is null).ShouldBe(2);
        (await given.Read(db => db.OpenHourSeats.CountAsync())).ShouldBe(2);
    }

    private Task<Result<OpenHourView>> Hold(Member by, DateTimeOffset? start = null, string topic = "", int places = 2, string link = "https://teams.microsoft.com/l/meetup-join/x") =>
        given.Do<HoldOpenHour, Result<OpenHourView>>(hold => hold.Handle(new(by.Id, start ?? given.Now.AddDays(7), topic, places, link), default));

    private Task<Result<OpenHourView>> Join(SuggestionId led, Member by) =>
        given.Do<JoinOpenHour, Result<OpenHourView>>(join => join.Handle(led, by.Id, "Permits take long.", default));

    private async Task<OpenHourHost> Own(Member by) => (await given.Do<HoldOpenHour, Result<OpenHourHost>>(hold => hold.Show(by.Id, default))).Value;
}

public sealed class OpenHoursOnSqlite() : OpenHourTests(StoreEngine.Sqlite);

public sealed class OpenHoursOnPostgres() : OpenHourTests(StoreEngine.Postgres);
