namespace InnovationBot.Network.Introductions;

/// <summary>
/// The kinds of notices about introductions. Their subject is the introduction, but for <see cref="Broker"/>: the problem.
/// A notice with <c>Edits</c> set redraws an older card of that kind by what is now true.
/// </summary>
public static class IntroductionNotices
{
    /// <summary>To the giver: the request.</summary>
    public const string Asked = "introduction.asked";

    /// <summary>To the giver, once, as a new message; the older card shrinks to one line.</summary>
    public const string Reminder = "introduction.reminder";

    /// <summary>To the taker: the giver's one question.</summary>
    public const string Question = "introduction.question";

    /// <summary>To the giver: the taker's reply; the request with all its buttons again.</summary>
    public const string QuestionAnswered = "introduction.question_answered";

    /// <summary>To the taker: what the giver wrote instead of a talk.</summary>
    public const string Written = "introduction.written";

    /// <summary>One to each side.</summary>
    public const string Introduced = "introduction.introduced";

    /// <summary>To the taker: the next person is being asked.</summary>
    public const string StillLooking = "introduction.still_looking";

    /// <summary>To the taker: nobody else can be asked.</summary>
    public const string NobodyLeft = "introduction.nobody_left";

    /// <summary>To the other side: the request is no longer there.</summary>
    public const string Withdrawn = "introduction.withdrawn";

    /// <summary>To the taker who is talking with the giver: the giver works elsewhere now.</summary>
    public const string GiverMoved = "introduction.giver_moved";

    /// <summary>To both, ten working days after.</summary>
    public const string DidYouTalk = "introduction.did_you_talk";

    /// <summary>To the taker alone, three working days after, when nobody said that they are in touch.</summary>
    public const string InTouchNudge = "introduction.in_touch_nudge";

    /// <summary>To the taker: the giver offers times for the talk.</summary>
    public const string TimesOffered = "introduction.times_offered";

    /// <summary>To the giver: one of the times was chosen.</summary>
    public const string TimeChosen = "introduction.time_chosen";

    /// <summary>To organisers, with the taker's yes: the problem waits for somebody by hand.</summary>
    public const string Broker = "introduction.broker";
}
