using FsCheck.Xunit;

namespace InnovationBot.Cards.Tests;

/// <summary>What a renderer makes of the escaped words is tested with the real one, in the end-to-end tests.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Občina Lipovec, Slovenia · municipality")]
    [InlineData("Ana Kovač can tell you more!")]
    [InlineData("9:00-12:00, 2.5 weeks, Q & A? (yes)")]
    [InlineData("see file_name_v2")]
    [InlineData("Mia's \"new\" idea; 40 % less")]
    public void Ordinary_words_stay_as_they_are(string words) => Markdown.Escape(words).ShouldBe(words);

    [Theory]
    [InlineData("[a](b)", "[a]~(b)")]
    [InlineData("<at>Ana</at>", "<~at>Ana<~/at>")]
    [InlineData("https://a.si", "https:/~/a.~si")]
    [InlineData("**a**", @"\*\*a\*\*")]
    [InlineData("_a_ a_b", @"\_a\_ a_b")]
    [InlineData("- a", "~- a")]
    [InlineData("12) a", "~12) a")]
    [InlineData("&amp;", "&~amp;")]
    [InlineData("{{DATE(x)}}", "{~{DATE(x)}}")]
    [InlineData(@"a\*b", @"a\\\*b")]
    public void What_markdown_would_read_is_broken(string words, string expected) =>
        Markdown.Escape(words).ShouldBe(expected.Replace('~', '\u2060'));

    [Fact]
    public void Each_line_becomes_a_paragraph() => Markdown.Escape("a\r\nb\n\n\n  c\t\n").ShouldBe("a\n\nb\n\nc");

    [Fact]
    public void Characters_that_turn_the_direction_of_writing_are_left_out() => Markdown.Escape("a\u202Eb\u2066c\u0007d").ShouldBe("abcd");

    [Property]
    public void No_letter_is_lost(string? written)
    {
        var words = written ?? "";
        Letters(Markdown.Escape(words)).ShouldBe(Letters(words));

        static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
    }
}
