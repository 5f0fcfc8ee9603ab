namespace InnovationBot.Network.Settings;

/// <summary>Why a setting stays as it was; each names its field and what to write instead.</summary>
public static class SettingsRefusals
{
    public static readonly Refusal NotAdministrator = new("NotAdministrator");

    /// <summary>most: characters.</summary>
    public static readonly Refusal NetworkNameTooLong = new Refusal("NetworkNameTooLong").With("most", ChangeSettings.LongestName);

    public static readonly Refusal TermsNoLink = new("TermsNoLink");
    public static readonly Refusal PrivacyNoLink = new("PrivacyNoLink");

    public static readonly Refusal MonthlyRequestsOutOfRange = OutOfRange("MonthlyRequestsOutOfRange", NetworkLimit.MonthlyRequests);
    public static readonly Refusal UnaskedOutOfRange = OutOfRange("UnaskedOutOfRange", NetworkLimit.UnaskedAWeek);
    public static readonly Refusal BroadcastApprovalOutOfRange = OutOfRange("BroadcastApprovalOutOfRange", NetworkLimit.BroadcastApprovalFrom);
    public static readonly Refusal IntroductionsOutOfRange = OutOfRange("IntroductionsOutOfRange", NetworkLimit.IntroductionsAnAsker);

    /// <summary>kind: whose days; least, most: days.</summary>
    public static Refusal KeptOutOfRange(Kept kind) => new Refusal("KeptOutOfRange").With("kind", kind).With("least", KeptFor.Least).With("most", KeptFor.Most);

    /// <summary>The first kind whose days are none, too few or too many.</summary>
    internal static Refusal? Of(IReadOnlyDictionary<Kept, int?> days)
    {
        foreach (var (kind, number) in days.OrderBy(one => one.Key))
            if (number is not (>= KeptFor.Least and <= KeptFor.Most)) return KeptOutOfRange(kind);
        return null;
    }

    /// <summary>text: what the administrator wrote.</summary>
    public static readonly Refusal HolidayUnknown = new Refusal("HolidayUnknown").With("text", "");

    /// <summary>most: days.</summary>
    public static readonly Refusal TooManyHolidays = new Refusal("TooManyHolidays").With("most", HolidayChanges.Most);

    /// <summary>most: characters.</summary>
    public static readonly Refusal ResponsibleTooLong = new Refusal("ResponsibleTooLong").With("most", ChangeSettings.LongestResponsible);

    public static readonly Refusal SafetyChannelTooLong = new Refusal("SafetyChannelTooLong").With("most", ChangeSettings.LongestChannel);

    internal static Refusal Of(NetworkLimit limit) => limit switch
    {
        NetworkLimit.MonthlyRequests => MonthlyRequestsOutOfRange,
        NetworkLimit.UnaskedAWeek => UnaskedOutOfRange,
        NetworkLimit.BroadcastApprovalFrom => BroadcastApprovalOutOfRange,
        _ => IntroductionsOutOfRange,
    };

    private static Refusal OutOfRange(string code, NetworkLimit limit) =>
        new Refusal(code).With("least", LimitRange.Of(limit).Least).With("most", LimitRange.Of(limit).Most);
}
