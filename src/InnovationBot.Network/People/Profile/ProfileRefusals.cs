using InnovationBot.Network.Time;

namespace InnovationBot.Network.People.Profile;

/// <summary>Why something on a profile was not changed.</summary>
public static class ProfileRefusals
{
    /// <summary>Only members have it; joining is one press away.</summary>
    public static readonly Refusal NotJoined = new("NotJoined");

    public static readonly Refusal TopicMissing = new("TopicMissing");

    /// <summary>most: characters.</summary>
    public static readonly Refusal TopicTooLong = new Refusal("TopicTooLong").With("most", EditTopics.Longest);

    /// <summary>most: topics of one person.</summary>
    public static readonly Refusal TooManyTopics = new Refusal("TooManyTopics").With("most", EditTopics.Most);

    /// <summary>least, most: years.</summary>
    public static readonly Refusal YearsOutOfRange = new Refusal("YearsOutOfRange").With("least", 1).With("most", EditTopics.MostYears);

    public static readonly Refusal ZoneUnknown = new("ZoneUnknown");

    /// <summary>least: hours between the beginning and the end of a day.</summary>
    public static readonly Refusal WorkingHoursImpossible = new Refusal("WorkingHoursImpossible").With("least", (int)WorkingHours.Least.TotalHours);

    /// <summary>Somebody has to look after the network.</summary>
    public static readonly Refusal LastOrganiser = new("LastOrganiser");
}
