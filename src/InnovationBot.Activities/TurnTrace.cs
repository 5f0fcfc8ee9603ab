using System.Diagnostics;

namespace InnovationBot.Activities;

/// <summary>
/// The trace of what the bot does (W3C trace context): begins with each activity at the door, goes with the notices that the turn writes, and ends with
/// their delivery. There is one whether or not anybody collects traces, so that the log tells what belongs together.
/// </summary>
public static class TurnTrace
{
    /// <summary>Name of the source that collectors listen to.</summary>
    public const string SourceName = "InnovationBot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins a part of what runs now, or something new. Dispose it at its end.</summary>
    public static System.Diagnostics.Activity Begin(string name, ActivityKind kind = ActivityKind.Internal) =>
        Source.StartActivity(name, kind) ?? new System.Diagnostics.Activity(name).Start();

    /// <summary>Begins what an earlier trace led to, some time later and perhaps in another process.</summary>
    /// <param name="earlier">Its <c>traceparent</c>; none or unreadable = something new.</param>
    public static System.Diagnostics.Activity After(string? earlier, string name, ActivityKind kind)
    {
        var known = ActivityContext.TryParse(earlier, null, out var context);
        if (Source.StartActivity(name, kind, known ? context : default) is { } heard) return heard;
        var unheard = new System.Diagnostics.Activity(name);
        if (known) unheard.SetParentId(context.TraceId, context.SpanId, context.TraceFlags);
        return unheard.Start();
    }

    /// <summary>For those only who collect traces.</summary>
    /// <returns><c>null</c> when nobody does.</returns>
    public static System.Diagnostics.Activity? Part(string name) => Source.StartActivity(name);
}
