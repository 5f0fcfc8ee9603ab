using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.People.Profile;

/// <summary>What holds of somebody who has decided nothing, purpose by purpose: the one table of defaults.</summary>
public static class ConsentDefaults
{
    /// <summary>Broadcasts reach only who has the bot, and end in one press; everything else begins with a person's own yes.</summary>
    public static readonly IReadOnlyList<(Consent Purpose, bool Given)> All =
    [
        (Consent.Findable, false),
        (Consent.Contactable, false),
        (Consent.CaseContact, false),
        (Consent.CheckIns, false),
        (Consent.Broadcasts, true),
    ];

    /// <summary>Of what the purposes say to people; raised when one comes to mean more. The log tells to which edition somebody agreed.</summary>
    public const int Edition = 1;

    /// <summary>How an agreement, or its end, stands in the log.</summary>
    internal static AuditEvent Logged(Consent purpose, bool given, MemberId by, DateTimeOffset now) => AuditEvent.Of(
        given ? AuditAct.ConsentGiven : AuditAct.ConsentWithdrawn, by, by, now, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Vocabulary.Write(purpose)} {Edition}"));

    public static List<Consent> Given => [.. All.Where(one => one.Given).Select(one => one.Purpose)];
}
