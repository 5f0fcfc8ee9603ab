using InnovationBot.Conversation.Turns;

namespace InnovationBot.Conversation.Routing;

/// <summary>Names the verb of a route, "introduction/accept".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VerbAttribute(string verb) : Attribute
{
    public string Verb { get; } = verb;
}

/// <summary>What happens when a button of a card is pressed: reads the press, calls one use case, words its result.</summary>
public interface IVerbRoute
{
    Task<Reply> Run(PressData data, Turn turn, CancellationToken stop);

    /// <summary>
    /// The card as it is now, for a press that came twice, too late or from an old card. Changes nothing.
    /// </summary>
    /// <returns><see cref="Reply.Nothing"/> where the verb has no card of its own.</returns>
    Task<Reply> Show(PressData data, Turn turn, CancellationToken stop) => Task.FromResult(Reply.Nothing);
}

/// <summary>A word or phrase that is a command when it is the whole message.</summary>
public interface ICommand
{
    /// <summary>
    /// Whether the words after the command's own belong to it. Where not, the message is no command: "language barriers keep
    /// parents away" is a problem.
    /// </summary>
    /// <param name="argument">As typed, never empty.</param>
    bool Takes(string argument, Turn turn) => true;

    /// <param name="argument">What follows the command's words, as typed; empty for most.</param>
    Task<Reply> Run(string argument, Turn turn, CancellationToken stop);
}

/// <summary>Takes the answer to a question that the bot asked and that is still open.</summary>
public interface IQuestionRoute
{
    Task<Reply> Answer(Network.Turns.OpenQuestion question, string text, Turn turn, CancellationToken stop);
}

/// <summary>Takes a text that replies to a card which the bot had sent unasked.</summary>
public interface IReplyRoute
{
    /// <param name="notice">What was sent.</param>
    Task<Reply> Replied(Network.Outbox.Notice notice, string text, Turn turn, CancellationToken stop);
}

/// <summary>Takes every text that is neither a command nor an answer.</summary>
public interface IAskRoute
{
    Task<Reply> Ask(string text, Turn turn, CancellationToken stop);

    /// <summary>What is now true of what a text that came twice did the first time.</summary>
    /// <param name="subject">As kept with the first time's effect.</param>
    Task<Reply> Show(Guid subject, Turn turn, CancellationToken stop);

    /// <summary>The person changed the message a problem came from.</summary>
    Task<Reply> Edited(string sourceActivity, string text, Turn turn, CancellationToken stop);

    /// <summary>The person deleted, or restored, the message a problem came from.</summary>
    Task<Reply> Deleted(string sourceActivity, Turn turn, CancellationToken stop);
}

/// <summary>Says hello where the bot arrives.</summary>
public interface IWelcomeRoute
{
    /// <summary>To a person, once, whatever the channel repeats.</summary>
    Task<Reply> WelcomePerson(Turn turn, CancellationToken stop);

    /// <summary>To a team or group chat, once; members are not written to.</summary>
    Task<Reply> WelcomePlace(Turn turn, CancellationToken stop);
}

/// <summary>Looks at a text before everything else; how the local mode's own words get in.</summary>
public interface ITextInterceptor
{
    /// <returns><c>null</c> to let the text pass.</returns>
    Task<Reply?> Intercept(string text, Turn turn, CancellationToken stop);
}
