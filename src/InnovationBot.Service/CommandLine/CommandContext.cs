using System.CommandLine;
using InnovationBot.Service.Hosting;

namespace InnovationBot.Service.CommandLine;

/// <summary>What every command shares: where it writes, and which installation it works on.</summary>
public sealed class CommandContext(CommandConsole console, IReadOnlyDictionary<string, string?> settings)
{
    public CommandConsole Console { get; } = console;

    /// <summary>Every command's <c>--data</c>.</summary>
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of the store and the settings of one network (default: innovationbot in your user's data folder)", HelpName = "DIR", Recursive = true,
    };

    /// <summary>Whose rights an act is done with; without it the command line acts as the administrator of this machine.</summary>
    public static Option<string?> As() => new("--as") { Description = "E-mail address of the member with whose rights to act (default: the administrator of this machine)", HelpName = "EMAIL" };

    public static Option<int?> Port() => Port("--port", "Port of the bot's endpoint, 0 for any free one (default: ASPNETCORE_URLS, else 3978)");

    public static Option<int?> Port(string name, string description)
    {
        var port = new Option<int?>(name) { Description = description, HelpName = "N" };
        port.Validators.Add(parsed =>
        {
            if (parsed.Tokens.Count == 1 && (!int.TryParse(parsed.Tokens[0].Value, out var number) || number is < 0 or > 65535))
                parsed.AddError($"'{parsed.Tokens[0].Value}' is no port; {name} is from 0 to 65535.");
        });
        return port;
    }

    /// <exception cref="CommandFault">The folder cannot be made or written.</exception>
    public Installation Installation(ParseResult parsed, int? port = null, string? defaultFolder = null)
    {
        var all = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
        if (port is { } number) all["Service:Port"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Hosting.Installation.In(parsed.GetValue(Data) ?? defaultFolder ?? Hosting.Installation.DefaultFolder, all);
    }
}
