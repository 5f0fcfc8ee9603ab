using InnovationBot.Testing.Cards;
using static InnovationBot.Cards.HouseStyle;

namespace InnovationBot.Cards.Tests;

public sealed class HouseStyleTests
{
    [Theory]
    [InlineData("en", "“a”")]
    [InlineData("en-GB", "“a”")]
    [InlineData("de", "„a“")]
    [InlineData("sl-SI", "»a«")]
    [InlineData("da", "»a«")]
    [InlineData("nl", "‘a’")]
    [InlineData("fr-BE", "«\u00A0a\u00A0»")]
    [InlineData("tlh", "“a”")]
    public void A_quote_stands_in_the_marks_of_its_language(string language, string expected) => Runs(Quote("a", language)).ShouldBe([expected]);

    [Fact]
    public void The_lines_of_a_quote_stay_lines_inside_one_pair_of_marks() =>
        Runs(Quote("  first\r\n\r\nsecond\nthird ", "en")).ShouldBe(["“first", "second", "third”"]);

    [Fact]
    public void A_persons_own_words_are_never_read_as_markdown()
    {
        Quote("**a**", "en").Items.ShouldAllBe(item => item is RichTextBlock);
        Labelled("Lesson:", "# a\n# b").Inlines[1].Text.ShouldBe("# a # b");
        Heading("*a*").Text.ShouldBe(@"\*a\*");
        Subtle("*a*").Text.ShouldBe(@"\*a\*");
        Facts(("*a*", "*b*")).Facts.ShouldBe([new Fact(@"\*a\*", @"\*b\*")]);
    }

    [Fact]
    public void A_pasted_address_may_break_and_loses_nothing()
    {
        const string words = "see https://www.example.gov/a/very/long/address/that/somebody/pasted?with=parameters soon";
        var shown = Labelled("Link:", words).Inlines[1].Text;
        shown.Replace("\u200B", "", StringComparison.Ordinal).ShouldBe(words);
        shown.Split(' ', '\u200B').ShouldAllBe(part => part.Length <= 30);
    }

    [Fact]
    public void A_badge_and_its_fallback_say_the_same()
    {
        var badge = OutcomeBadge(BadgeStyle.Warning, "✗", "What did not work");
        badge.Text.ShouldBe("What did not work");
        badge.Fallback.Text.ShouldBe("✗ What did not work");
    }

    [Fact]
    public void The_way_back_works_while_a_required_field_is_empty() =>
        ((ExecuteAction)Back("Back", "ask/back").Actions.Single()).AssociatedInputs.ShouldBe(AssociatedInputs.None);

    [Fact]
    public void A_card_of_house_pieces_passes_the_lint() =>
        CardLint.Check(new AdaptiveCard
        {
            FallbackText = "f",
            Speak = "s",
            Body =
            [
                Heading("Who waits?"),
                Quote("We wait.", "en"),
                Facts(("Places", "7 of 25")),
                Rows(RowLink("A", "b", new ExecuteAction { Title = "Open: A", Verb = "case/open", Data = ("case", "1") })),
                StrongButton("Send", "a/b", ("problem", "1")),
                ButtonPair(new ExecuteAction { Title = "Ask me later", Verb = "a/c" }, new ExecuteAction { Title = "Stop asking", Verb = "a/d" }),
                Back("Back", "a/e"),
            ],
        }.ToUtf8()).ShouldBeEmpty();

    private static IEnumerable<string> Runs(Container quote) => quote.Items.Cast<RichTextBlock>().Select(block => block.Inlines.Single().Text);

    [Fact]
    public void An_email_address_is_copied_from_a_card_as_it_is()
    {
        var run = HouseStyle.Email("ana.kovac_2@lipovec.example.org").Inlines.ShouldHaveSingleItem();
        run.Text.ShouldBe("ana.kovac_2@lipovec.example.org");
    }
}
