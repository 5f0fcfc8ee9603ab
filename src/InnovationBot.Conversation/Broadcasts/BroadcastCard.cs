using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>A message or a story as its readers see it: the same for all who read one language.</summary>
public static class BroadcastCard
{
    /// <summary>Characters of what a case tells of its result; the case opens below.</summary>
    private const int LongestResult = 3000;

    /// <param name="shown">What it says.</param>
    /// <param name="say">The reader's language.</param>
    /// <param name="isInPlace">In a channel, where nobody wants fewer for all.</param>
    /// <param name="wants">Set just after the reader said that they want none of its kind, or want them again.</param>
    public static AdaptiveCard For(BroadcastShown shown, Say say, bool isInPlace = false, bool? wants = null)
    {
        var (broadcast, content) = (shown.Broadcast, shown.Broadcast.Content);
        var heading = content.TitleFor(say.Language) ?? shown.Story?.Title ?? say[$"Broadcasts.Kind_{Vocabulary.Write(broadcast.Kind)}"];
        var body = new List<CardElement>();
        if (wants is { } now)
            body.Add(new Container { Style = ContainerStyle.Accent, Items = [new TextBlock(Markdown.Escape(FewerCard.Told(broadcast.Kind, now, say)))] });
        if (broadcast is { Urgent: true, UrgentReason: { } reason })
            body.Add(new Container { Style = ContainerStyle.Attention, Items = [HouseStyle.Labelled(say["Broadcasts.UrgentBecause"], reason)] });
        if (shown.Story is { } story) body.AddRange(CaseResults.For(story, LongestResult, say));
        if (content is { Picture: { } picture, Alt: { } alt } && CardUrl.TryParse(picture, out var url))
            body.Add(new Image { Url = url, AltText = alt, Size = ImageSize.Stretch });
        if (content.TextFor(say.Language) is { } text) body.Add(new TextBlock(BroadcastText.Markdown(text)) { Spacing = Spacing.Medium });
        foreach (var button in content.Buttons)
            if (CardUrl.TryParse(button.Url, out var target)) body.Add(HouseStyle.Button(new OpenUrlAction { Title = button.Title, Url = target }));
        if (shown.Story is { } told) body.Add(HouseStyle.Button(say["Broadcasts.OpenCase"], "case/open", ("case", told.Id.ToString())));
        if (broadcast.CorrectedAt is not null) body.Add(HouseStyle.Subtle(say["Broadcasts.Corrected"]));
        body.AddRange(Foot(shown, say, isInPlace, wants));
        return HouseStyle.Card(say.Language.Code, heading, body);
    }

    /// <summary>In place of a card that was taken back.</summary>
    public static AdaptiveCard TakenBack(Say say) => HouseStyle.Card(say.Language.Code, say["Broadcasts.TakenBackCard"], []);

    /// <summary>Who sent it, why the reader got it, and how to get fewer.</summary>
    public static IEnumerable<CardElement> Foot(BroadcastShown shown, Say say, bool isInPlace = false, bool? wants = null)
    {
        var from = shown.From is { } organisation ? say["Broadcasts.FromOrganisation", ("organisation", organisation)] : say["Broadcasts.FromNetwork"];
        yield return HouseStyle.Subtle(from) with { Separator = true, Spacing = Spacing.Medium };
        yield return HouseStyle.Subtle(AudienceWords.Why(isInPlace ? null : shown.Broadcast.Audience, shown.Names, say));
        yield return HouseStyle.Subtle(say["Words.Automated"]);
        if (isInPlace) yield break;
        var of = CardData.Of(("broadcast", shown.Broadcast.Id.ToString()), ("kind", Vocabulary.Write(shown.Broadcast.Kind)));
        yield return wants == false ? HouseStyle.Button(say["Broadcasts.GetAgain"], "broadcast/again", of) : HouseStyle.Button(say["Broadcasts.Fewer"], "broadcast/fewer", of);
    }
}

/// <summary>The markdown that organisers write, as cards draw it.</summary>
internal static class BroadcastText
{
    /// <summary>
    /// Each line its own, but those of a list; what would be a date macro is broken by an invisible sign. HTML and addresses
    /// that are not https never come here: the broadcast's rules refuse them.
    /// </summary>
    public static string Markdown(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Replace("{{", "{\u2060{", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries);
        var markdown = new System.Text.StringBuilder(text.Length + 16);
        var wasItem = false;
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            var isItem = IsItem(line);
            if (markdown.Length > 0) markdown.Append(isItem && wasItem ? "\n" : "\n\n");
            markdown.Append(line);
            wasItem = isItem;
        }

        return markdown.ToString();
    }

    private static bool IsItem(string line)
    {
        if (line.Length > 1 && line[0] is '-' or '*' or '+' && line[1] == ' ') return true;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')';
    }
}

/// <summary>What a reader wants of a kind from now on, where their card cannot be drawn again.</summary>
public static class FewerCard
{
    public static AdaptiveCard For(BroadcastKind kind, bool wants, Say say) => HouseStyle.Card(
        say.Language.Code,
        Told(kind, wants, say),
        wants ? [] : [HouseStyle.Button(say["Broadcasts.GetAgain"], "broadcast/again", ("kind", Vocabulary.Write(kind)))]);

    internal static string Told(BroadcastKind kind, bool wants, Say say) => say[$"Broadcasts.{(wants ? "Again" : "NoMore")}_{Vocabulary.Write(kind)}"];
}
