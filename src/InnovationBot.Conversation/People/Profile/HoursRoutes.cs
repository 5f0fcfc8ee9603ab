using System.Globalization;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.People.Profile;
using InnovationBot.Network.Time;

namespace InnovationBot.Conversation.People.Profile;

/// <summary>Opens zone, country and hours.</summary>
[Verb("profile/hours")]
public sealed class OpenHoursRoute(ShowProfile show) : ProfileRoute(show)
{
    protected override Task<Reply> Act(PressData data, Turn turn, CancellationToken stop) => Show(data, turn, stop);

    protected override Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(HoursCard.For(view, turn.Reading)));
}

[Verb("profile/hours-save")]
public sealed class SaveHoursRoute(SetWorkingHours set, ShowProfile show) : ProfileRoute(show)
{
    protected override async Task<Reply> Act(PressData data, Turn turn, CancellationToken stop)
    {
        if (Time(data.Text("from", 8)) is not { } from || Time(data.Text("to", 8)) is not { } to) return Reply.Text(turn.Say["Profile.TimeError"]);
        var request = new SetWorkingHours.Request(
            turn.By, data.Text("zone", 100), data.Text("country", 2) is { Length: 2 } country ? country.ToUpperInvariant() : null, new WorkingHours(from, to));
        return (await set.Handle(request, stop)).Match(view => Reply.Card(ProfileCard.For(view, turn.Reading)), Reply.Refused);
    }

    protected override Task<Reply> Draw(ProfileView view, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Card(HoursCard.For(view, turn.Reading)));

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
