namespace InnovationBot.Network.Introductions;

/// <summary>Why an act on an introduction was not done. None of them tells one side anything about the other.</summary>
public static class IntroductionRefusals
{
    /// <summary>most: how many requests one person has under way at most.</summary>
    public static readonly Refusal TooManyOpen = new Refusal("TooManyOpen").With("most", Introduction.MostOpenPerTaker);

    /// <summary>Somebody is being asked about this problem already.</summary>
    public static readonly Refusal AlreadyLooking = new("AlreadyLooking");

    /// <summary>This person was asked about this problem before.</summary>
    public static readonly Refusal AlreadyAsked = new("AlreadyAsked");

    /// <summary>Paused, away, at their limit, gone, or for any other reason nobody is told.</summary>
    public static readonly Refusal PersonNotAvailable = new("PersonNotAvailable");

    public static readonly Refusal NoSharedLanguage = new("NoSharedLanguage");
    public static readonly Refusal LanguagesMissing = new("LanguagesMissing");
    public static readonly Refusal OrganisationMissing = new("OrganisationMissing");
    public static readonly Refusal OrganisationUnknown = new("OrganisationUnknown");
    /// <summary>Nothing was written.</summary>
    public static readonly Refusal TextMissing = new("TextMissing");

    /// <summary>most: characters.</summary>
    public static readonly Refusal TextTooLong = new Refusal("TextTooLong").With("most", Introduction.MaxMessage);

    /// <summary>One question may be asked, and it was.</summary>
    public static readonly Refusal QuestionAlreadyAsked = new("QuestionAlreadyAsked");

    /// <summary>The giver's question has not been answered yet.</summary>
    public static readonly Refusal WaitingForAnswer = new("WaitingForAnswer");

    /// <summary>The person did not answer a question, talk, or come together, so nothing can be said of it.</summary>
    public static readonly Refusal NothingToReport = new("NothingToReport");

    public static readonly Refusal NoContactPoint = new("NoContactPoint");
    public static readonly Refusal NoOrganiser = new("NoOrganiser");

    /// <summary>Others are asked first: an organiser is offered after two who could not, or ten working days.</summary>
    public static readonly Refusal OrganiserNotYet = new("OrganiserNotYet");

    /// <summary>least, most: requests a month.</summary>
    public static readonly Refusal CapOutOfRange = new Refusal("CapOutOfRange").With("least", 1).With("most", 20);

    public static readonly Refusal NotInTheFuture = new("NotInTheFuture");
}
