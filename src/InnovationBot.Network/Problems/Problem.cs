using InnovationBot.Network.Problems.Concreteness;

namespace InnovationBot.Network.Problems;

/// <summary>What somebody asked about, in their words. Read by its owner alone unless the owner opens it.</summary>
public sealed partial class Problem
{
    public ProblemId Id { get; init; }
    public MemberId OwnerId { get; init; }

    /// <summary>As written, at most <see cref="MaxLength"/> characters.</summary>
    public required string Text { get; set; }

    public const int MaxLength = 8000;

    public Language Language { get; set; }

    /// <summary>The task or service it belongs to, in the owner's words, at most <see cref="LongestService"/> characters; none when nobody asked.</summary>
    public string? Service { get; set; }

    public const int LongestService = 200;

    /// <summary>Which of the things that make a problem concrete the text tells.</summary>
    public List<ProblemElement> Elements { get; set; } = [];

    /// <summary>Which tasks of public services it is about, as <see cref="ITasks"/> names them.</summary>
    public List<string> Tasks { get; set; } = [];

    /// <summary>A draft is deleted once <see cref="Settings.Kept.Drafts"/> is over since <see cref="CreatedAt"/>.</summary>
    public ProblemState State { get; set; } = ProblemState.Draft;

    public Readers Readers { get; set; } = Readers.Private;

    /// <summary>The message it came from, so that editing or deleting that message changes or deletes the draft.</summary>
    public string? SourceActivity { get; set; }

    /// <summary>The newest answer to a concretising question, which stands at the end of <see cref="Text"/>; none once it was taken back.</summary>
    public string? LastAnswer { get; set; }

    /// <summary>How many concretising questions were asked; never more than two.</summary>
    public int QuestionsAsked { get; set; }

    /// <summary>What was asked last about it, so that the same is shown again whoever judged it.</summary>
    public ConcreteQuestion? Asked { get; set; }

    /// <summary>The owner wants nobody of their own organisation.</summary>
    public bool NotOwnOrganisation { get; set; }

    /// <summary>The owner agreed that organisers and the contact point may see it to find somebody by hand.</summary>
    public bool ContactPointMaySee { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How sure the newest search for it was.</summary>
    public Fit Fit { get; set; }

    /// <summary>When it was solved or withdrawn; from then on its time in the store is counted.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The owner wants to be told when something new arrives.</summary>
    public DateTimeOffset? KeptAt { get; set; }

    /// <summary>Kept problems: not searched again before this instant; a week after the last news.</summary>
    public DateTimeOffset? SearchAgainDue { get; set; }

    /// <summary>Kept problems: the change up to which cases were looked at.</summary>
    public long SearchedThrough { get; set; }

    /// <summary>Working days of the owner after the first request.</summary>
    public const int OrganiserAfterWorkingDays = 10;

    /// <summary>When an organiser is offered, because nobody has said yes: ten working days after the first request.</summary>
    public DateTimeOffset? OrganiserOfferDue { get; set; }

    /// <summary>The owner was offered an organiser's help; set once.</summary>
    public DateTimeOffset? OrganiserOfferedAt { get; set; }

    public DateTimeOffset? OrganiserAskedAt { get; set; }

    public int Version { get; set; }

    /// <summary>Without white space around it, and cut at <see cref="MaxLength"/>.</summary>
    public static string Trim(string text) => Cut(text.Trim(), MaxLength);

    /// <summary>The first so many UTF-16 units of a text, never half a letter outside the basic plane.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>The owner wants to be told when something new arrives; the draft no longer expires.</summary>
    /// <param name="by">Sender of the authenticated activity.</param>
    /// <param name="now">UTC.</param>
    /// <param name="changesSoFar">What the answer has seen already is no news.</param>
    public Refusal? Keep(MemberId by, DateTimeOffset now, long changesSoFar)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (!IsOpen) return Refusal.NoLongerOpen;
        if (KeptAt is not null) return null;

        Open();
        KeptAt = now;
        SearchAgainDue = now;
        SearchedThrough = changesSoFar;
        return null;
    }

    /// <summary>Kept or sent: a draft no more, and nothing deletes it but its owner.</summary>
    public void Open()
    {
        if (State == ProblemState.Draft) State = ProblemState.Open;
    }

    /// <summary>Somebody said yes; the owner no longer looks.</summary>
    public void Matched()
    {
        Open();
        if (State == ProblemState.Open) State = ProblemState.Matched;
        OrganiserOfferDue = null;
    }

    public Refusal? Edit(MemberId by, string text)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (!IsOpen) return Refusal.NoLongerOpen;
        if (string.IsNullOrWhiteSpace(text)) return ProblemRefusals.TextMissing;

        Text = Trim(text);
        return null;
    }

    /// <summary>The owner tries something out.</summary>
    public Refusal? Try(MemberId by)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (!IsOpen) return Refusal.NoLongerOpen;
        Open();
        State = ProblemState.Trying;
        return null;
    }

    public Refusal? Solve(MemberId by, DateTimeOffset now) => Close(ProblemState.Solved, by, now);

    public Refusal? Withdraw(MemberId by, DateTimeOffset now) => Close(ProblemState.Withdrawn, by, now);

    private Refusal? Close(ProblemState state, MemberId by, DateTimeOffset now)
    {
        if (by != OwnerId) return Refusal.NotYours;
        if (State == state) return null;
        if (State is ProblemState.Solved or ProblemState.Withdrawn) return Refusal.NoLongerOpen;

        State = state;
        ClosedAt = now;
        (KeptAt, SearchAgainDue, OrganiserOfferDue) = (null, null, null);
        return null;
    }

    /// <summary>Something happens, and at least one more thing is told: whom, how often, where, what follows, what was tried.</summary>
    public bool IsConcrete => Elements.Contains(ProblemElement.What) && Elements.Count >= 2;

    /// <summary>Adds what the owner answered to a concretising question; the whole stays within <see cref="MaxLength"/>.</summary>
    public void AddAnswer(string text)
    {
        var room = MaxLength - Text.Length - 1;
        if (room <= 0) return;
        LastAnswer = Cut(text, room);
        Text = $"{Text}\n{LastAnswer}";
    }

    /// <summary>The owner meant a new question: the newest answer comes off the text again.</summary>
    /// <returns>That answer; <c>null</c> when there is none to take back.</returns>
    public string? TakeBackAnswer()
    {
        if (LastAnswer is not { } answer || !Text.EndsWith("\n" + answer, StringComparison.Ordinal)) return null;
        Text = Text[..^(answer.Length + 1)];
        LastAnswer = null;
        return answer;
    }

    public bool IsOpen => State is ProblemState.Draft or ProblemState.Open or ProblemState.Matched or ProblemState.Trying;
}

public enum ProblemState { Draft, Open, Matched, Trying, Solved, Parked, Withdrawn }

/// <summary>What makes a problem concrete: an event one could film or count, and whom, how often, where or when, to what effect, what was tried.</summary>
public enum ProblemElement { What, Who, HowOften, WhereWhen, Consequence, Tried }
