using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using InnovationBot.Network.Time;

namespace InnovationBot.Network.Settings;

/// <summary>How this network is set up: what administrators set, else the program's options. Never changes; a change makes new ones.</summary>
public sealed class NetworkSettings
{
    internal const string NameKey = "name";
    internal const string LanguageKey = "default_language";
    internal const string ZoneKey = "default_zone";
    internal const string TermsKey = "terms";
    internal const string PrivacyKey = "privacy";
    internal const string ControllerKey = "controller";
    internal const string OfficerKey = "data_protection_officer";
    internal const string ProcessorsKey = "processors";
    internal const string PublicAccessKey = "public_access";
    internal const string SafetyKey = "safety_network";
    internal const string HolidaysPrefix = "holidays.";
    internal const string SafetyPrefix = "safety.";

    /// <summary>Entries of a list of holidays, in a setting and as administrators write them.</summary>
    internal const char Between = ';';

    private readonly FrozenDictionary<string, string> stored;
    private readonly ConcurrentDictionary<string, PublicHolidays> holidays = new(StringComparer.OrdinalIgnoreCase);

    public NetworkSettings(IEnumerable<KeyValuePair<string, string>> stored, NetworkOptions defaults)
    {
        this.stored = stored.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        DefaultLanguage = new Language(Of(LanguageKey) ?? defaults.DefaultLanguage);
        DefaultZone = Of(ZoneKey) ?? defaults.DefaultZone;
    }

    /// <summary>What the network calls itself; none = it is just called "the network".</summary>
    public string? Name => Of(NameKey);

    /// <summary>What the bot writes in to people of whom no language is known.</summary>
    public Language DefaultLanguage { get; }

    /// <summary>IANA name.</summary>
    public string DefaultZone { get; }

    /// <summary>Where the terms of use stand.</summary>
    public Uri? Terms => Link(TermsKey);

    /// <summary>Where it stands what happens to people's data, in full.</summary>
    public Uri? Privacy => Link(PrivacyKey);

    /// <summary>Who decides on the data, and how they are reached; none until an administrator wrote it.</summary>
    public string? Controller => Of(ControllerKey);

    public string? DataProtectionOfficer => Of(OfficerKey);

    /// <summary>Who handles data for the controller: hosting, a model's provider.</summary>
    public string? Processors => Of(ProcessorsKey);

    /// <summary>What the national law on access to documents may make public.</summary>
    public string? PublicAccess => Of(PublicAccessKey);

    /// <summary>Where people turn about wrongdoing or danger whose organisation has no channel of its own here.</summary>
    public string? SafetyChannel => Of(SafetyKey);

    /// <summary>Countries whose holidays were changed here, ISO 3166-1 alpha-2.</summary>
    public IEnumerable<string> CountriesWithHolidays => stored.Keys.Where(key => key.StartsWith(HolidaysPrefix, StringComparison.OrdinalIgnoreCase)).Select(key => key[HolidaysPrefix.Length..]);

    public int this[NetworkLimit limit] =>
        Of(KeyOf(limit)) is { } set && int.TryParse(set, CultureInfo.InvariantCulture, out var number) ? number : LimitRange.Of(limit).Default;

    public TimeSpan this[Kept kind] => TimeSpan.FromDays(
        Of(KeyOf(kind)) is { } set && int.TryParse(set, CultureInfo.InvariantCulture, out var days) ? days : KeptFor.DefaultDays(kind));

    /// <summary>A country's public holidays, with the days that are added or removed here.</summary>
    public PublicHolidays HolidaysOf(string? country) =>
        country is null ? PublicHolidays.None
        : HolidayChangesOf(country) is not { } changes ? PublicHolidays.Of(country)
        : holidays.GetOrAdd(country, of => PublicHolidays.Of(of).With(changes.Added, changes.Removed));

    public HolidayChanges? HolidayChangesOf(string country) => Of(HolidaysPrefix + country) is { } set ? HolidayChanges.Read(set) : null;

    /// <summary>Whom to turn to, at one organisation, about wrongdoing or danger: the official channel that the bot is not.</summary>
    public string? SafetyChannelOf(OrganisationId organisation) => Of(SafetyPrefix + organisation);

    public IEnumerable<OrganisationId> OrganisationsWithSafetyChannel =>
        from key in stored.Keys
        where key.StartsWith(SafetyPrefix, StringComparison.OrdinalIgnoreCase)
        let id = EntityId.TryRead<OrganisationId>(key[SafetyPrefix.Length..], out var read) ? read : (OrganisationId?)null
        where id is not null
        select id.Value;

    internal static string KeyOf(NetworkLimit limit) => "limit." + Vocabulary.Write(limit);

    internal static string KeyOf(Kept kind) => "kept." + Vocabulary.Write(kind);

    private string? Of(string key) => stored.GetValueOrDefault(key);

    private Uri? Link(string key) => Uri.TryCreate(Of(key), UriKind.Absolute, out var link) ? link : null;
}
