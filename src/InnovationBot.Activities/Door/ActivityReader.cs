using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;

namespace InnovationBot.Activities;

/// <summary>What is wrong with a request's body.</summary>
internal enum ActivityFault
{
    None,
    TooLong,
    NoJson,
    NoType,
    NoSender,
    NoConversation,
    NoChannel,
    UnusableId,
    NoServiceUrl,
}

/// <summary>Reads one activity from a request's body, without a copy where the server has it in one piece.</summary>
internal static class ActivityReader
{
    public const int MaxLength = 1024 * 1024;

    public static async ValueTask<(Activity? Activity, ActivityFault Fault)> Read(PipeReader body, CancellationToken stop)
    {
        while (true)
        {
            var read = await body.ReadAsync(stop);
            var buffer = read.Buffer;
            if (buffer.Length > MaxLength)
            {
                body.AdvanceTo(buffer.End);
                return (null, ActivityFault.TooLong);
            }

            if (!read.IsCompleted)
            {
                body.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            try
            {
                return Parse(buffer);
            }
            finally
            {
                body.AdvanceTo(buffer.End);
            }
        }
    }

    private static (Activity? Activity, ActivityFault Fault) Parse(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment) return Parse(body.FirstSpan);

        var length = (int)body.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(rented);
            return Parse(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true); // what people wrote does not stay in a shared buffer
        }
    }

    /// <param name="utf8">One JSON object, with or without a byte-order mark.</param>
    internal static (Activity? Activity, ActivityFault Fault) Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8)) utf8 = utf8[3..];
        if (!Utf8.IsValid(utf8) || !HasWholeCharacters(utf8)) return (null, ActivityFault.NoJson);
        try
        {
            var activity = JsonSerializer.Deserialize(utf8, ActivityJson.Default.Activity);
            return activity is null ? (null, ActivityFault.NoJson) : (activity, ActivityShape.Check(activity));
        }
        catch (JsonException)
        {
            return (null, ActivityFault.NoJson);
        }
    }

    /// <summary>
    /// Half a surrogate pair (<c>\ud800</c> alone) is legal JSON and no text. Elements that are read later would throw on it, far from the door, so
    /// whenever an escaped surrogate occurs at all every string is looked at here.
    /// </summary>
    private static bool HasWholeCharacters(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0) return true;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = ActivityJson.Depth });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            }

            return true;
        }
        catch (Exception broken) when (broken is InvalidOperationException or JsonException)
        {
            return false;
        }
    }
}
