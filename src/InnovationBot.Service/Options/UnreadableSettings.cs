using System.ComponentModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace InnovationBot.Service.Options;

/// <summary>
/// Values that are not of the kind their setting takes: all of them, in words, where the framework tells the first by the name of a type, and nothing at all of a
/// list that was written as one value.
/// </summary>
internal static class UnreadableSettings
{
    /// <summary>By their settings' names, a sentence for each. A secret is text and therefore never among them.</summary>
    public static IReadOnlyDictionary<string, string> Of(IConfiguration settings)
    {
        var faults = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (section, types) in KnownSettings.Known)
            foreach (var property in types.SelectMany(type => type.GetProperties()))
                if ($"{section}:{property.Name}" is var name && settings[name] is { } value && Fault(name, value, property.PropertyType) is { } fault) faults[name] = fault;
        return faults;
    }

    /// <exception cref="OptionsValidationException">There is one at least.</exception>
    public static void Refuse(IConfiguration settings)
    {
        if (Of(settings) is { Count: > 0 } faults) throw new OptionsValidationException("settings", typeof(UnreadableSettings), faults.Values);
    }

    private static string? Fault(string name, string value, Type type)
    {
        if (type == typeof(List<string>))
            return value.Length == 0 ? null : $"{name} is a list: write {name}:0, in the environment {name.Replace(":", "__", StringComparison.Ordinal)}__0, and the next with 1.";
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (wanted == typeof(string) || (value.Length == 0 && wanted != type)) return null;
        try
        {
            TypeDescriptor.GetConverter(wanted).ConvertFromInvariantString(value); // as the settings are bound
            return null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or NotSupportedException)
        {
            return value.Length == 0 ? $"{name} has no value; it takes {Kind(wanted)}. Write one, or take the setting away." : $"{name} takes {Kind(wanted)}, and '{value}' is none.";
        }
    }

    private static string Kind(Type wanted) =>
        wanted.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(wanted))}"
        : wanted == typeof(bool) ? "true or false"
        : wanted == typeof(int) ? "a whole number"
        : "a number";
}
