using InnovationBot.Network;
using InnovationBot.Network.Cases;

namespace InnovationBot.Conversation.Phrasing;

/// <summary>What a language model may put into words; nothing depends on it, and what it writes is shown and never acted on.</summary>
public enum PhrasingKind
{
    /// <summary>The problem in one or two sentences, as the bot understood it.</summary>
    Summary,

    /// <summary>That, and the one question that would make it more concrete.</summary>
    Question,

    /// <summary>A first wording of a case out of what its author wrote.</summary>
    CaseDraft,
}

/// <param name="Text">Written by the person who reads the answer, and by nobody else.</param>
/// <param name="Language">Of the answer.</param>
public sealed record PhrasingRequest(PhrasingKind Kind, string Text, Language Language)
{
    /// <summary>Cases that this person may read and was shown; the message refers to them, the model does not get them.</summary>
    public IReadOnlyList<CitedCase> Cases { get; init; } = [];
}

public sealed record CitedCase(CaseId Id, string Title, string About);

/// <summary>What the model wrote: checked, plain text without links or markup.</summary>
/// <param name="Summary">At most 500 characters.</param>
/// <param name="Question">At most 250 characters; only when it was asked for.</param>
/// <param name="Title">At most 120 characters; only of a case.</param>
public sealed record Phrased(string Summary, string? Question = null, string? Title = null);

/// <summary>A language model, where one is configured.</summary>
public interface IPhrasing
{
    /// <summary>This kind is switched on.</summary>
    bool Does(PhrasingKind kind);

    /// <param name="partly">Called with the summary as far as it is written, each time longer and checked.</param>
    /// <returns><c>null</c> when the model is late, fails, is used up for today or answers what it was not asked.</returns>
    ValueTask<Phrased?> Phrase(PhrasingRequest request, Func<string, ValueTask> partly, CancellationToken stop);

    /// <summary>Somebody pressed a thumb under what the model wrote.</summary>
    void Judged(bool isLiked);
}
