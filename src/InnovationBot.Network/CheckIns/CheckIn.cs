using InnovationBot.Network.People;
using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.CheckIns;

/// <summary>
/// One question to one person about what is hard in their work, and what they say: at most two further questions, then it is
/// shown back to them, and stored as a problem only after their yes. Read by that person alone.
/// </summary>
public sealed class CheckIn
{
    /// <summary>Then what was said is good enough.</summary>
    public const int MostQuestions = 2;

    /// <summary>Working days of the person; without a reminder.</summary>
    public const int ExpiresAfterWorkingDays = 10;

    /// <summary>Working days that "ask me later" waits.</summary>
    public const int LaterWorkingDays = 2;

    /// <summary>What was written and never became a problem is deleted after this.</summary>
    public static readonly TimeSpan TextLifetime = TimeSpan.FromDays(90);

    public CheckInId Id { get; init; }
    public MemberId MemberId { get; init; }
    public OpeningQuestion Opening { get; init; }

    /// <summary>The problem that <see cref="OpeningQuestion.SinceLastTime"/> asks about.</summary>
    public ProblemId? AboutId { get; set; }

    /// <summary>The quarter whose figures stand before the question (<see cref="Quarters.Quarter"/>); none for most.</summary>
    public string? Quarter { get; init; }

    /// <summary>The person asked for it, so that their next text is its answer.</summary>
    public bool ByPerson { get; init; }

    public CheckInState State { get; private set; } = CheckInState.Scheduled;

    /// <summary>What the person wrote, personal data masked; none before, and once it became a problem or was forgotten.</summary>
    public string? Text { get; private set; }

    /// <summary>What they added when asked for more, in order.</summary>
    public List<CheckInAddition> Additions { get; private set; } = [];

    public Language Language { get; private set; } = Language.English;

    /// <summary>The further question that is open; none when nothing more is asked and the person looks at what was understood.</summary>
    public ConcreteQuestion? Asked { get; private set; }

    public int QuestionsAsked { get; private set; }

    /// <summary>What became of it.</summary>
    public ProblemId? ProblemId { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>"Ask me later": when it is sent again.</summary>
    public DateTimeOffset? AgainDue { get; private set; }

    public DateTimeOffset? ExpiresDue { get; private set; }

    /// <summary>When <see cref="Text"/> was written; it is deleted once <see cref="Settings.Kept.CheckIns"/> is over since then. None without a text.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    public int Version { get; set; }

    /// <summary>It reached the person; a message that was held back runs out only from then on.</summary>
    public void Sent(DateTimeOffset at, DateTimeOffset expires)
    {
        if (State != CheckInState.Scheduled) return;
        (State, SentAt, ExpiresDue, AgainDue) = (CheckInState.Sent, at, expires, null);
    }

    /// <summary>Takes an answer: the first one, or to the further question that is open. A late one counts too.</summary>
    /// <param name="text">Personal data masked; empty only where they cannot say more on the further question.</param>
    /// <returns><see cref="Refusal.NotYours"/>; <see cref="Refusal.NoLongerOpen"/> once it is stored, or nothing is asked.</returns>
    public Refusal? Answer(MemberId by, string text, Language language, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        if (State == CheckInState.Answered || (State == CheckInState.Open && Asked is null)) return Refusal.NoLongerOpen;

        if (State == CheckInState.Open && Asked is { } asked)
        {
            Additions = [.. Additions, new CheckInAddition(asked, text)];
        }
        else
        {
            (Text, Language, Additions, QuestionsAsked) = (text, language, [], 0);
        }

        (State, Asked, AgainDue, ExpiresDue) = (CheckInState.Open, null, null, null);
        WrittenAt = now;
        return null;
    }

    /// <summary>Asks one thing more.</summary>
    /// <returns><c>false</c> when enough was asked, or the same was asked before.</returns>
    public bool Ask(ConcreteQuestion question)
    {
        if (QuestionsAsked >= MostQuestions || Additions.Exists(addition => addition.Question == question)) return false;
        (Asked, QuestionsAsked) = (question, QuestionsAsked + 1);
        return true;
    }

    /// <summary>Everything the person said, as it becomes the problem's text.</summary>
    public string Whole => Text is null ? "" : string.Join('\n', [Text, .. Additions.Select(addition => addition.Text).Where(text => text.Length > 0)]);

    /// <summary>The person rewrites what was understood, as a whole; nothing more is asked.</summary>
    public Refusal? Edit(MemberId by, string text, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        if (State != CheckInState.Open) return Refusal.NoLongerOpen;
        (Text, Additions, Asked, WrittenAt) = (text, [], null, now);
        return null;
    }

    /// <summary>The person's yes: it is a problem from here on, and the text stands there alone.</summary>
    public Refusal? Confirm(MemberId by, ProblemId problem, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        if (State != CheckInState.Open) return Refusal.NoLongerOpen;
        (State, ProblemId, AnsweredAt) = (CheckInState.Answered, problem, now);
        ForgetText();
        return null;
    }

    /// <summary>The problem that was asked about is solved: nothing more is to be told of it, and what was written is gone.</summary>
    public Refusal? Solved(MemberId by, ProblemId problem, DateTimeOffset now)
    {
        if (by != MemberId) return Refusal.NotYours;
        if (State == CheckInState.Answered) return Refusal.NoLongerOpen;
        (State, ProblemId, AnsweredAt, ExpiresDue, AgainDue) = (CheckInState.Answered, problem, now, null, null);
        ForgetText();
        return null;
    }

    /// <summary>Nothing now, or "forget it" after something was written: what was written is gone at once.</summary>
    public Refusal? Skip(MemberId by)
    {
        if (by != MemberId) return Refusal.NotYours;
        if (State is CheckInState.Answered or CheckInState.Skipped) return Refusal.NoLongerOpen;
        (State, ExpiresDue, AgainDue) = (CheckInState.Skipped, null, null);
        ForgetText();
        return null;
    }

    /// <summary>Asked again at the given time.</summary>
    public Refusal? Postpone(MemberId by, DateTimeOffset again)
    {
        if (by != MemberId) return Refusal.NotYours;
        if (State is not (CheckInState.Scheduled or CheckInState.Sent)) return Refusal.NoLongerOpen;
        (State, AgainDue, ExpiresDue) = (CheckInState.Scheduled, again, null);
        return null;
    }

    /// <summary>The time of "ask me later" has come.</summary>
    public bool AskAgain(DateTimeOffset now)
    {
        if (State != CheckInState.Scheduled || !(AgainDue <= now)) return false;
        AgainDue = null;
        return true;
    }

    /// <summary>No answer in time, or another one takes its place.</summary>
    public bool Expire()
    {
        if (State is not (CheckInState.Scheduled or CheckInState.Sent)) return false;
        (State, ExpiresDue, AgainDue) = (CheckInState.Expired, null, null);
        return true;
    }

    /// <summary>What was written is deleted; that there was a question stays.</summary>
    public void ForgetText()
    {
        (Text, Additions, Asked, WrittenAt) = (null, [], null, null);
        if (State == CheckInState.Open) State = CheckInState.Expired;
    }
}

/// <summary><c>Open</c>: the person began to answer.</summary>
public enum CheckInState { Scheduled, Sent, Open, Answered, Skipped, Expired }

/// <summary>What a check-in begins with, in turn; never the same twice in a row.</summary>
public enum OpeningQuestion
{
    /// <summary>What got in the way of your work this week?</summary>
    InTheWay,

    /// <summary>Who had to wait, come back or ring again because of us?</summary>
    WhoWaited,

    /// <summary>Which task did you do twice?</summary>
    DoneTwice,

    /// <summary>What did you stop doing because it did not work?</summary>
    Stopped,

    /// <summary>Last time you were stuck on something: what has happened since?</summary>
    SinceLastTime,
}

/// <summary>What a person added when asked for more; an empty text where they could not say.</summary>
public sealed record CheckInAddition(ConcreteQuestion Question, string Text);
