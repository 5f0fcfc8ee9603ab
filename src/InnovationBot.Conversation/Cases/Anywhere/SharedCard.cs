using InnovationBot.Cards;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Library;
using InnovationBot.Network.People;

namespace InnovationBot.Conversation.Cases.Anywhere;

/// <summary>A case or a person as a card in somebody's message: whoever is in that chat reads it, and nothing in it is pressed but links.</summary>
public static class SharedCard
{
    private const int LongestLesson = 500;

    /// <summary>A case that everybody of the network may read with its lesson; any other as a link that opens for members, without a word of it.</summary>
    /// <returns><c>null</c> for a case that may only go as a link, where there is no address for links.</returns>
    public static ExtensionResult? Of(ListedCase listed, Uri? link, Say say)
    {
        var @case = listed.Case;
        var url = link is null ? null : CardUrl.Parse(link.ToString(), allowLoopback: true);
        if (@case.Readers != Readers.Network)
            return url is null ? null : new ExtensionResult(say.Title(@case), say["Anywhere.OnlyLink"], Card(say, say["Anywhere.HiddenHeading"], [HouseStyle.Subtle(say["Anywhere.HiddenText"])], url));

        var body = new List<CardElement>
        {
            HouseStyle.Subtle(Showing.Join(say, say.Word(@case.Outcome), say.Line(@case, listed.Organisation, listed.Kind, listed.Confirmation))) with { Spacing = Spacing.None },
        };
        if (say.Lesson(@case) is { Length: > 0 } lesson) body.Add(HouseStyle.Labelled(say["Cases.Lesson"], CaseCard.Cut(lesson, LongestLesson)));
        body.Add(HouseStyle.Subtle(say["Anywhere.From"]));
        return new ExtensionResult(
            say.Title(@case),
            Showing.Join(say, say.Word(@case.Outcome), say.Origin(@case, listed.Organisation, listed.Kind)),
            Card(say, say.Title(@case), body, url));
    }

    /// <summary>The same in place of a link. The list of a search is the searcher's own; what stands beside an unfurled card is sent with it.</summary>
    /// <inheritdoc cref="Of(ListedCase, Uri?, Say)"/>
    public static ExtensionResult? Unfurled(ListedCase listed, Uri? link, Say say) =>
        Of(listed, link, say) is { } shown ? listed.Case.Readers == Readers.Network ? shown : new ExtensionResult(say["Anywhere.HiddenHeading"], shown.Line, shown.Card) : null;

    /// <summary>Somebody who chose to be named to everybody.</summary>
    public static ExtensionResult Of(FoundPerson person, Say say)
    {
        var line = say.PersonLine(person.Shown);
        var body = new List<CardElement> { HouseStyle.Subtle(line) with { Spacing = Spacing.None } };
        if (person.Topics.Count > 0) body.Add(HouseStyle.Labelled(say["Anywhere.Topics"], string.Join(", ", person.Topics)));
        body.Add(HouseStyle.Subtle(say["Anywhere.PersonHow"]));
        return new ExtensionResult(person.Shown.Name!, line, Card(say, person.Shown.Name!, body, null));
    }

    private static AdaptiveCard Card(Say say, string heading, List<CardElement> body, CardUrl? url)
    {
        if (url is not null) body.Add(HouseStyle.Button(new OpenUrlAction { Url = url, Title = say["Reading.OpenCase"] }));
        return new AdaptiveCard
        {
            Version = CardVersion.LinkUnfurling, Lang = say.Language.Code, FallbackText = heading, Speak = heading,
            Body = [new TextBlock(Markdown.Escape(heading)) { Weight = TextWeight.Bolder, Size = TextSize.Medium }, .. body],
        };
    }
}
