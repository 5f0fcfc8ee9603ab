using System.Diagnostics;

namespace InnovationBot.Testing.Stores;

/// <summary>A private Redis of Debian's package, reached by a socket in a folder of its own, so that it takes no port; it can be stopped and started again. Gone with this process.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";

    // Whoever started the script holds its standard input; the input's end, also by a kill, ends the server.
    private const string Script = """
        "$1" --port 0 --unixsocket "$2/redis.sock" --dir "$2" --save '' --appendonly no --daemonize no > "$2/redis.log" 2>&1 &
        server=$!
        cat > /dev/null || true
        kill -KILL $server
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("innovationbot-redis-").FullName;
    private Process? process;

    private RedisServer()
    {
    }

    /// <summary>Why tests with Redis cannot run here; <c>null</c> when they can.</summary>
    public static string? Missing => File.Exists(Program) ? null : "Redis is not installed; on Debian: apt-get install redis-server.";

    /// <summary>As StackExchange.Redis reads it.</summary>
    public string ConnectionString => $"!{folder}/redis.sock";

    public static async Task<RedisServer> Start()
    {
        var server = new RedisServer();
        await server.StartAgain();
        return server;
    }

    /// <summary>Empty, at the same place.</summary>
    public async Task StartAgain()
    {
        File.Delete(Path.Combine(folder, "redis.sock"));
        process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Script, "innovationbot-redis", Program, folder]) { RedirectStandardInput = true })!;
        for (var tries = 0; !File.Exists(Path.Combine(folder, "redis.sock")); tries++)
        {
            if (tries > 400) throw new InvalidOperationException("Redis does not start.");
            await Task.Delay(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        }
    }

    public async Task Stop()
    {
        if (process is null) return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, recursive: true);
    }
}
