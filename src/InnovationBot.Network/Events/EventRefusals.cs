namespace InnovationBot.Network.Events;

/// <summary>Why something about an event was not done, or cannot be taken as it was written.</summary>
public static class EventRefusals
{
    public static readonly Refusal FieldMissing = new("EventFieldMissing");
    public static readonly Refusal HtmlInText = new("EventHtmlInText");
    public static readonly Refusal ZoneUnknown = new("EventZoneUnknown");
    public static readonly Refusal TimeUnreadable = new("EventTimeUnreadable");
    /// <summary>A time of day alone.</summary>
    public static readonly Refusal DayMissing = new("EventDayMissing");
    public static readonly Refusal TimeHasOffset = new("EventTimeHasOffset");
    public static readonly Refusal DaysAndTimesMixed = new("EventDaysAndTimesMixed");
    public static readonly Refusal EndBeforeStart = new("EventEndBeforeStart");
    public static readonly Refusal TooLong = new("EventTooLong");
    public static readonly Refusal StartPast = new("EventStartPast");
    public static readonly Refusal DeadlinePast = new("EventDeadlinePast");
    public static readonly Refusal DeadlineAfterStart = new("EventDeadlineAfterStart");
    public static readonly Refusal FollowUpBeforeEnd = new("EventFollowUpBeforeEnd");
    public static readonly Refusal LinkNotHttps = new("EventLinkNotHttps");
    public static readonly Refusal PersonUnknown = new("EventPersonUnknown");
    public static readonly Refusal ChoicesMissing = new("EventChoicesMissing");
    public static readonly Refusal QuestionTwice = new("EventQuestionTwice");
    public static readonly Refusal CapacityNoNumber = new Refusal("EventCapacityNoNumber").With("most", EventPlan.MostSeats);
    public static readonly Refusal TooManyQuestions = new Refusal("EventTooManyQuestions").With("most", EventPlan.MostQuestions);
    public static readonly Refusal TooManyChoices = new Refusal("EventTooManyChoices").With("most", EventPlan.MostChoices);

    /// <summary>A hackathon or sprint without the problem it works on, its owner, or the day of the follow-up.</summary>
    public static readonly Refusal NeedsProblem = new("EventNeedsProblem");

    public static readonly Refusal OrganisersOnly = new("EventOrganisersOnly");
    public static readonly Refusal NotOpen = new("EventNotOpen");
    public static readonly Refusal SignUpClosed = new("EventSignUpClosed");
    public static readonly Refusal Over = new("EventOver");
    public static readonly Refusal NoSeatLeft = new("EventNoSeatLeft");
    /// <summary>Numbers and names of an event are not for places that many read.</summary>
    public static readonly Refusal InOwnChat = new("EventInOwnChat");
    /// <summary>Somebody runs no event that began in the last 60 days.</summary>
    public static readonly Refusal NoneBegun = new("EventNoneBegun");

    /// <summary>A list of people is read from CSV alone.</summary>
    public static readonly Refusal AttendanceCsv = new("EventAttendanceCsv");
    public static readonly Refusal NotBegun = new("EventNotBegun");
    public static readonly Refusal TimesMissing = new("EventTimesMissing");
    public static readonly Refusal SeriesLength = new Refusal("EventSeriesLength").With("most", CopyEvent.MostInSeries - 1);
    public static readonly Refusal SeriesThere = new("EventSeriesThere");
    public static readonly Refusal ReasonMissing = new("EventReasonMissing");

    public static Refusal TimeSkipped(LocalTime at) => new Refusal("EventTimeSkipped").With("time", at.ToString());

    public static Refusal TimeTwice(LocalTime at) => new Refusal("EventTimeTwice").With("time", at.ToString());

    public static Refusal TextTooLong(int most, int has) => new Refusal("EventTextTooLong").With("most", most).With("has", has);

    public static Refusal WordUnknown(string word, IEnumerable<string> known) => new Refusal("EventWordUnknown").With("word", Short(word)).With("known", string.Join(", ", known));

    public static Refusal LanguageUnknown(string code) => new Refusal("EventLanguageUnknown").With("code", Short(code));

    /// <summary>Fewer seats than people who have one.</summary>
    public static Refusal CapacityBelowTaken(int taken) => new Refusal("EventCapacityBelowTaken").With("taken", taken);

    private static string Short(string text) => text.Length <= 40 ? text : $"{text[..40]}…";
}
