namespace InnovationBot.Network.CheckIns;

/// <summary>Why an act on a check-in was not done.</summary>
public static class CheckInRefusals
{
    /// <summary>A problem belongs to a task or a service; none was named, or only "innovation".</summary>
    public static readonly Refusal ServiceMissing = new("CheckInServiceMissing");
}

public static class CheckInNotices
{
    /// <summary>The question itself; the subject is the <see cref="CheckIn"/>.</summary>
    public const string Question = "checkin.question";
}

/// <summary>Kinds of open questions; their subject is the check-in.</summary>
public static class CheckInQuestions
{
    /// <summary>The person's next text answers a check-in they started or began to answer.</summary>
    public const string Answer = "checkin.answer";

    /// <summary>They said yes to what was understood and named no task: their next text is the task.</summary>
    public const string Service = "checkin.service";
}
