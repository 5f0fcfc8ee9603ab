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

    public static List<Consent> Given => [.. All.Where(one => one.Given).Select(one => one.Purpose)];
}
