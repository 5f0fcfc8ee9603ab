namespace InnovationBot.Network.Awards.Nominations;

/// <summary>Whom a draft names, as its nominator wrote it; kept in the draft alone.</summary>
public sealed record NominationPeople
{
    public const int MostNominees = 10;
    public const int MostPartners = 10;

    /// <summary>The nominator is one of those whose work it is.</summary>
    public bool OwnWork { get; init; }

    /// <summary>E-mail addresses of the others, lower case.</summary>
    public List<string> Emails { get; init; } = [];

    public List<PartnerWritten> Partners { get; init; } = [];

    public bool Equals(NominationPeople? other) => other is not null && OwnWork == other.OwnWork && Emails.SequenceEqual(other.Emails) && Partners.SequenceEqual(other.Partners);

    public override int GetHashCode() => HashCode.Combine(OwnWork, Emails.Count, Partners.Count);
}

/// <param name="Name">Of an organisation.</param>
/// <param name="Email">Whom to ask there.</param>
public sealed record PartnerWritten(string Name, Tier? Tier, string? Email);
