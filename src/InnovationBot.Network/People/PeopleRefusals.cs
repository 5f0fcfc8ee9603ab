namespace InnovationBot.Network.People;

/// <summary>Why an act on people or roles was not done.</summary>
public static class PeopleRefusals
{
    public static readonly Refusal LanguageNotSpoken = new("LanguageNotSpoken");

    /// <summary>Nobody with this e-mail address is known.</summary>
    public static readonly Refusal PersonUnknown = new("PersonUnknown");

    /// <summary>Only administrators give the roles of organisers and administrators, only organisers and administrators the others.</summary>
    public static readonly Refusal MayNotGrant = new("MayNotGrant");

    /// <summary>An organiser of an organisation has to belong to it, confirmed.</summary>
    public static readonly Refusal OrganisationNotConfirmed = new("OrganisationNotConfirmed");

    /// <summary>No organisation has this id or name.</summary>
    public static readonly Refusal OrganisationNotThere = new("OrganisationNotThere");

    public static readonly Refusal CountryUnknown = new("CountryUnknown");
}
