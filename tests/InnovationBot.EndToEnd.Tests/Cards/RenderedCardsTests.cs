using InnovationBot.Cards;
using InnovationBot.Testing.Cards;

namespace InnovationBot.EndToEnd.Tests.Cards;

/// <summary>
/// Every approved card of every test project, drawn in all looks side by side; the pictures are build output. A test project that
/// approves a card by <see cref="ApprovedCards"/> has it drawn here without being named.
/// </summary>
public sealed class RenderedCardsTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    private const string NoBadge = "Unknown element type \"Badge\". Fallback will be used if present.";

    public static TheoryData<string> Cards => [.. ApprovedCards.Names];

    [Fact]
    public void There_are_cards_to_draw() => Cards.ShouldNotBeEmpty();

    [Theory, MemberData(nameof(Cards))]
    public async Task Microsofts_renderer_draws_it_whole_and_without_a_complaint(string name)
    {
        DrawnWhole(await renderer.Draw(ApprovedCards.Read(name), Look.All, name));
    }

    [Fact]
    public async Task A_word_without_end_breaks_on_a_phone()
    {
        var word = string.Concat(Enumerable.Repeat("Verwaltungsvorgang", 20));
        var card = new AdaptiveCard
        {
            FallbackText = "f",
            Speak = "s",
            Body =
            [
                HouseStyle.Heading(word),
                HouseStyle.Subtle(word),
                HouseStyle.Labelled(word, word),
                HouseStyle.Quote(word, "de"),
                HouseStyle.Facts((word, word)),
                HouseStyle.Rows(HouseStyle.RowLink(word, word, new ExecuteAction { Title = "Open", Verb = "a/b" })),
            ],
        };
        DrawnWhole(await renderer.Draw(card.ToUtf8(), [Look.Narrow], "endless-word"));
    }

    private static void DrawnWhole(IReadOnlyList<DrawnCard> cards)
    {
        foreach (var drawn in cards)
        {
            drawn.Complaints.Where(complaint => drawn.Look.KnowsBadges || complaint != NoBadge).ShouldBeEmpty($"{drawn.Look}");
            drawn.Cut.ShouldBeEmpty($"{drawn.Look}");
        }
    }
}
