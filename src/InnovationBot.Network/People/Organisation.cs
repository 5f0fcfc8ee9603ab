using InnovationBot.Network.Transfer;

namespace InnovationBot.Network.People;

/// <summary>A body that members belong to and cases come from.</summary>
public sealed class Organisation : IStaged
{
    public OrganisationId Id { get; init; }

    /// <summary>The id that whoever imports uses; stable, unique, their own.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }
    public Tier Tier { get; set; }
    public Sector Sector { get; set; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; set; }

    public OrganisationId? Parent { get; set; }
    public List<string> PolicyAreas { get; set; } = [];
    public string? Website { get; set; }
    public MemberId? ContactPoint { get; set; }

    /// <summary>E-mail domains, lower case, whose addresses (as the connector reports them) confirm that somebody belongs here.</summary>
    public List<string> Domains { get; set; } = [];

    /// <summary>The keys of duplicates that were merged into this one, so that the file they came from finds it.</summary>
    public List<string> FormerKeys { get; set; } = [];

    /// <summary>The import that brings it: nobody sees it before that is published, and all of a file is seen at once.</summary>
    public ImportId? StagedBy { get; set; }

    /// <summary>What the last import said, field by field, so that the next one tells what was changed here since; none = never imported.</summary>
    public string? ImportMarks { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; }

    /// <param name="email">As the connector reported it; sub-domains count.</param>
    public bool HasDomainOf(string? email) =>
        email?.LastIndexOf('@') is { } at and >= 0
        && Domains.Any(domain => email.AsSpan(at + 1).Equals(domain, StringComparison.OrdinalIgnoreCase)
            || email.AsSpan(at + 1).EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));

    public bool IsKnownAs(string key) => Key == key || FormerKeys.Contains(key);

    public OrganisationKind Kind => new(Tier, Sector, Country);
}
