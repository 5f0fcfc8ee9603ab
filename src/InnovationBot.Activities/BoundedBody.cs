namespace InnovationBot.Activities;

/// <summary>Reads an answer without letting its sender fill the memory.</summary>
internal static class BoundedBody
{
    /// <returns><c>null</c> when the body is longer than <paramref name="limit"/> bytes.</returns>
    public static async Task<ReadOnlyMemory<byte>?> Read(HttpResponseMessage response, int limit, CancellationToken stop)
    {
        if (response.Content.Headers.ContentLength > limit) return null;
        if (response.Content.Headers.ContentLength == 0) return ReadOnlyMemory<byte>.Empty;

        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var buffer = new byte[Math.Min(response.Content.Headers.ContentLength ?? 1024, limit) + 1];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), stop);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > limit) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limit + 1));
        }
    }
}
