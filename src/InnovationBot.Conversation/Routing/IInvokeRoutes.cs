using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;

namespace InnovationBot.Conversation.Routing;

/// <summary>Fills a list while somebody types into a choice set whose data comes from here.</summary>
public interface ITypeahead
{
    /// <param name="typed">May be empty: the list was opened.</param>
    /// <returns>Best first; Teams shows 15. Only what the sender may read.</returns>
    Task<IReadOnlyList<SearchResult>> Find(string typed, Turn turn, CancellationToken stop);
}

/// <summary>A search command of the message extension: results to choose from, and the card that goes into somebody's message.</summary>
public interface IExtensionQuery
{
    /// <param name="typed">Empty when the extension was opened: its first page.</param>
    /// <param name="page">Which of them; <see cref="ResultPage.Count"/> is at most 25.</param>
    Task<IReadOnlyList<ExtensionResult>> Find(string typed, ResultPage page, Turn turn, CancellationToken stop);
}

/// <summary>Shows a card in place of a link to this bot that somebody pastes into a message.</summary>
public interface ILinkPreview
{
    /// <returns><c>null</c> for a link of another kind, and for what the sender may not read.</returns>
    Task<ExtensionResult?> Preview(Uri link, Turn turn, CancellationToken stop);
}

/// <summary>An action on any message of a chat: opens a dialog with it. The dialog's own buttons are verbs like all others.</summary>
public interface IMessageAction
{
    /// <param name="text">The message without its markup; by somebody else, as anybody could have written it.</param>
    Task<Reply> Open(string text, Turn turn, CancellationToken stop);
}

/// <summary>Takes a file that somebody dropped into their own chat with the bot.</summary>
public interface IFileRoute
{
    Task<Reply> Received(ReceivedFile file, Turn turn, CancellationToken stop);
}

/// <summary>A file that a person may have put into their OneDrive. Made anew once they agreed, by their rights of that moment.</summary>
public interface IDriveFile
{
    /// <summary>What the answer to Teams' own question begins with; without a colon.</summary>
    string Kind { get; }

    /// <param name="which">One of several of the kind, as it came back with the answer: anybody could have written it.</param>
    Task<Result<DriveFile>> Make(string which, Turn turn, CancellationToken stop);
}

/// <param name="Description">What it is, in the reader's language.</param>
public sealed record DriveFile(string Name, string Description, byte[] Content);

/// <summary>Hears that somebody liked a message of the bot's, or took that back.</summary>
public interface IReactionRoute
{
    /// <param name="activity">The message.</param>
    /// <param name="likes"><c>false</c>: no longer.</param>
    Task Reacted(string activity, bool likes, Turn turn, CancellationToken stop);
}

/// <param name="Title">Plain words.</param>
/// <param name="Line">Plain words under the title in the list.</param>
/// <param name="Card">What is inserted. Others read it: links only, no presses.</param>
public sealed record ExtensionResult(string Title, string Line, AdaptiveCard Card);

/// <param name="Skip">Results before this page, 0 and more.</param>
/// <param name="Count">1 to 25.</param>
public readonly record struct ResultPage(int Skip, int Count);

/// <summary>A file in a message (Teams docs: receive files in personal chat).</summary>
/// <param name="Name">As the sender called it.</param>
/// <param name="Download">Where its bytes are for some minutes, without a token. From the channel, but to be checked against the hosts files may come from.</param>
public sealed record ReceivedFile(string Name, Uri Download)
{
    /// <summary>How many more came with the same message.</summary>
    public int Others { get; init; }
}
