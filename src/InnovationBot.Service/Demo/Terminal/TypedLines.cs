namespace InnovationBot.Service.Demo.Terminal;

/// <summary>Where the terminal chat reads from.</summary>
internal interface ITypedLines
{
    /// <returns>What was typed; its line is <c>null</c> at the end of the input. <c>null</c> when it is time to look for news while nobody types.</returns>
    ValueTask<Typed?> Next(CancellationToken stop);

    /// <summary>Nobody sees what is typed unless it is written out, as from a script.</summary>
    bool NeedsEcho { get; }
}

internal sealed record Typed(string? Line);

/// <summary>Lines of a script: each is there at once.</summary>
internal sealed class ScriptLines(TextReader reader) : ITypedLines
{
    public bool NeedsEcho => true;

    public async ValueTask<Typed?> Next(CancellationToken stop) => new(await reader.ReadLineAsync(stop));
}

/// <summary>A person at the keyboard: news is looked for every second while they think.</summary>
internal sealed class KeyboardLines(TextReader reader, TimeProvider clock) : ITypedLines
{
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private Task<string?>? reading;

    public bool NeedsEcho => false;

    public async ValueTask<Typed?> Next(CancellationToken stop)
    {
        reading ??= Task.Run(reader.ReadLine, CancellationToken.None); // a console's reader blocks whatever it is asked
        var glance = Task.Delay(Glance, clock, stop);
        if (await Task.WhenAny(reading, glance) == glance)
        {
            await glance;
            return null;
        }

        var line = await reading;
        reading = null;
        return new Typed(line);
    }
}
