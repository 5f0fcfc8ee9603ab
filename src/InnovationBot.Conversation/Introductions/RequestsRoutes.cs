using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Introductions;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Introductions;

public sealed class MyRequestsCommand(ListRequests list) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        turn.Scope == Scope.Personal
            ? Reply.Card(MyRequestsCard.For(await list.Handle(turn.By, stop), turn.Reading))
            : Reply.Text(turn.Say["Routing.OnlyInOwnChat"]);
}

/// <summary>The same from a button.</summary>
[Verb("requests/show")]
public sealed class MyRequestsRoute(MyRequestsCommand command) : IVerbRoute
{
    public Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) => command.Run("", turn, stop);
}

/// <summary>"At most N requests a month".</summary>
[Verb("requests/cap")]
public sealed class MonthlyCapRoute(SetMonthlyCap set, ListRequests list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        data.Number("cap") is not { } cap
            ? Reply.Text(turn.Say["Introductions.CapError"])
            : (await set.Handle(turn.By, cap, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyRequestsCard.For(await list.Handle(turn.By, stop), turn.Reading));
}

/// <summary>"I am away until": the whole of that day in the person's own zone still counts as away.</summary>
[Verb("requests/away")]
public sealed class AwayRoute(SetAway set, ListRequests list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop)
    {
        if (!DateOnly.TryParseExact(data.Text("away", 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Reply.Text(turn.Say["Introductions.AwayError"]);
        var until = AwayDates.EndOf(day, turn.Zone);
        return (await set.Handle(turn.By, until, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);
    }

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyRequestsCard.For(await list.Handle(turn.By, stop), turn.Reading));
}

[Verb("requests/resume")]
public sealed class ResumeRoute(ResumeRequests resume, ListRequests list) : IVerbRoute
{
    public async Task<Reply> Run(PressData data, Turn turn, CancellationToken stop) =>
        (await resume.Handle(turn.By, stop)).Refusal is { } refusal ? Reply.Refused(refusal) : await Show(data, turn, stop);

    public async Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) =>
        Reply.Card(MyRequestsCard.For(await list.Handle(turn.By, stop), turn.Reading));
}

/// <summary>"pause", "pause until 24 December", "pause 2 weeks".</summary>
public sealed class PauseCommand(PauseRequests pause) : ICommand
{
    /// <summary>Longest try at a day that is answered with how to write one; more words are a problem told.</summary>
    private const int MostWords = 3;

    public bool Takes(string argument, Turn turn) =>
        AwayDates.Read(argument, turn.Reading) is not null || argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords;

    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop)
    {
        DateTimeOffset? until = null;
        if (argument.Length > 0)
        {
            if (AwayDates.Read(argument, turn.Reading) is not { } day) return Reply.Text(turn.Say["People.PauseUnknown"]);
            until = AwayDates.EndOf(day, turn.Zone);
            if (until <= turn.Now) return Reply.Text(turn.Say["People.PausePast"]);
        }

        if (!turn.Sender.Has(Consent.Contactable)) return Reply.Text(turn.Say["People.NotAmbassador"]);
        return (await pause.Handle(turn.By, until, stop)).Match(_ => Reply.Card(PausedCard.For(until, turn.Reading)), Reply.Refused);
    }
}

public sealed class ResumeCommand(ResumeRequests resume) : ICommand
{
    public async Task<Reply> Run(string argument, Turn turn, CancellationToken stop) =>
        (await resume.Handle(turn.By, stop)).Match(_ => Reply.Text(turn.Say["People.Resumed"]), Reply.Refused);
}

public static class PausedCard
{
    public static AdaptiveCard For(DateTimeOffset? until, Reading reading)
    {
        var say = reading.Say;
        var text = until is { } at ? say["People.PausedUntil", ("date", say.LastDay(at, reading.Zone))] : say["People.Paused"];
        return IntroductionCard.Draw(
            reading,
            say["Introductions.PausedHeading"],
            text,
            [HouseStyle.Paragraph(Markdown.Escape(text)), HouseStyle.Button(say["Introductions.Resume"], "requests/resume")]);
    }
}
