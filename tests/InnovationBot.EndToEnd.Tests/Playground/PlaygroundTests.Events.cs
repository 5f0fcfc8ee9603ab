using System.Globalization;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>An organiser makes an event and invites a channel to it; others press by posted activities, for the Playground has one person.</summary>
public sealed partial class PlaygroundTests
{
    private const string Organiser = "Ida Sejersen"; // of the sample network, whose bot speaks Danish

    private static readonly PlaygroundOther Mads = new("Mads Lind", "c2a5be1f-7d0b-4e43-9a86-1d3f0b6e2a03");

    [Fact]
    public async Task An_event_is_made_previewed_published_signed_up_for_and_posted_in_a_channel()
    {
        var danish = Say.In(new Language("da"));
        var day = TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await As(Organiser);
        await demo.Chat.Ask("new event");
        await demo.Chat.Fill(danish["Events.Field_title"], "Door clinic");
        await demo.Chat.Choose(danish["Events.Field_kind"], danish.Word(EventKind.Workshop));
        await demo.Chat.Press(danish["Events.NextStep"]);
        await demo.Chat.Reads(danish["Events.Step_when"]);
        foreach (var (field, text) in new[] { ("StartDay", day), ("StartTime", "09:00"), ("EndDay", day), ("EndTime", "12:00") }) await demo.Chat.Fill(danish[$"Events.{field}"], text);
        await demo.Chat.Fill(danish["Events.Field_capacity"], "1");
        await demo.Chat.Screenshot("event-when");
        await demo.Chat.Press(danish["Events.NextStep"]);
        await demo.Chat.Reads(danish["Events.Step_more"]);
        await demo.Chat.Press(danish["Events.NextStep"]);
        await demo.Chat.Reads(danish["Events.Step_who"]);
        await demo.Chat.Press(danish["Events.ToPreview"]);
        await demo.Chat.Press(danish["Events.AsOthersSeeIt"]);
        await demo.Chat.Reads(danish["Events.PreviewHint"]);
        await demo.Chat.Screenshot("event-preview");
        var id = await demo.Chat.PressWith(danish["Events.Publish"], "event");
        await demo.Chat.Reads(danish["Events.Published"]);

        await demo.Chat.PostPress(Mads, "event/going", "event", id);
        await As(null);
        await demo.Chat.Ask("events door clinic");
        await demo.Chat.Press("Open: Door clinic");
        await demo.Chat.Reads("Full: “Going” puts you on the waiting list");
        await demo.Chat.Press("Going");
        await demo.Chat.Reads("number 1 in the queue");
        await demo.Chat.Screenshot("event-waiting");
        await demo.Chat.PostPress(Mads, "event/decline", "event", id);
        await demo.Chat.CardWith("A place has become free").GetByText("kept for you until").First.WaitForAsync();
        await demo.Chat.Press("Going");
        await demo.Chat.Reads("You are going");
        await demo.Chat.Screenshot("event-going");

        await demo.Chat.Visit("Service design - Problems");
        await demo.Chat.Visit("Personal Chat");
        await As(Organiser);
        await demo.Chat.Ask("broadcasts");
        await demo.Chat.Press(danish["Broadcasts.NewEvent"]);
        await demo.Chat.Choose(danish["Broadcasts.EventLabel"], "Door clinic");
        await demo.Chat.Press(danish["Broadcasts.Save"]);
        await demo.Chat.Press(danish["Broadcasts.Channels"]);
        await demo.Chat.ChooseLast(danish["Broadcasts.ChannelsLabel"]);
        await demo.Chat.Press(danish["Broadcasts.Save"]);
        await demo.Chat.Press(danish["Broadcasts.Send"]);
        await demo.Chat.Screenshot("broadcast-send");
        await demo.Chat.Press(danish["Broadcasts.SendIt"]);
        await demo.Chat.Reads(danish["Broadcasts.Heading_sent", ("title", "Door clinic")]);
        await demo.Chat.Visit("Service design - Problems");
        await demo.Chat.CardWith("Door clinic").WaitForAsync();
        await demo.Chat.Screenshot("broadcast-channel");
        await demo.Chat.Visit("Personal Chat");
    }

    /// <param name="name">Of the sample network; none = oneself.</param>
    private Task As(string? name) => demo.Chat.Say($"view as {name ?? "me"}", answer: name is null ? "You are yourself" : $"You are now {name}");
}
