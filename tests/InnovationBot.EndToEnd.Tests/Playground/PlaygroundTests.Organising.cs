using System.Text.RegularExpressions;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>What people do beside asking: their profile, an application, the desk, what waits for an organiser, an event and a broadcast about it.</summary>
public sealed partial class PlaygroundTests
{
    [Fact]
    public async Task Somebody_joins_applies_as_ambassador_and_organises_what_waits()
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

        await demo.Command("grant", "organiser", Sam);
        await Asks("organise", "Applications as ambassador");
        await demo.Chat.Screenshot("organise");
        await demo.Chat.Press("Open: Sam Rivers");
        await demo.Chat.Reads("Sam Rivers would like to be an ambassador");
        await demo.Chat.Screenshot("organise-application");

        await demo.Command("grant", "contact_point", Sam);
        await Asks("ask contact point", "What shall the contact point find out?");
        await demo.Chat.Screenshot("desk-ask");
        await Asks("contact desk", "desk");
        await demo.Chat.Screenshot("desk");
    }

    [Fact]
    public async Task An_event_is_written_looked_at_published_and_signed_up_for_and_a_message_about_it_begun()
    {
        await demo.Command("grant", "organiser", Sam);
        await Asks("new event", "What is it about?");
        await demo.Chat.Fill("Title", "Counter clinic");
        await demo.Chat.Choose("Kind of event", "workshop");
        await demo.Chat.Screenshot("event-what");
        await demo.Chat.Press("Save and go on");
        await demo.Chat.Reads("When and where is it?");
        await demo.Chat.Fill("First day", "2031-03-03");
        await demo.Chat.Fill("Begins at", "09:00");
        await demo.Chat.Fill("Last day", "2031-03-03");
        await demo.Chat.Fill("Ends at", "12:00");
        await demo.Chat.Fill("Place", "Room 1");
        await demo.Chat.Press("Save and go on");
        await demo.Chat.Reads("What should people know?");
        await demo.Chat.Press("Save and go on");
        await demo.Chat.Reads("For whom is it, and what do you ask them?");
        await demo.Chat.Press("Save the draft");
        await demo.Chat.Press(new Regex("^Preview|^Show it|^Look"));
        await demo.Chat.Reads("This is how others will see it");
        await demo.Chat.Screenshot("event-preview");
        await demo.Chat.Press("Publish");
        await demo.Chat.Reads(new Regex("Published\\. Its audience finds it"));
        await demo.Chat.Screenshot("event-published");

        await Asks("events counter clinic", "Counter clinic");
        await demo.Chat.Press("Open: Counter clinic");
        await demo.Chat.Press("Going");
        await demo.Chat.Reads("You are going");
        await demo.Chat.Screenshot("event-going");

        await Asks("broadcasts", "Invite to an event");
        await demo.Chat.Press("Invite to an event");
        await demo.Chat.Screenshot("broadcast-event");
    }

    private const string Sam = "sam.rivers@playground.example";

    /// <summary>As oneself, and not as the answer to a question of the bot's.</summary>
    private async Task Asks(string command, string heading)
    {
        await Ask(command);
        await demo.Chat.CardWith(heading).WaitForAsync();
    }
}
