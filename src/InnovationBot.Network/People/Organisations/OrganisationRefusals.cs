namespace InnovationBot.Network.People.Organisations;

/// <summary>Why an organisation stays as it was; each names its field and what to write instead.</summary>
public static class OrganisationRefusals
{
    /// <summary>most: characters.</summary>
    public static readonly Refusal OrganisationNameMissing = new Refusal("OrganisationNameMissing").With("most", OrganisationProposal.LongestName);

    /// <summary>Another organisation of the same country has this name.</summary>
    public static readonly Refusal OrganisationNameTaken = new("OrganisationNameTaken");

    /// <summary>text: what was written.</summary>
    public static readonly Refusal DomainUnknown = new Refusal("DomainUnknown").With("text", "");

    /// <summary>Everybody can have an address there. text: the domain.</summary>
    public static readonly Refusal DomainOfEverybody = new Refusal("DomainOfEverybody").With("text", "");

    /// <summary>organisation: which has it.</summary>
    public static readonly Refusal DomainTaken = new Refusal("DomainTaken").With("organisation", "");

    /// <summary>The organisation itself, or one that belongs to it.</summary>
    public static readonly Refusal ParentInCircle = new("ParentInCircle");

    public static readonly Refusal WebsiteNoLink = new("WebsiteNoLink");
    public static readonly Refusal MergedWithItself = new("MergedWithItself");
}

public static class OrganisationNotices
{
    /// <summary>To an organisation's contact point: somebody says to belong to it. Subject the member, detail the organisation.</summary>
    public const string Claimed = "organisation.claimed";

    /// <summary>To whoever said so: confirmed, or not. Subject the organisation, detail "yes" or "no".</summary>
    public const string Decided = "organisation.decided";
}
