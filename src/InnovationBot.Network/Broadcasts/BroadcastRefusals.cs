namespace InnovationBot.Network.Broadcasts;

/// <summary>Why a broadcast was not stored, sent or changed. The fact <c>field</c> is the field as files name it.</summary>
public static class BroadcastRefusals
{
    /// <summary>Fact <c>field</c>.</summary>
    public static readonly Refusal FieldMissing = new Refusal("BroadcastFieldMissing").With("field", "");

    /// <summary>Facts <c>field</c> and <c>known</c>.</summary>
    public static readonly Refusal ValueUnknown = new Refusal("BroadcastValueUnknown").With("field", "").With("known", "");

    /// <summary>Facts <c>field</c>, <c>most</c> and <c>length</c>.</summary>
    public static readonly Refusal TooLong = new Refusal("BroadcastTooLong").With("field", "").With("most", "").With("length", "");

    /// <summary>Fact <c>field</c>.</summary>
    public static readonly Refusal Html = new Refusal("BroadcastHtml").With("field", "");

    /// <summary>Not https, or no address. Facts <c>field</c> and <c>value</c>.</summary>
    public static readonly Refusal Address = new Refusal("BroadcastAddress").With("field", "").With("value", "");

    /// <summary>A picture without words for whoever does not see it.</summary>
    public static readonly Refusal AltMissing = new("BroadcastAltMissing");

    /// <summary>Fact <c>most</c>.</summary>
    public static readonly Refusal TooManyButtons = new Refusal("BroadcastTooManyButtons").With("most", "");

    /// <summary>The card would be larger than the channel takes. Facts <c>size</c> and <c>most</c>, in KB.</summary>
    public static readonly Refusal CardTooBig = new Refusal("BroadcastCardTooBig").With("size", 26).With("most", BroadcastRules.LargestCard / 1024);

    public static readonly Refusal CaseUnknown = new("BroadcastCaseUnknown");

    /// <summary>A story needs a result.</summary>
    public static readonly Refusal NoResult = new("BroadcastNoResult");

    /// <summary>Not everybody may read the case.</summary>
    public static readonly Refusal CaseNotForAll = new("BroadcastCaseNotForAll");

    public static readonly Refusal EventUnknown = new("BroadcastEventUnknown");

    public static readonly Refusal AwardUnknown = new("BroadcastAwardUnknown");

    /// <summary>Urgent, and not said why.</summary>
    public static readonly Refusal ReasonMissing = new("BroadcastReasonMissing");

    /// <summary>Urgent in chat, and there is no second organiser.</summary>
    public static readonly Refusal UrgentNeedsSecond = new("BroadcastUrgentNeedsSecond");

    public static readonly Refusal TimeUnreadable = new("BroadcastTimeUnreadable");

    /// <summary>On the form: an hour without a day, or neither can be read.</summary>
    public static readonly Refusal DayMissing = new("BroadcastDayMissing");

    public static readonly Refusal TimePast = new("BroadcastTimePast");

    public static readonly Refusal ApproverIsAuthor = new("BroadcastApproverIsAuthor");

    public static readonly Refusal ChannelUnknown = new("BroadcastChannelUnknown");

    /// <summary>Bots cannot post in private channels.</summary>
    public static readonly Refusal ChannelPrivate = new("BroadcastChannelPrivate");

    /// <summary>It goes to people whose open problem fits: who, and how far it got, nobody is told.</summary>
    public static readonly Refusal NumbersHidden = new("BroadcastNumbersHidden");

    /// <summary>Nothing of it failed, or nothing that a second try could mend.</summary>
    public static readonly Refusal NothingToSendAgain = new("BroadcastNothingToSendAgain");
}
