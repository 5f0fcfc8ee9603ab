using System.Text.Json.Nodes;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Privacy.Retention;
using InnovationBot.Network.Problems;
using InnovationBot.Testing;
using InnovationBot.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Tests.Scenarios;

/// <summary>What somebody is told at first, the long text behind it, and how long things are kept.</summary>
public sealed class FirstContactScenarioTests(EmptyNetwork network) : IClassFixture<EmptyNetwork>
{
    private readonly BotUnderTest bot = network.Bot;

    [Theory]
    [InlineData("en-GB", "automated assistant", "privacy", "AI Act (Article 50)")]
    [InlineData("sl-SI", "samodejni pomočnik", "zasebnost", "50. člen")]
    [InlineData("da-DK", "automatisk assistent", "privatliv", "artikel 50")]
    [InlineData("nl-NL", "automatische assistent", "gegevensbescherming", "artikel 50")]
    [InlineData("fr-FR", "assistant automatique", "confidentialite", "article 50")]
    [InlineData("de-DE", "automatischer Assistent", "datenschutz", "Artikel 50")]
    public async Task The_first_word_says_what_the_bot_is_in_the_persons_language_and_leads_to_the_long_text(string locale, string what, string command, string article)
    {
        var somebody = bot.Of($"Newcomer {locale}");
        await somebody.Install(locale);
        somebody.LastCard.Text.ShouldContain(what);
        somebody.LastCard.Card.GetProperty("lang").GetString().ShouldBe(locale[..2]);
        await somebody.Press("people/privacy");
        somebody.LastCard.Text.ShouldContain(article);
        await somebody.Press("help/show");
        await somebody.Say(command, locale);
        somebody.LastCard.Text.ShouldContain(article);
    }

    [Theory]
    [InlineData("en-GB", "profile", "join", "forget me", "yes")]
    [InlineData("sl-SI", "profil", "pridruzim se", "pozabi me", "da")]
    [InlineData("da-DK", "profil", "jeg vil vaere med", "glem mig", "ja")]
    [InlineData("nl-NL", "profiel", "lid worden", "vergeet me", "ja")]
    [InlineData("fr-FR", "profil", "rejoindre", "oubliez moi", "oui")]
    [InlineData("de-DE", "profil", "beitreten", "vergiss mich", "ja")]
    public async Task Every_button_can_be_written_instead_of_pressed_and_a_yes_answers_what_was_asked(string locale, string profile, string join, string forget, string yes)
    {
        var somebody = bot.Of($"Writer {locale}");
        await somebody.Say(profile, locale);
        await somebody.Say(join, locale);
        (await bot.Store(db => db.Members.SingleAsync(m => m.Name == somebody.Person.Name))).State.ShouldBe(MemberState.Active);
        await somebody.Say("thanks", locale);
        await somebody.Say(yes, locale); // nothing on the profile is a yes
        await somebody.Say(forget, locale);
        await somebody.Say(yes, locale);
        (await bot.Store(db => db.Members.AnyAsync(m => m.Name == somebody.Person.Name))).ShouldBeFalse();
    }

    [Theory]
    [InlineData("en-GB", "Parents bring the same certificate to three offices", "automated assistant", "forget me")]
    [InlineData("sl-SI", "Starši isto potrdilo nosijo na tri urade", "samodejni pomočnik", "pozabi me")]
    [InlineData("de-DE", "Eltern bringen dieselbe Bescheinigung zu drei Ämtern", "automatischer Assistent", "vergiss mich")]
    public async Task Who_asks_before_anything_told_them_what_the_bot_is_reads_it_below_their_first_answer_and_only_there(string locale, string ask, string what, string forget)
    {
        var somebody = bot.Of($"Asker first {locale}");
        await somebody.Say(ask, locale);
        somebody.LastCard.Text.ShouldContain(what);
        somebody.LastCard.Text.ShouldContain(forget);
        await somebody.Press("people/privacy");
        await somebody.Press("problem/show");
        somebody.LastCard.Text.ShouldContain(what);
        await somebody.Say(ask, locale);
        somebody.LastCard.Text.ShouldNotContain(forget);
        var told = bot.Of($"Told first {locale}");
        await told.Install(locale);
        await told.Say(ask, locale);
        told.LastCard.Text.ShouldNotContain(forget);
    }

    [Fact]
    public void The_page_of_my_data_calls_every_part_by_a_name_in_each_language()
    {
        using var scope = bot.Services.CreateScope();
        foreach (var part in scope.ServiceProvider.GetServices<IPersonalData>())
            foreach (var language in Language.Spoken)
                Say.In(language)[$"People.Part_{part.Name}"].ShouldNotContain("Part_", Case.Sensitive, part.Name);
    }

    [Fact]
    public async Task The_page_of_my_data_calls_fields_and_values_as_the_cards_do()
    {
        var ana = await network.Joined("Ana Reader");
        await using var scope = bot.Services.CreateAsyncScope();
        var id = await bot.Store(db => db.Members.Where(m => m.Name == ana.Person.Name).Select(m => m.Id).SingleAsync());
        var data = (await scope.ServiceProvider.GetRequiredService<ExportMyData>().Handle(id, TestContext.Current.CancellationToken)).Value;
        var page = System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(Conversation.People.DataPage.Of(data, Say.In(new Language("sl")))));
        var say = Say.In(new Language("sl"));
        foreach (var word in new[] { say["Data.Field_visibility"], say["Profile.Visibility_unlisted"], say["Profile.Consent_broadcasts"], say["Data.Field_language"] }) page.ShouldContain(word);
        page.ShouldNotContain(">unlisted<");
    }

    [Fact]
    public async Task Who_is_responsible_is_what_administrators_wrote()
    {
        var ada = await network.Joined("Ada Responsible", Role.Administrator);
        await ada.Say("settings");
        await ada.Press("settings/privacy");
        (await ada.Press("settings/privacy-save", new Dictionary<string, string> { ["controller"] = new string('x', 1001) })).Text.ShouldContain("at most");
        await ada.Press("settings/privacy-save", new Dictionary<string, string>
        {
            ["controller"] = "Ministry of Permits, Main Street 1", ["officer"] = "dpo@ministry.example", ["processors"] = "Hosting Ltd", ["access"] = "Act on access, section 4", ["safety"] = "https://report.example",
        });
        var mia = bot.Of("Mia Reader");
        await mia.Say("privacy");
        foreach (var told in new[] { "Ministry of Permits", "dpo@ministry.example", "Hosting Ltd", "Act on access, section 4", "730 days" }) mia.LastCard.Text.ShouldContain(told);
        await mia.Say("I am being bullied by my colleagues");
        mia.LastCard.Text.ShouldContain("https://report.example");
    }

    [Fact]
    public async Task What_is_kept_long_enough_is_counted_first_and_then_deleted_by_the_clockwork_and_logged()
    {
        var ada = await network.Joined("Ada Keeper", Role.Administrator);
        var mia = bot.Of("Mia Closed");
        await mia.Say("People wait eleven weeks for a building permit and the phone is never answered");
        await bot.Store(async db =>
        {
            var problem = await db.Problems.SingleAsync(p => p.OwnerId == db.Members.Single(m => m.Name == "Mia Closed").Id);
            return problem.Solve(problem.OwnerId, bot.Clock.GetUtcNow().AddDays(-800));
        });
        await ada.Say("settings");
        await ada.Press("settings/kept");
        (await ada.Press("settings/kept-preview", new Dictionary<string, string> { ["closed_problems"] = "900" })).Text.ShouldContain("Nothing is deleted yet");
        (await ada.Press("settings/kept-preview", new Dictionary<string, string> { ["closed_problems"] = "3" })).Text.ShouldContain("7");
        await using (var scope = bot.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ApplyRetention>().RunDue(bot.Clock.GetUtcNow(), 100, TestContext.Current.CancellationToken); // the clockwork's own act, now
        (await bot.Store(db => db.Problems.AnyAsync(p => p.State == ProblemState.Solved))).ShouldBeFalse();
        (await bot.Store(db => db.AuditEvents.AnyAsync(a => a.Detail == "closed_problems 1"))).ShouldBeTrue();
    }

    [Fact]
    public async Task Ones_data_are_put_into_the_own_OneDrive_after_Teams_asked_and_nowhere_else()
    {
        string? put = null;
        string? range = null;
        var (puts, isDown) = (0, true);
        await using var drive = await LoopbackServer.Start(application => application.MapPut("/place", async (HttpRequest request) =>
        {
            puts++;
            if (isDown) return Results.StatusCode(503);
            range = request.Headers.ContentRange;
            put = await new StreamReader(request.Body).ReadToEndAsync();
            return Results.Created();
        }));
        var mia = bot.Of("Mia Keeper");
        await mia.Say("People wait eleven weeks for a building permit zwqdrive");
        await mia.Say("my data");
        (await mia.Press("people/data-file")).Text.ShouldContain("Teams asks you");
        var asked = Asked().ShouldHaveSingleItem();
        asked.Body.ToString().ShouldContain("my-data.html");
        asked.Body.GetProperty("attachments")[0].GetProperty("content").GetProperty("sizeInBytes").GetInt32().ShouldBeGreaterThan(500);

        await Answered("accept", new Uri("https://evil.example/place"));
        await Answered("accept", new Uri(drive.Address, "place"));
        (put, puts).ShouldBe((null, 1));
        mia.Messages.Count(message => message.Words?.Contains("could not be put", StringComparison.Ordinal) == true).ShouldBe(2);
        Asked().Count.ShouldBe(1, "it can be allowed once more");

        isDown = false;
        await Answered("accept", new Uri(drive.Address, "place"), twice: true);
        put.ShouldNotBeNull().ShouldContain("zwqdrive");
        puts.ShouldBe(2, "the channel's second delivery puts nothing");
        var length = System.Text.Encoding.UTF8.GetByteCount(put);
        range.ShouldBe($"bytes 0-{length - 1}/{length}");
        Asked().ShouldBeEmpty("what is done is not asked again");
        var info = mia.Messages.Single(message => message.Body.ToString().Contains("teams.card.file.info", StringComparison.Ordinal)).Body.GetProperty("attachments")[0];
        info.GetProperty("contentUrl").GetString().ShouldBe("https://contoso-my.sharepoint.com/my-data.html");
        info.GetProperty("content").ToString().ShouldBe("""{"uniqueId":"1","fileType":"html"}""");

        await mia.Press("people/data-file");
        asked = Asked().ShouldHaveSingleItem();
        await Answered("decline", null);
        puts.ShouldBe(2);
        mia.Text.ShouldContain("Nothing was put into your OneDrive.");
        Asked().ShouldBeEmpty();
        (await mia.Press("x", "people/data-file", [])).StatusCode.ShouldBe(200);

        List<Testing.Connector.ConnectorCall> Asked() => [.. mia.Messages.Where(message => message.Body.ToString().Contains("card.file.consent", StringComparison.Ordinal))];

        Task Answered(string action, Uri? place, bool twice = false) => mia.Invoke("fileConsent/invoke", Answer(action, place), asked.ActivityId, twice);

        static JsonObject Answer(string action, Uri? place) => new()
        {
            ["type"] = "fileUpload", ["action"] = action, ["context"] = new JsonObject { ["what"] = "my-data" },
            ["uploadInfo"] = place is null ? null : new JsonObject { ["uploadUrl"] = place.AbsoluteUri, ["contentUrl"] = "https://contoso-my.sharepoint.com/my-data.html", ["name"] = "my-data.html", ["uniqueId"] = "1", ["fileType"] = "html" },
        };
    }
}
