using InnovationBot.Service.Options;

namespace InnovationBot.Service.CommandLine;

/// <summary>Takes settings written as <c>--Section:Name=value</c> or <c>--Section:Name value</c> out of the arguments, before the command line is read.</summary>
internal static class SettingArguments
{
    /// <exception cref="CommandFault">A setting without a value, or of a name that no setting has.</exception>
    public static (IReadOnlyList<string> Words, IReadOnlyDictionary<string, string?> Settings) Split(IReadOnlyList<string> arguments)
    {
        var words = new List<string>(arguments.Count);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--")
            {
                words.AddRange(arguments.Skip(i));
                break;
            }

            if (!IsSetting(arguments[i], out var name, out var value))
            {
                words.Add(arguments[i]);
                continue;
            }

            if (value is null && (++i == arguments.Count || IsSetting(arguments[i], out _, out _)))
                throw new CommandFault($"The setting --{name} has no value. Write --{name}=VALUE.", ExitCode.Usage);
            if (!KnownSettings.Has(name))
                throw new CommandFault($"There is no setting '{name}'.{KnownSettings.Suggest(name)}", ExitCode.Usage);
            settings[name] = value ?? arguments[i];
        }

        return (words, settings);
    }

    private static bool IsSetting(string argument, out string name, out string? value)
    {
        var end = argument.IndexOf('=', StringComparison.Ordinal);
        name = argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..(end < 0 ? argument.Length : end)] : "";
        value = end < 0 ? null : argument[(end + 1)..];
        return name.IndexOf(':', StringComparison.Ordinal) > 0 && !name.Any(char.IsWhiteSpace);
    }
}
