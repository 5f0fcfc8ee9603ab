namespace InnovationBot.Network.People.Ambassadors;

/// <summary>Why somebody does not become, or stay, an ambassador; each names what to change.</summary>
public static class AmbassadorRefusals
{
    public static readonly Refusal AlreadyAmbassador = new("AlreadyAmbassador");
    public static readonly Refusal NotAmbassador = new("NotAmbassador");

    /// <summary>most: problems.</summary>
    public static readonly Refusal ThreeProblems = new Refusal("ThreeProblems").With("most", AmbassadorApplication.ProblemsNeeded);

    /// <summary>number: which of the problems.</summary>
    public static readonly Refusal ProblemNotConcrete = new Refusal("ProblemNotConcrete").With("number", 1);

    /// <summary>number: which of the problems; least, most: years.</summary>
    public static readonly Refusal EvidenceMissing = new Refusal("EvidenceMissing").With("number", 1).With("least", 1).With("most", Profile.EditTopics.MostYears);

    /// <summary>Somebody who is found and asked has to agree to both.</summary>
    public static readonly Refusal AmbassadorConsents = new("AmbassadorConsents");

    /// <summary>The person reads why not, so that a reason must be given. most: characters.</summary>
    public static readonly Refusal ApplicationReason = new Refusal("ApplicationReason").With("most", AmbassadorApplication.LongestReason);

    /// <summary>Just now, for whatever reason, which stays inside.</summary>
    public static readonly Refusal AmbassadorNotAvailable = new("AmbassadorNotAvailable");
}

public static class AmbassadorNotices
{
    /// <summary>To the applicant: approved, or declined and why. The subject is the <see cref="AmbassadorApplication"/>.</summary>
    public const string Decided = "ambassador.decided";
}
