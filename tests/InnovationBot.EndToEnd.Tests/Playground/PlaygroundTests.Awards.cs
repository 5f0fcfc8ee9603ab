using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>A round of the award within an hour, one person in every part: nominate, accept, endorse, score, announce.</summary>
public sealed partial class PlaygroundTests
{
    private const string Work = "Nobody reads the register at the gate";

    [Fact]
    public async Task A_work_is_nominated_accepted_endorsed_scored_and_announced()
    {
        var (dutch, german) = (Say.In(new Language("nl")), Say.In(new Language("de")));
        await As(null);
        await demo.Command("create", "award", await Round());
        await As("Els Vandewalle");
        await demo.Chat.Ask("awards");
        await demo.Chat.Press(dutch["Problems.OpenNamed", ("title", "Gate prize")]);
        await demo.Chat.Press(dutch["Events.Publish"]);
        await demo.Chat.Reads(dutch["Awards.Published"]);

        await As(null);
        await demo.Chat.Ask("nominate");
        await demo.Chat.Press("Open: Gate prize");
        await demo.Chat.Press("Nominate");
        await demo.Chat.Fill("Title", Work);
        await demo.Chat.Screenshot("nomination-work");
        await demo.Chat.Press("Next");
        await demo.Chat.Reads(new Regex("Step 2 of"));
        await demo.Chat.Fill("The problem it met", "Visitors sign twice at the gate and wait in the rain, about forty a day.");
        await demo.Chat.Press("Next");
        await demo.Chat.Reads(new Regex("Step 3 of"));
        await demo.Chat.Fill("Who else did it?", "aoife.brannigan@carrowbegcoco.example");
        await demo.Chat.Press("Next");
        await demo.Chat.Reads(new Regex("Step 4 of"));
        await demo.Chat.Press("Next");
        await demo.Chat.Screenshot("nomination-preview");
        await demo.Chat.Press("Put it forward");

        await As("Aoife Brannigan");
        await demo.Chat.CardWith(Work).WaitForAsync();
        await demo.Chat.Screenshot("nomination-asked");
        await demo.Chat.Press("Yes, I accept");
        await As("Bríd McEniff");
        await demo.Chat.Ask("awards");
        await demo.Chat.Press("Open: Gate prize");
        await demo.Chat.Press("Endorse a nomination");
        await demo.Chat.Press($"Open: {Work}");
        await demo.Chat.Fill("One sentence: what is different for you?", "I stood there in the rain with them.");
        await demo.Chat.Screenshot("nomination-endorse");
        await demo.Chat.Press("Endorse");
        await demo.Chat.Reads(Say.In(Language.English)["Nominations.Endorsed"]);

        await As(null);
        await demo.Chat.Say("clock +21m", answer: "It is now ");
        await As("Miriam Adeyemi");
        await demo.Chat.Ask("jury");
        await demo.Chat.Press(german["Jury.DeclareOpen"]);
        await demo.Chat.Press(german["Jury.DeclareSave"]);
        await demo.Chat.Press(Work);
        await demo.Chat.Press(german["Jury.Score"]);
        await demo.Chat.PickEverywhere("4", cardWith: german["Jury.ScoreHeading"]);
        await demo.Chat.Screenshot("jury-score");
        await demo.Chat.Press(german["Jury.Submit"]);
        await demo.Chat.Reads(german["Jury.Submitted"]);

        await As(null);
        await demo.Chat.Say("clock +20m", answer: "It is now ");
        await As("Els Vandewalle");
        await demo.Chat.Ask("awards");
        await demo.Chat.Press(dutch["Problems.OpenNamed", ("title", "Gate prize")]);
        await demo.Chat.Press(dutch["AwardResults.Ranking"]);
        await demo.Chat.Press(dutch["AwardResults.Decide"]);
        await demo.Chat.Screenshot("award-decide");
        foreach (var button in new[] { "DecideSave", "CloseAsk", "CloseYes", "AnnounceAsk", "AnnounceYes" }) await demo.Chat.Press(dutch[$"AwardResults.{button}"]);
        await demo.Chat.Reads(dutch["AwardResults.Heading", ("round", "Gate prize")]);
        await demo.Chat.Screenshot("award-announced");

        await As("Aoife Brannigan");
        await demo.Chat.CardWith("Certificate").WaitForAsync();
        await demo.Chat.Screenshot("award-own");
        await As(null);
    }

    /// <returns>A file with a round of one hour, by the demo's clock.</returns>
    private async Task<string> Round()
    {
        await demo.Chat.Say("clock", answer: "It is ");
        var now = DateTime.ParseExact(Told().Match(await demo.Chat.Reads(Told())).Groups["time"].Value, "dddd d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"));
        string In(int minutes) => now.AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        var file = Path.Combine(demo.Folder, "award.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            name = "Gate prize", zone = "Europe/Brussels", tracks = new[] { "challenge" }, categories = new[] { new { name = "Unsolved", jurors = new[] { "miriam.adeyemi@lindenfurt.example" } } },
            call_opens = In(-60), call_closes = In(20), eligibility_closes = In(20), jury_closes = In(40), announce = In(41), objection_days = 0, scores_per_nomination = 1,
        }));
        return file;
    }

    [GeneratedRegex(@"It is (?<time>\w+ \d+ \w+ \d+, \d\d:\d\d) in Brussels")]
    private static partial Regex Told();
}
