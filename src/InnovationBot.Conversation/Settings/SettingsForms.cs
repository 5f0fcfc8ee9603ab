using System.Globalization;
using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Settings;

namespace InnovationBot.Conversation.Settings;

/// <summary>Name, language, zone and links. A form that was refused keeps what was written in it.</summary>
public static class IdentityForm
{
    internal static ChangeSettings.Identity Of(NetworkSettings now) =>
        new(now.Name ?? "", now.DefaultLanguage.Code, now.DefaultZone, now.Terms?.AbsoluteUri ?? "", now.Privacy?.AbsoluteUri ?? "");

    internal static ChangeSettings.Identity Read(PressData data) =>
        new(data.Text("name", 200), data.Text("language", 8), data.Text("zone", 100), data.Text("terms", 600), data.Text("privacy", 600));

    public static AdaptiveCard For(ChangeSettings.Identity values, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.IdentityHeading"],
            [
                new TextInput { Id = "name", Label = say["Settings.NameLabel"], ErrorMessage = say["Settings.NameError", ("most", ChangeSettings.LongestName)], MaxLength = ChangeSettings.LongestName, Value = values.Name.Length > 0 ? values.Name : null },
                new ChoiceSetInput
                {
                    Id = "language", Label = say["Settings.LanguageLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true,
                    Choices = [.. Language.Spoken.Select(language => new Choice(say.LanguageName(language), language.Code))], Chosen = [values.Language],
                },
                new ChoiceSetInput
                {
                    Id = "zone", Label = say["Settings.ZoneLabel"], ErrorMessage = say["Words.ChooseOne"], IsRequired = true, Style = ChoiceSetStyle.Filtered,
                    Choices = ZoneChoices.With(values.Zone), Chosen = [values.Zone],
                },
                Link("terms", values.Terms, say),
                Link("privacy", values.Privacy, say),
                HouseStyle.StrongButton(say["Settings.Save"], "settings/identity-save"),
                SettingsCard.Back(reading),
            ]);
    }

    private static TextInput Link(string id, string value, Say say) =>
        new() { Id = id, Label = say[$"Settings.Link_{id}"], ErrorMessage = say["Settings.LinkError"], Style = TextInputStyle.Url, MaxLength = 500, Value = value.Length > 0 ? value : null };
}

/// <summary>Who is responsible for data: what everybody reads under "privacy".</summary>
public static class ResponsibleForm
{
    internal static ChangeSettings.Responsible Of(NetworkSettings now) =>
        new(now.Controller ?? "", now.DataProtectionOfficer ?? "", now.Processors ?? "", now.PublicAccess ?? "", now.SafetyChannel ?? "");

    internal static ChangeSettings.Responsible Read(PressData data) =>
        new(data.Text("controller", 4000), data.Text("officer", 4000), data.Text("processors", 4000), data.Text("access", 4000), data.Text("safety", 4000));

    public static AdaptiveCard For(ChangeSettings.Responsible values, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.PrivacyHeading"],
            [
                HouseStyle.Subtle(say["Settings.PrivacyText"]),
                Field("controller", values.Controller, say),
                Field("officer", values.Officer, say),
                Field("processors", values.Processors, say),
                Field("access", values.PublicAccess, say),
                Field("safety", values.Safety, say),
                HouseStyle.StrongButton(say["Settings.Save"], "settings/privacy-save"),
                SettingsCard.Back(reading),
            ]);
    }

    private static TextInput Field(string id, string value, Say say) => new()
    {
        Id = id, Label = say[$"Settings.Responsible_{id}"], ErrorMessage = say["Settings.NameError", ("most", ChangeSettings.LongestResponsible)], IsMultiline = true,
        MaxLength = ChangeSettings.LongestResponsible, Value = value.Length > 0 ? value : null,
    };
}

/// <summary>The limits, each a number with its bounds.</summary>
public static class LimitsForm
{
    internal static readonly NetworkLimit[] All = Enum.GetValues<NetworkLimit>();

    internal static Dictionary<NetworkLimit, int?> Of(NetworkSettings now) => All.ToDictionary(limit => limit, limit => (int?)now[limit]);

    internal static Dictionary<NetworkLimit, int?> Read(PressData data) => All.ToDictionary(limit => limit, limit => data.Number(Vocabulary.Write(limit)));

    public static AdaptiveCard For(IReadOnlyDictionary<NetworkLimit, int?> values, Reading reading)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.LimitsHeading"],
            [
                .. All.Select(limit => (Range: LimitRange.Of(limit), Word: Vocabulary.Write(limit), Value: values[limit])).Select(one => new NumberInput
                {
                    Id = one.Word, Label = say[$"Settings.Limit_{one.Word}"], ErrorMessage = say["Settings.NumberError", ("least", one.Range.Least), ("most", one.Range.Most)],
                    IsRequired = true, Min = one.Range.Least, Max = one.Range.Most, Value = one.Value,
                }),
                HouseStyle.StrongButton(say["Settings.Save"], "settings/limits-save"),
                SettingsCard.Back(reading),
            ]);
    }
}

/// <summary>How long each kind of data is kept.</summary>
public static class KeptForm
{
    internal static readonly Kept[] All = Enum.GetValues<Kept>();

    internal static Dictionary<Kept, int?> Of(NetworkSettings now) => All.ToDictionary(kind => kind, kind => (int?)now[kind].TotalDays);

    internal static Dictionary<Kept, int?> Read(PressData data) => All.ToDictionary(kind => kind, kind => data.Number(Vocabulary.Write(kind)));

    /// <param name="goes">How much would go at once; shown after it was asked for.</param>
    public static AdaptiveCard For(IReadOnlyDictionary<Kept, int?> values, Reading reading, IReadOnlyDictionary<Kept, int>? goes = null)
    {
        var say = reading.Say;
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.KeptHeading"],
            [
                .. goes is null ? [] : new CardElement[]
                {
                    new Container
                    {
                        Style = ContainerStyle.Accent,
                        Items = [HouseStyle.Paragraph(say.Markdown("Settings.KeptGoes")), HouseStyle.Facts([.. goes.Select(one => (say[$"Settings.Kept_{Vocabulary.Write(one.Key)}"], $"{one.Value}"))])],
                    },
                },
                HouseStyle.Subtle(say["Settings.KeptText"]),
                .. All.Select(kind => (Word: Vocabulary.Write(kind), Value: values[kind])).Select(one => new NumberInput
                {
                    Id = one.Word, Label = say[$"Settings.Kept_{one.Word}"], ErrorMessage = say["Settings.NumberError", ("least", KeptFor.Least), ("most", KeptFor.Most)],
                    IsRequired = true, Min = KeptFor.Least, Max = KeptFor.Most, Value = one.Value,
                }),
                HouseStyle.StrongButton(say["Settings.Save"], "settings/kept-save"),
                HouseStyle.Button(say["Settings.KeptPreview"], "settings/kept-preview"),
                SettingsCard.Back(reading),
            ]);
    }
}

/// <summary>Which country's public holidays.</summary>
public static class HolidaysCard
{
    public static AdaptiveCard For(SettingsView view, Reading reading)
    {
        var (say, now) = (reading.Say, view.Settings);
        var countries = Network.Time.PublicHolidays.KnownCountries.Union(now.CountriesWithHolidays, StringComparer.OrdinalIgnoreCase)
            .Select(code => (Code: code.ToUpperInvariant(), Name: say.Country(code.ToUpperInvariant()))).OrderBy(country => country.Name, StringComparer.Create(say.Culture, ignoreCase: true));
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.HolidaysHeading"],
            [
                new ChoiceSetInput
                {
                    Id = "country", Label = say["Settings.CountryLabel"], ErrorMessage = say["Words.ChooseOne"],
                    Choices = [.. countries.Select(country => new Choice(Showing.Join(say, country.Name, now.HolidayChangesOf(country.Code) is null ? null : say["Settings.HolidaysChanged"]), country.Code))],
                },
                new TextInput { Id = "other", Label = say["Settings.OtherLabel"], ErrorMessage = say["Settings.OtherError"], MaxLength = 2 },
                HouseStyle.StrongButton(say["Settings.HolidaysOpen"], "settings/country"),
                SettingsCard.Back(reading),
            ]);
    }
}

/// <summary>One country's public holidays: what is known, and what this network adds or takes off.</summary>
public static class CountryForm
{
    public static AdaptiveCard For(string country, string added, string removed, SettingsView view, Reading reading)
    {
        var say = reading.Say;
        var year = reading.Now.Year;
        return HouseStyle.Card(
            say.Language.Code,
            say["Settings.CountryHeading", ("inCountry", say.InCountry(country))],
            [
                say.Labelled($"{year}", Days(view.Settings, country, year, say)),
                say.Labelled($"{year + 1}", Days(view.Settings, country, year + 1, say)),
                Rules("added", added, say),
                Rules("removed", removed, say),
                HouseStyle.Subtle(say["Settings.RuleHint"]),
                HouseStyle.StrongButton(say["Settings.Save"], "settings/country-save", ("country", country)),
                SettingsCard.Back(reading, "settings/holidays"),
            ]);
    }

    private static string Days(NetworkSettings now, string country, int year, Say say)
    {
        var holidays = now.HolidaysOf(country);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Where(holidays.Contains)
            .Select(day => day.ToString("M", say.Culture)).ToList();
        return days.Count == 0 ? say["Settings.HolidaysNone"] : string.Join(", ", days);
    }

    private static TextInput Rules(string id, string value, Say say) =>
        new() { Id = id, Label = say[$"Settings.Rules_{id}"], ErrorMessage = say["Settings.RuleHint"], IsMultiline = true, MaxLength = 1000, Value = value.Length > 0 ? value : null };

    internal static string Text(IReadOnlyList<string> rules) => string.Join("; ", rules);

    internal static string Code(PressData data) => (data.Text("other", 20) is { Length: > 0 } other ? other : data.Text("country", 20)).ToUpper(CultureInfo.InvariantCulture);
}
