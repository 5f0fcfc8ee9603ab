using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;

namespace InnovationBot.Network.Time;

/// <summary>
/// The nationwide public holidays of one country, from the embedded <c>public-holidays.json</c>: fixed days, days counted
/// from Easter, and weekdays of a month. Holidays of single regions are not in it.
/// </summary>
public sealed class PublicHolidays
{
    /// <summary>For countries the data does not know: every weekday is a working day.</summary>
    public static readonly PublicHolidays None = new(null, []);

    private static readonly FrozenDictionary<string, PublicHolidays> Countries = Read();

    private readonly HolidayRule[] rules;
    private readonly HolidayRule[] except = [];
    private readonly ConcurrentDictionary<int, FrozenSet<DateOnly>> years = new();

    private PublicHolidays(string? zone, IEnumerable<string> days)
    {
        Zone = zone;
        rules = [.. days.Select(HolidayRule.Read)];
    }

    private PublicHolidays(PublicHolidays known, IEnumerable<string> added, IEnumerable<string> removed)
    {
        Zone = known.Zone;
        rules = [.. known.rules, .. added.Select(HolidayRule.Read)];
        except = [.. removed.Select(HolidayRule.Read)];
    }

    /// <summary>The same with days that one network adds, and without those that it takes off.</summary>
    /// <param name="added">Rules as in the data file, or one date.</param>
    internal PublicHolidays With(IEnumerable<string> added, IEnumerable<string> removed) => new(this, added, removed);

    /// <summary>The zone of the country's capital, IANA.</summary>
    public string? Zone { get; }

    public static PublicHolidays Of(string? country) =>
        country is not null && Countries.TryGetValue(country, out var holidays) ? holidays : None;

    /// <summary>Of the country whose capital has this clock, for what has a place and no country.</summary>
    /// <param name="zone">IANA.</param>
    public static PublicHolidays WithClock(string zone) =>
        Countries.OrderBy(country => country.Key, StringComparer.Ordinal).Select(country => country.Value).FirstOrDefault(country => country.Zone == zone) ?? None;

    /// <summary>The countries whose holidays are known, ISO 3166-1 alpha-2.</summary>
    public static IReadOnlyCollection<string> KnownCountries => Countries.Keys;

    public bool Contains(DateOnly day) => years.GetOrAdd(day.Year, year => rules.Select(rule => rule.In(year)).Except(except.Select(rule => rule.In(year))).ToFrozenSet()).Contains(day);

    private static FrozenDictionary<string, PublicHolidays> Read()
    {
        using var data = typeof(PublicHolidays).Assembly.GetManifestResourceStream("public-holidays.json")!;
        using var document = JsonDocument.Parse(data);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(
            country => country.Name,
            country => new PublicHolidays(
                country.Value.GetProperty("zone").GetString(),
                country.Value.GetProperty("days").EnumerateArray().Select(day => day.GetString()!)),
            StringComparer.OrdinalIgnoreCase);
    }
}
