using System.Text.RegularExpressions;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using Microsoft.Playwright;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>The main job in the Agents Playground, with one person in every part. One demo for all: each test takes a problem of its own.</summary>
public sealed partial class PlaygroundTests(PlaygroundTests.Demo demo) : IClassFixture<PlaygroundTests.Demo>, IAsyncLifetime
{
    /// <summary>The test before may have ended as somebody else, who reads another language.</summary>
    public async ValueTask InitializeAsync() => await demo.Chat.Say("view as me", answer: "You are yourself");

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed) await demo.Chat.Screenshot($"failed-{TestContext.Current.TestMethod!.MethodName}");
    }

    [Fact]
    public async Task Whoever_arrives_is_welcomed_once()
    {
        await demo.Chat.Reload();
        await demo.Chat.Say("clock", answer: "It is ");

        (await demo.Chat.Cards.Filter(new() { HasText = "Who has solved this before?" }).CountAsync()).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_case_opens_in_place_and_goes_back()
    {
        await Ask("Our letters to citizens are so hard to read that every second person phones to ask what they mean.");
        await demo.Chat.Screenshot("answer");

        await demo.Chat.Cards.GetByRole(AriaRole.Button, new() { NameRegex = OpensACase() }).Last.ClickAsync();
        await demo.Chat.Reads("What was done");
        await demo.Chat.Screenshot("case");

        await demo.Chat.Press("‹ Back");
        await demo.Chat.CardWith("None of these fits").WaitForAsync();
    }

    [Fact]
    public async Task A_check_in_is_answered_and_mirrored_and_a_small_step_follows()
    {
        await demo.Chat.Say("check-in", answer: "2 minutes, one problem");
        await demo.Chat.Screenshot("check-in");
        await demo.Chat.Say("Forty families came to the counter twice last month because the form asks for a paper they had already sent. They lose half a day, and we tried a list at the door.");
        await demo.Chat.CardWith("This is what I understood").WaitForAsync();
        await demo.Chat.Reads("So: forty families came to the counter twice last month because the form asks for a paper they had already sent, and that leads to this: they lose half a day.");
        await demo.Chat.Screenshot("check-in-mirror");
        await demo.Chat.FillAndPress("Which task or service", "School enrolment", "Yes, look for help");
        await demo.Chat.CardWith("A small step to try").WaitForAsync();
        await demo.Chat.Press("A small step to try");
        await demo.Chat.Reads("smallest step you could take next week");
        await demo.Chat.Screenshot("small-step");
        await demo.Chat.FillAndPress("The step, in a sentence", "Ring the five who came last and ask what was missing", "I will try it");
        await demo.Chat.Reads("Agreed: until");
    }

    [Fact]
    public async Task An_introduction_is_asked_for_and_accepted()
    {
        var giver = await AskForAnIntroduction("People wait eleven weeks for a building permit and the phone is never answered. Who has solved this?", "permit");

        await demo.Chat.Say($"view as {giver}", answer: $"To {giver}");
        await demo.Chat.Screenshot("permit-request");
        await demo.Chat.Press(InAnyLanguage("Introductions.Accept"));
        await demo.Chat.Reads(InAnyLanguage("Introductions.IntroducedIntroGiver", ("person", "Sam Rivers")));
        await demo.Chat.Screenshot("permit-accepted");

        await demo.Chat.Say("view as me");
        await demo.Chat.Reads($"{giver} said yes.");
        await demo.Chat.Screenshot("permit-introduced");
        await demo.Chat.Press("We are in touch");
        await demo.Chat.Reads("Yes, it helped");
    }

    [Fact]
    public async Task Who_asked_never_hears_who_declined()
    {
        var giver = await AskForAnIntroduction("Residents complain about building dust and noise and nobody answers the phone.", "dust");

        await demo.Chat.Say($"view as {giver}", answer: $"To {giver}");
        await demo.Chat.Press(InAnyLanguage("Introductions.NotThisTime"));
        await demo.Chat.Screenshot("dust-not-this-time");
        await demo.Chat.Press(InAnyLanguage("Introductions.NotNow"));
        await demo.Chat.Reads(InAnyLanguage("Introductions.Declined"));

        await demo.Chat.Say("view as me");
        var card = demo.Chat.CardWith("Still looking");
        await card.WaitForAsync();
        await demo.Chat.Screenshot("dust-still-looking");
        (await card.InnerTextAsync()).ShouldNotContain(giver);
    }

    [Fact]
    public async Task A_request_is_passed_on_to_somebody_else()
    {
        var giver = await AskForAnIntroduction("Our letters to citizens are so hard to read that every second person phones to ask what they mean.", "letters");

        await demo.Chat.Say($"view as {giver}", answer: $"To {giver}");
        await demo.Chat.Press(InAnyLanguage("Introductions.NotThisTime"));
        await demo.Chat.Press(InAnyLanguage("Introductions.SomeoneElse"));
        await demo.Chat.Reads(InAnyLanguage("Introductions.RedirectHeading"));
        await demo.Chat.Screenshot("letters-who");
        await demo.Chat.Press(InAnyLanguage("Introductions.RedirectNobody"));
        await demo.Chat.Reads(InAnyLanguage("Introductions.RedirectDone"));
        await demo.Chat.Screenshot("letters-passed");

        await demo.Chat.Say("view as me", answer: "You are yourself again.");
        await demo.Chat.CardWith("Still looking").WaitForAsync();
    }

    [Fact]
    public async Task A_case_is_begun_saved_step_by_step_and_found_again_among_ones_own()
    {
        await demo.Chat.Ask("share a case");
        await demo.Chat.Screenshot("share");
        await demo.Chat.Press("Write a new case");
        await demo.Chat.Reads(new Regex("Step 1 of 8"));
        await demo.Chat.Fill("A title that says what changed", "Callers hear where their permit stands");
        await demo.Chat.Screenshot("share-problem");
        await demo.Chat.Press("Next");
        await demo.Chat.Reads(new Regex("Step 2 of 8"));
        await demo.Chat.Screenshot("share-done");
        await demo.Chat.Press("Next");
        await demo.Chat.Reads(new Regex("Step 3 of 8"));
        await demo.Chat.Press("‹ Back");
        await demo.Chat.Reads(new Regex("Step 2 of 8"));

        await demo.Chat.Ask("my cases");
        await demo.Chat.CardWith("Callers hear where their permit stands").WaitForAsync();
        await demo.Chat.Screenshot("my-cases");
    }

    [Fact]
    public async Task The_library_turns_its_pages_is_filtered_and_takes_back_who_opened_a_case()
    {
        await Asks("cases", "Page 1 of");
        await demo.Chat.ComesToRest();
        await demo.Chat.Screenshot("library");
        await demo.Chat.Press("Next");
        await demo.Chat.Reads("Page 2 of");

        await demo.Chat.Press("Filter");
        await demo.Chat.Fill("Words to look for", "permit");
        await demo.Chat.Screenshot("library-filter");
        await demo.Chat.Press("Show these");
        await demo.Chat.CardWith("“permit”").WaitForAsync();
        await demo.Chat.Screenshot("library-filtered");

        await demo.Chat.PressToTheEnd(OpensACase());
        await demo.Chat.CardWith("What was done").WaitForAsync();
        await demo.Chat.Press("‹ Back");
        await demo.Chat.CardWith("“permit”").WaitForAsync();
    }

    /// <returns>Who is asked, as the demo tells it.</returns>
    private async Task<string> AskForAnIntroduction(string problem, string picture)
    {
        await Ask(problem);
        await demo.Chat.Screenshot($"{picture}-answer");
        await demo.Chat.Press("Ask for an introduction");
        var giver = Asked().Match(await demo.Chat.Reads(Asked())).Groups["name"].Value;
        if (await demo.Chat.Asks("Or only its kind")) // once a person; then it is known
        {
            await demo.Chat.Choose("Or only its kind", "A municipality");
            await demo.Chat.Choose("In which country", "Slovenia");
        }

        await demo.Chat.Screenshot($"{picture}-draft");
        await demo.Chat.Press("Send it");
        await demo.Chat.Reads("On its way");
        await demo.Chat.Screenshot($"{picture}-sent");
        await demo.Chat.Reads($"(demo) Something arrived for {giver}. To read it: view as {giver}");
        return giver;
    }

    /// <summary>Whoever is asked reads their own language.</summary>
    private static Regex InAnyLanguage(string text, params (string Name, object Value)[] values) =>
        new(string.Join('|', Language.Spoken.Select(language => Regex.Escape(Say.In(language)[text, values]))));

    /// <summary>What comes within half an hour of a question of the bot is taken for its answer; here it never is one.</summary>
    private async Task Ask(string problem)
    {
        await demo.Chat.Say("clock +31m", answer: "It is now ");
        await demo.Chat.Ask(problem);
    }

    [GeneratedRegex("What shall I send to (?<name>.+)\\?")]
    private static partial Regex Asked();

    [GeneratedRegex("^Open")]
    private static partial Regex OpensACase();

    /// <summary>The program with the Playground, and a browser window at it.</summary>
    public sealed class Demo(Browser browser) : IAsyncLifetime
    {
        private DemoProcess? process;
        private IBrowserContext? window;

        public PlaygroundChat Chat { get; private set; } = null!;

        public string Folder { get; } = Directory.CreateTempSubdirectory("innovationbot-test-").FullName;

        /// <summary>Runs a command beside the demo, on its store.</summary>
        public Task Command(params string[] arguments) => DemoProcess.Command([.. arguments, "--data", Folder]);

        public async ValueTask InitializeAsync()
        {
            process = await DemoProcess.WithPlayground(Folder);
            window = await browser.OpenContext(width: 1280, height: 1100);
            Chat = await PlaygroundChat.Open(window, process.Chat);
            await Chat.Reads("Who has solved this before?");
            await Chat.Screenshot("welcome");
            await Chat.ComesToRest();
        }

        public async ValueTask DisposeAsync()
        {
            if (window is not null) await window.DisposeAsync();
            if (process is not null) await process.DisposeAsync();
            Directory.Delete(Folder, recursive: true);
        }
    }
}
