using System.Globalization;
using InnovationBot.Activities;
using InnovationBot.Conversation.Turns;
using InnovationBot.Service.Demo.Clock;

namespace InnovationBot.Service.Demo.Acting;

/// <summary><c>clock +5d</c>: days pass, and what falls due meanwhile is done in its order.</summary>
public sealed class MoveClock(DemoClock clock, DueNow due, MachineClock machine)
{
    /// <summary>So that reminders come before what they remind of, and working hours are met on every day.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromHours(2);

    /// <summary>Long ways are gone in longer steps.</summary>
    private const int MostSteps = 400;

    /// <summary>What keeps one step waiting is not waited for again at each.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public async Task<Reply> Run(string words, CancellationToken stop)
    {
        if (words.Length == 0) return Reply.Text($"It is {Now()}.");
        if (words.Equals("reset", StringComparison.OrdinalIgnoreCase) || words.StartsWith('-'))
            return Reply.Text("The clock never goes back: what has happened would lie ahead. Start the demo with --fresh for a new beginning.");
        if (ClockWord.Ahead(words) is not { } ahead) return Reply.Text("Say how far: clock +5d, clock +3h, clock +30m, clock +2w (up to 400 days at once).");

        var began = machine.Time.GetTimestamp();
        var step = ahead / MostSteps > Step ? ahead / MostSteps : Step;
        for (var left = ahead; left > TimeSpan.Zero; left -= step)
        {
            clock.MoveAhead(left < step ? left : step);
            await due.Run(machine.Time.GetElapsedTime(began) < DueNow.Patience ? DueNow.Patience : Moment, stop);
        }

        return Reply.Text($"It is now {Now()}.");
    }

    /// <summary>"Monday 23 November 2026, 10:00 in Brussels".</summary>
    public string Now() => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), WorkingMorning.Zone).ToString("dddd d MMMM yyyy, HH:mm", English) + " in Brussels";
}
