using InnovationBot.Activities;
using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network.Outbox;

namespace InnovationBot.Conversation.Notices;

/// <summary>Draws one kind of notice from what is true at the moment it is sent.</summary>
public interface INoticeRenderer
{
    /// <returns><c>null</c> when it is no longer worth saying: the notice then ends as cancelled.</returns>
    Task<NoticeMessage?> Render(Notice notice, Reading reading, CancellationToken stop);
}

/// <param name="Card">Its fallback text and speech are in the recipient's language.</param>
/// <param name="Summary">The notification's text: neither a person's name nor the problem.</param>
/// <param name="Alert">Also raises an alert in the activity feed.</param>
public sealed record NoticeMessage(AdaptiveCard Card, string Summary, bool Alert = false)
{
    private static readonly System.Text.Json.JsonElement AlertData =
        System.Text.Json.JsonDocument.Parse("""{"notification":{"alert":true}}""").RootElement.Clone();

    /// <summary>The card as it is sent, where many get the same and it was written once for all; not to be written to.</summary>
    public byte[]? Written { get; init; }

    /// <summary>The same message with something above its card.</summary>
    public NoticeMessage Dressed(Func<AdaptiveCard, AdaptiveCard> dress) => this with { Card = dress(Card), Written = null };

    /// <summary>With the line that every message sent unasked ends in: what the bot is, and where the rest stands. Once only.</summary>
    public NoticeMessage Footed(Say say)
    {
        var line = HouseStyle.Subtle(say["Words.Automated"]);
        return Written is not null || Holds(Card.Body, line.Text) ? this : this with { Card = Card with { Body = [.. Card.Body, line with { Separator = true, Spacing = Spacing.Medium }] } };

        static bool Holds(IEnumerable<CardElement> elements, string text) => elements.Any(element => element switch
        {
            TextBlock block => block.Text == text,
            Container container => Holds(container.Items, text),
            _ => false,
        });
    }

    /// <summary>The message as it is sent.</summary>
    public Activity ToActivity()
    {
        var activity = Activity.Card(Written ?? Card.ToUtf8(), Summary);
        if (Alert) activity.ChannelData = AlertData;
        return activity;
    }
}

/// <summary>Names which notices a renderer draws; found by the delivery worker through <see cref="NoticeKinds"/>.</summary>
public sealed class NoticeKinds
{
    private readonly Dictionary<string, Type> renderers = [];

    public IEnumerable<string> Kinds => renderers.Keys;

    public Type? Renderer(string kind) => renderers.GetValueOrDefault(kind);

    /// <exception cref="InvalidOperationException">Two renderers for one kind.</exception>
    public void Add(string kind, Type renderer)
    {
        if (!renderers.TryAdd(kind, renderer)) throw new InvalidOperationException($"The notice '{kind}' is drawn by two renderers.");
    }
}
