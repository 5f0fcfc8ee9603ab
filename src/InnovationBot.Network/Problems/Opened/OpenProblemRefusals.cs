namespace InnovationBot.Network.Problems.Opened;

/// <summary>Why an act on an open problem, or on an offer of help, was not done.</summary>
public static class OpenProblemRefusals
{
    /// <summary>most: characters of the text that others read.</summary>
    public static readonly Refusal TextTooLong = new Refusal("OpenTextTooLong").With("most", Problem.MaxOpenText);

    /// <summary>most: characters of an offer.</summary>
    public static readonly Refusal OfferTooLong = new Refusal("OfferTooLong").With("most", HelpOffer.MaxText);

    /// <summary>Nothing was written.</summary>
    public static readonly Refusal OfferMissing = new("OfferMissing");

    /// <summary>most: offers that may wait at once.</summary>
    public static readonly Refusal TooManyOffers = new Refusal("TooManyOffers").With("most", HelpOffer.MostOpen);

    /// <summary>This person offered it before, or the two were brought together about it.</summary>
    public static readonly Refusal OfferedAlready = new("OfferedAlready");

    /// <summary>Only a confirmed organisation's people are told from others.</summary>
    public static readonly Refusal OwnOrganisationUnconfirmed = new("OpenOrganisationUnconfirmed");

    /// <summary>The owner's own problem.</summary>
    public static readonly Refusal OwnProblem = new("OwnProblem");
}
