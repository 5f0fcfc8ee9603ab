using InnovationBot.Conversation.Cases.Library;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>However large the library is, Teams takes its card.</summary>
public sealed class LargestLibraryCardsTests
{
    public static TheoryData<string> Languages => [.. Language.Spoken.Select(language => language.Code)];

    [Theory, MemberData(nameof(Languages))]
    public void The_filter_of_a_large_library_offers_what_is_most_common_and_what_was_chosen(string language)
    {
        var card = LibraryCard.For(Listed.Large, Say.In(new Language(language)));
        card.ToUtf8().Length.ShouldBeLessThanOrEqualTo(BroadcastRules.LargestCard);
        var text = System.Text.Encoding.UTF8.GetString(card.ToUtf8());
        text.ShouldContain(Listed.Large.Filter.Area!);
        text.ShouldContain(Listed.Large.Filter.Region!);
        text.ShouldContain("\"2022\"");
    }
}
