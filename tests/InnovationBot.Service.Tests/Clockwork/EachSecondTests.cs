using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using InnovationBot.Network.Time;
using InnovationBot.Testing.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Service.Tests.Clockwork;

/// <summary>The clockwork asks the store some fifty questions each second, for ever: none of them may cost more the more the network has seen.</summary>
public sealed partial class EachSecondTests
{
    /// <summary>Some hundreds of rows at most, whatever happens.</summary>
    private static readonly HashSet<string> Small =
        ["Imports", "AuditSegments", "Rounds", "Settings", "Broadcasts", "AwardRounds", "Events", "EventAnnouncements", "QuarterFigures", "OneTimeFiles", "DroppedFiles", "Channels", "OpenHours", "Schemes"];

    [Fact]
    public async Task Nothing_that_is_asked_each_second_walks_through_a_table_that_grows()
    {
        await using var bot = await BotUnderTest.Start(sample: false);
        await Sweep(bot); // what is done once a day is done
        using var asked = new Asked();
        await Sweep(bot);

        asked.Commands.Count.ShouldBeGreaterThan(30);
        asked.Commands.Where(command => !command.Text.EndsWith("WHERE 0", StringComparison.Ordinal)).SelectMany(command => Walks(bot, command)).ShouldBeEmpty();
    }

    private static async Task Sweep(BotUnderTest bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        foreach (var work in scope.ServiceProvider.GetServices<IDueWork>()) await work.RunDue(bot.Clock.GetUtcNow(), 100, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Walks(BotUnderTest bot, (string Text, List<(string Name, object? Value)> Parameters) command)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, "network.db")}");
        connection.Open();
        using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {command.Text}";
        foreach (var (name, value) in command.Parameters) explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        var tables = Named().Matches(command.Text).ToLookup(one => one.Groups["alias"].Value, one => one.Groups["table"].Value);
        using var plan = explain.ExecuteReader();
        while (plan.Read())
        {
            if (Walk().Match(plan.GetString(3)) is { Success: true } walk && tables[walk.Groups["alias"].Value].Any(table => !Small.Contains(table))) yield return $"{plan.GetString(3)}: {command.Text}";
        }
    }

    [GeneratedRegex("""(FROM|JOIN|UPDATE) "(?<table>\w+)" AS "(?<alias>\w+)""")]
    private static partial Regex Named();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)")]
    private static partial Regex Walk();

    /// <summary>What is asked in the course of the test itself, while the bot and other tests ask as well.</summary>
    private sealed class Asked : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private static readonly AsyncLocal<Asked?> Here = new();

        private readonly List<IDisposable> listening = [];

        public Asked()
        {
            Here.Value = this;
            listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<(string Text, List<(string Name, object? Value)> Parameters)> Commands { get; } = [];

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (Here.Value != this || value.Value is not CommandExecutedEventData { Command: var command }) return;
            Commands.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(one => (one.ParameterName, one.Value))]));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => listening.ForEach(one => one.Dispose());
    }
}
