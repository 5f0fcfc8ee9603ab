namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>What people do beside asking: join, see their profile, apply as ambassador.</summary>
public sealed partial class PlaygroundTests
{
    [Fact]
    public async Task Somebody_joins_and_applies_as_ambassador()
    {
        await Asks("profile", "Join the network?");
        await demo.Chat.Screenshot("profile-join");
        await demo.Chat.Press("Join");
        await demo.Chat.Reads("Your profile");
        await demo.Chat.Screenshot("profile");

        await demo.Chat.Press("Become an ambassador");
        await demo.Chat.Reads("Which three problems have you handled?");
        foreach (var (number, problem) in new[] { (1, "Parents sent the same form to three offices every autumn."), (2, "One in five residents missed the appointment at our desk."), (3, "New colleagues waited six weeks for access to the register.") })
        {
            await demo.Chat.Fill($"Problem {number}", problem);
            await demo.Chat.Fill($"Years you have dealt with problem {number}", "4");
        }

        await demo.Chat.Tick("I may be suggested to people with a problem I know");
        await demo.Chat.Tick("I may be asked for 20 minutes; I decide each time");
        await demo.Chat.Screenshot("application");
        await demo.Chat.Press("Send to the organisers");
        await demo.Chat.Reads("Your application is with the organisers");
    }

    /// <summary>As oneself, and not as the answer to a question of the bot's.</summary>
    private async Task Asks(string command, string heading)
    {
        await Ask(command);
        await demo.Chat.CardWith(heading).WaitForAsync();
    }
}
