using System.Globalization;
using System.Text.Json;
using InnovationBot.Network;
using InnovationBot.Network.Events;

namespace InnovationBot.Service.CommandLine.Scripted;

/// <summary>
/// An event's <c>series</c> in a file: its name, or an object with <c>name</c>, <c>rule</c> (<c>same_weekday</c>, the second Tuesday
/// of each month, or <c>same_date</c>) and <c>more</c>: how many months after the first.
/// </summary>
/// <param name="Rule">With <paramref name="More"/>: the others are made too.</param>
internal sealed record ScriptedSeries(string? Name, MonthlyRule? Rule, int? More)
{
    public static ScriptedSeries Read(ScriptedFile file)
    {
        var written = file.Field("series");
        if (written.ValueKind != JsonValueKind.Object) return new(file.Text("series"), null, null);

        foreach (var unknown in written.EnumerateObject().Select(one => one.Name).Except(["name", "rule", "more"])) file.Fault($"series.{unknown}", "Leave it out: a series has name, rule and more.");
        var name = file.TextOf(Of("name"), "series.name");
        MonthlyRule? rule = null;
        if (Vocabulary.TryRead<MonthlyRule>(file.TextOf(Of("rule"), "series.rule"), out var read)) rule = read;
        else file.Fault("series.rule", $"Write one of: {string.Join(", ", Vocabulary.All<MonthlyRule>())}.");
        int? more = null;
        if (int.TryParse(file.TextOf(Of("more"), "series.more"), CultureInfo.InvariantCulture, out var number) && number is >= 1 and < CopyEvent.MostInSeries) more = number;
        else file.Fault("series.more", $"Write how many more months, from 1 to {CopyEvent.MostInSeries - 1}.");
        if (file.Field("start").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) file.Fault("start", "A series needs the start of its first event.");
        if (file.Field("end").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) file.Fault("end", "A series needs the end of its first event.");
        return new(name, rule, more);

        JsonElement Of(string field) => written.TryGetProperty(field, out var value) ? value : default;
    }
}
