using InnovationBot.Cards;
using InnovationBot.Conversation.Events;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>Whatever organisers may write and people may answer, Teams takes the card.</summary>
public sealed class LargestEventCardsTests
{
    public static TheoryData<string> Languages => [.. Language.Spoken.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public void All_that_an_event_can_hold_fits_on_its_cards(string language)
    {
        var reading = new Reading(Say.In(new Language(language)), TimeZoneInfo.Utc, CardSituations.Now);
        ShouldFit(SignUpCard.For(Gatherings.Longest, reading, note: Gatherings.Long(2000)));
        ShouldFit(DetailsCard.For(Gatherings.Longest, reading));
        ShouldFit(CalendarCard.For(Gatherings.Longest, null, reading));
        ShouldFit(EventPeopleCard.For(Gatherings.LongestNumbers, 1, reading, null));
    }

    private static void ShouldFit(AdaptiveCard card) => card.ToUtf8().Length.ShouldBeLessThanOrEqualTo(BroadcastRules.LargestCard);
}
