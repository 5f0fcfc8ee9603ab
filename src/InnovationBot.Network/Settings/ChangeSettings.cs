using System.Globalization;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.People;
using InnovationBot.Network.People.Organisations;
using InnovationBot.Network.People.Privacy;
using InnovationBot.Network.People.Profile;
using Microsoft.EntityFrameworkCore;

namespace InnovationBot.Network.Settings;

/// <summary>
/// An administrator sets the network up. A form is taken as a whole or not at all; each setting that changed is a line of the audit
/// log, and holds from the next turn on, in every instance.
/// </summary>
public sealed class ChangeSettings(NetworkDb db, SettingsInForce settings, TimeProvider clock)
{
    public const int LongestName = 80;

    /// <summary>Characters of a safety channel: a link, an address, a sentence.</summary>
    public const int LongestChannel = 300;

    private const int LongestLink = 500;

    /// <param name="Name">Empty = none.</param>
    /// <param name="Terms">An https address; empty = none.</param>
    /// <param name="Privacy">As <paramref name="Terms"/>.</param>
    public sealed record Identity(string Name, string Language, string Zone, string Terms, string Privacy);

    public async Task<Result<NetworkSettings>> Set(Identity identity, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        if (identity.Name.Trim().Length > LongestName) return SettingsRefusals.NetworkNameTooLong;
        if (!new Language(identity.Language).IsSpoken) return PeopleRefusals.LanguageNotSpoken;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(identity.Zone, out var zone) || !zone.HasIanaId) return ProfileRefusals.ZoneUnknown;
        if (!IsLink(identity.Terms)) return SettingsRefusals.TermsNoLink;
        if (!IsLink(identity.Privacy)) return SettingsRefusals.PrivacyNoLink;

        return await Save(
            by,
            [
                (NetworkSettings.NameKey, identity.Name.Trim()), (NetworkSettings.LanguageKey, identity.Language), (NetworkSettings.ZoneKey, identity.Zone),
                (NetworkSettings.TermsKey, identity.Terms.Trim()), (NetworkSettings.PrivacyKey, identity.Privacy.Trim()),
            ],
            stop);
    }

    /// <summary>What first contact tells of who is responsible. Each at most <see cref="LongestResponsible"/> characters; empty = not told.</summary>
    public sealed record Responsible(string Controller, string Officer, string Processors, string PublicAccess, string Safety);

    public const int LongestResponsible = 1000;

    public async Task<Result<NetworkSettings>> Set(Responsible told, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        (string Key, string Value)[] values =
        [
            (NetworkSettings.ControllerKey, told.Controller.Trim()), (NetworkSettings.OfficerKey, told.Officer.Trim()), (NetworkSettings.ProcessorsKey, told.Processors.Trim()),
            (NetworkSettings.PublicAccessKey, told.PublicAccess.Trim()), (NetworkSettings.SafetyKey, told.Safety.Trim()),
        ];
        if (values.Any(one => one.Value.Length > LongestResponsible)) return SettingsRefusals.ResponsibleTooLong;
        return await Save(by, values, stop);
    }

    /// <param name="limits">A number that is none (null) is out of range.</param>
    public async Task<Result<NetworkSettings>> Set(IReadOnlyDictionary<NetworkLimit, int?> limits, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        foreach (var (limit, number) in limits)
        {
            if (number is not { } set || !LimitRange.Of(limit).Holds(set)) return SettingsRefusals.Of(limit);
        }

        return await Save(by, [.. limits.Select(one => (NetworkSettings.KeyOf(one.Key), Number(one.Value!.Value)))], stop);
    }

    /// <param name="days">As for limits.</param>
    public async Task<Result<NetworkSettings>> Set(IReadOnlyDictionary<Kept, int?> days, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        if (SettingsRefusals.Of(days) is { } wrong) return wrong;
        return await Save(by, [.. days.Select(one => (NetworkSettings.KeyOf(one.Key), Number(one.Value!.Value)))], stop);
    }

    /// <param name="added">Rules as written; see <see cref="HolidayChanges"/>.</param>
    public async Task<Result<NetworkSettings>> SetHolidays(string country, string added, string removed, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        var code = country.Trim().ToUpperInvariant();
        if (!Countries.Has(code)) return PeopleRefusals.CountryUnknown;

        var (more, less) = (HolidayChanges.Parse(added), HolidayChanges.Parse(removed));
        if ((more.Wrong ?? less.Wrong) is { } wrong) return SettingsRefusals.HolidayUnknown.With("text", wrong);
        if (more.Rules.Count > HolidayChanges.Most || less.Rules.Count > HolidayChanges.Most) return SettingsRefusals.TooManyHolidays;

        var changes = new HolidayChanges(more.Rules, less.Rules);
        return await Save(by, [(NetworkSettings.HolidaysPrefix + code, changes is { Added: [], Removed: [] } ? "" : changes.Write())], stop);
    }

    /// <param name="organisation">Id, key or name.</param>
    /// <param name="channel">Empty takes it off.</param>
    public async Task<Result<NetworkSettings>> SetSafetyChannel(string organisation, string channel, MemberId by, CancellationToken stop)
    {
        if (await SettingsRights.Check(db, by, stop) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(organisation) || await db.OrganisationNamed(organisation, stop) is not { } named) return PeopleRefusals.OrganisationNotThere;
        if (channel.Trim().Length > LongestChannel) return SettingsRefusals.SafetyChannelTooLong;
        return await Save(by, [(NetworkSettings.SafetyPrefix + named.Id, channel.Trim())], stop);
    }

    /// <param name="values">An empty value brings the default back.</param>
    private async Task<NetworkSettings> Save(MemberId by, IReadOnlyList<(string Key, string Value)> values, CancellationToken stop)
    {
        var (now, changed) = (clock.GetUtcNow(), false);
        var keys = values.Select(one => one.Key).ToList();
        var stored = await db.Settings.Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, stop);
        foreach (var (key, value) in values)
        {
            var before = stored.GetValueOrDefault(key);
            if ((before?.Value ?? "") == value) continue;

            if (before is null) db.Settings.Add(new Setting { Key = key, Value = value, ChangedAt = now });
            else if (value.Length == 0) db.Settings.Remove(before);
            else (before.Value, before.ChangedAt) = (value, now);
            db.AuditEvents.Add(AuditEvent.Of(AuditAct.SettingChanged, by, null, now, key));
            changed = true;
        }

        if (changed)
        {
            db.Changes.Add(Change.Of(ChangedKind.Settings, Guid.Empty, now));
            await db.SaveChangesAsync(stop);
            settings.Forget();
        }

        return await settings.Now(stop);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsLink(string text) =>
        string.IsNullOrWhiteSpace(text) || (text.Trim().Length <= LongestLink && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps);
}

/// <summary>Only administrators see and change how the network is set up.</summary>
internal static class SettingsRights
{
    public static async Task<Refusal?> Check(NetworkDb db, MemberId by, CancellationToken stop) =>
        await db.MemberOf(by, stop) is { } member && member.Has(Role.Administrator) ? null : SettingsRefusals.NotAdministrator;
}
