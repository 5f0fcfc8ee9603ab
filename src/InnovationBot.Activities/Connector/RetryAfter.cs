namespace InnovationBot.Activities;

/// <summary>The header Retry-After (RFC 9110, 10.2.3): seconds, or a date.</summary>
public static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <param name="response">Whatever its status.</param>
    /// <param name="now">What a date is counted from, UTC.</param>
    /// <returns>From zero, for a date that has passed, to an hour, for anything later; <c>null</c> without the header, or when it cannot be read.</returns>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - now : null);
        return wait is not { } time ? null : time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;
    }
}
