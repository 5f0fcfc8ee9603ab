using System.Text.RegularExpressions;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>What waits at the contact desk and for organisers, played by those of the sample network who have these roles.</summary>
public sealed partial class PlaygroundTests
{
    [Fact]
    public async Task What_goes_to_the_contact_desk_is_claimed_and_answered_there_and_its_owner_reads_it()
    {
        await Ask("ask contact point Who trains the dogs that find leaks in our water pipes?");
        if (await demo.Chat.Asks("Or only its kind"))
        {
            await demo.Chat.Choose("Or only its kind", "A municipality");
            await demo.Chat.Choose("In which country", "Slovenia");
        }

        await demo.Chat.Press("Send it");
        await demo.Chat.Reads("The contact point has your problem");
        await demo.Chat.Screenshot("desk-sent");

        await demo.Chat.Say("view as Lucija", answer: "You are now Lucija");
        await demo.Chat.Ask("desk");
        await demo.Chat.Screenshot("desk");
        await demo.Chat.PressNewest(new Regex("Who trains the dogs"));
        await demo.Chat.PressNewest(InAnyLanguage("Desk.Claim"));
        await demo.Chat.PressNewest(InAnyLanguage("Desk.Answer"));
        await demo.Chat.Cards.Last.Locator("textarea").First.FillAsync("The water works of Ghent do, since 2021.");
        await demo.Chat.Screenshot("desk-answer");
        await demo.Chat.PressNewest(InAnyLanguage("Desk.AnswerSend"));
        await demo.Chat.Reads(InAnyLanguage("Desk.Answered"));

        await demo.Chat.Say("view as me", answer: "You are yourself again.");
        await demo.Chat.Reads("The water works of Ghent do, since 2021.");
        await demo.Chat.Screenshot("desk-answered");
    }

    [Fact]
    public async Task An_organiser_opens_what_waits_and_an_administrator_the_settings()
    {
        await demo.Chat.Say("view as Urška", answer: "You are now Urška Mlinar");
        await demo.Chat.Ask("organise");
        await demo.Chat.Reads(InAnyLanguage("Organise.Heading"));
        await demo.Chat.Screenshot("organise");
        await demo.Chat.Ask("settings");
        await demo.Chat.Screenshot("settings");
        await demo.Chat.Press(InAnyLanguage("Settings.Part_kept"));
        await demo.Chat.Reads(InAnyLanguage("Settings.Kept_invitations"));
        await demo.Chat.Screenshot("settings-kept");
        await demo.Chat.Say("view as me", answer: "You are yourself again.");
    }
}
