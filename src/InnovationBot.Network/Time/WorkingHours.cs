namespace InnovationBot.Network.Time;

/// <summary>From when to when somebody works, by their own clock; the same each working day.</summary>
public sealed record WorkingHours(TimeOnly From, TimeOnly To)
{
    /// <summary>08:00 to 17:00.</summary>
    public static readonly WorkingHours Usual = new(new TimeOnly(8, 0), new TimeOnly(17, 0));

    /// <summary>Shorter ones would hold messages back for weeks.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromHours(2);

    /// <summary>Within one day, and long enough.</summary>
    public bool IsPossible => From < To && To - From >= Least;
}
