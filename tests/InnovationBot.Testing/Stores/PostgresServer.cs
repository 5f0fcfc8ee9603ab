using System.Collections.Concurrent;
using System.Diagnostics;
using InnovationBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InnovationBot.Testing.Stores;

/// <summary>
/// A private PostgreSQL server of this test process, made of Debian's package: reached by a socket in a folder of its own, so that it takes no
/// port; gone with the process, however that ends. Nothing is flushed to disk: its data need not outlive the tests.
/// </summary>
public sealed class PostgresServer
{
    private const string Template = "network_template";

    // Whoever started the script holds its standard input: each line kills the server and starts it again; the input's end, also by a kill, ends it and removes its folder.
    private const string Script = """
        set -e
        folder=$(mktemp -d "${TMPDIR:-/tmp}/innovationbot-postgres-XXXXXX")
        "$1/initdb" -D "$folder/data" -U network -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
        echo "$folder"
        start() {
            "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=300 -c shared_buffers=64MB \
                -c fsync=off -c synchronous_commit=off -c full_page_writes=off >> "$folder/server.log" 2>&1 < /dev/null &
            server=$!
        }
        start "$1"
        while read -r seconds; do
            kill -KILL $server
            wait $server 2> /dev/null || true
            sleep "$seconds"
            start "$1"
        done
        kill -QUIT $server
        wait $server || true
        rm -rf "$folder"
        """;

    private static readonly Lazy<Task<PostgresServer>> Started = new(Start);

    private readonly string folder;
    private readonly Process keptAlive;
    private readonly ConcurrentBag<string> emptied = [];
    private int databases;
    private string whole = "";

    private PostgresServer(string folder, Process keptAlive)
    {
        this.folder = folder;
        this.keptAlive = keptAlive;
    }

    /// <summary>Why PostgreSQL tests cannot run here; <c>null</c> when they can.</summary>
    public static string? Missing { get; } = Binaries() is null ? "PostgreSQL's server programs (initdb, postgres) are not installed; on Debian: apt-get install postgresql." : null;

    /// <summary>The server, started at first use.</summary>
    public static Task<PostgresServer> Running => Started.Value;

    public string ConnectionString(string database) =>
        $"Host={folder};Username=network;Database={database};Maximum Pool Size=40;Timeout=30";

    /// <summary>A migrated, empty database: one that an earlier test gave back, or a new one.</summary>
    public async Task<string> TakeDatabase()
    {
        if (emptied.TryTake(out var used)) return used;
        var name = NewName();
        await Execute($"CREATE DATABASE {name} TEMPLATE {Template} STRATEGY FILE_COPY");
        return name;
    }

    /// <summary>Empties a database for the next test, which is many times faster than a new one; one that is no longer as it was made goes.</summary>
    public async ValueTask GiveBack(string database)
    {
        if (await Empty(database) == whole) emptied.Add(database);
        else await Drop(database);
    }

    /// <summary>A database without tables.</summary>
    public Task CreateEmpty(string name) => Execute($"CREATE DATABASE {name} TEMPLATE template0");

    /// <summary>A name that no database has.</summary>
    public string NewName() => $"test_{Interlocked.Increment(ref databases)}";

    /// <summary>As if the server died: everybody's connections to it are broken when this returns, and no new one is taken.</summary>
    public Task TakeAway(string database) =>
        Execute($"ALTER DATABASE {database} ALLOW_CONNECTIONS false", $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{database}'");

    /// <summary>As kill -9 does to the server; everybody's connections break, and it is started again after so many seconds.</summary>
    public async Task Crash(int seconds)
    {
        await keptAlive.StandardInput.WriteLineAsync(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await keptAlive.StandardInput.FlushAsync();
    }

    /// <summary>As in earnest, and other than tests need it: what was committed outlives <see cref="Crash"/>. For connections made from now on.</summary>
    public Task KeepCommitted(string database) => Execute($"ALTER DATABASE {database} SET synchronous_commit = on");

    public Task BringBack(string database) => Execute($"ALTER DATABASE {database} ALLOW_CONNECTIONS true");

    public async ValueTask Drop(string database) => await Execute($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    /// <summary>Ends what a killed process left open there, and deletes every row; guards against deleting do not count.</summary>
    /// <returns>How many tables, columns, triggers and functions it has and which migrations, so that it is told when a test changed any.</returns>
    private async Task<string> Empty(string database)
    {
        await using var connection = new NpgsqlConnection($"Host={folder};Username=network;Database={database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Emptying, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private const string Emptying = """
        SET session_replication_role = replica;
        DO $$
        DECLARE one regclass;
        BEGIN
            PERFORM pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
            FOR one IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '__EFMigrationsHistory' LOOP
                EXECUTE 'DELETE FROM ' || one;
            END LOOP;
            PERFORM setval(oid::regclass, 1, false) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'S';
        END $$;
        SELECT concat_ws(' ',
            (SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace),
            (SELECT count(*) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND NOT attisdropped),
            (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal),
            (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace),
            (SELECT string_agg("MigrationId", ' ' ORDER BY "MigrationId") FROM "__EFMigrationsHistory"));
        """;

    private static async Task<PostgresServer> Start()
    {
        if (Missing is not null) throw new InvalidOperationException(Missing);
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] shell = ["/bin/sh", "-c", Script, "innovationbot-postgres", Binaries()!];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", Unprivileged(), "--", .. shell] : shell; // it refuses to run as root
        start.FileName = command[0];
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);

        var process = Process.Start(start)!;
        var folder = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("PostgreSQL's initdb failed; its output stands above.");
        var server = new PostgresServer(folder, process);
        await server.Answers();
        await using (var services = new ServiceCollection().AddStore(server.ConnectionString(Template)).BuildServiceProvider())
        {
            await services.GetRequiredService<Store>().Migrate(CancellationToken.None);
        }

        server.whole = await server.Empty(Template);
        return server;
    }

    private async Task Answers()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 600 && !keptAlive.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    private async Task Execute(params string[] statements)
    {
        await using var connection = new NpgsqlConnection($"Host={folder};Username=network;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string Unprivileged() => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    /// <summary>The folder that holds <c>initdb</c>: on the path, or where Debian puts it, the newest version first.</summary>
    private static string? Binaries()
    {
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        var versions = debian.Exists
            ? debian.GetDirectories().OrderByDescending(version => int.TryParse(version.Name, out var number) ? number : 0).Select(version => Path.Combine(version.FullName, "bin"))
            : [];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(versions)
            .FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, "initdb")) && File.Exists(Path.Combine(candidate, "postgres")));
    }
}
