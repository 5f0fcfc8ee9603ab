using System.Text;
using InnovationBot.Cards;

namespace InnovationBot.EndToEnd.Tests.Cards;

/// <summary>What people write stays words, in a renderer that knows all of markdown and turns addresses into links.</summary>
public sealed class EscapedWordsTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    private static readonly string[] Invisible = ["\u2060", "\u200B"];

    [Theory]
    [InlineData("[press here](https://evil.example/a)")]
    [InlineData("![seen](https://evil.example/a.png)")]
    [InlineData("[a][b] and then\n[b]: https://evil.example")]
    [InlineData("[b]: https://evil.example\n[b]")]
    [InlineData("<https://evil.example>")]
    [InlineData("look at https://evil.example/a?b=c and www.evil.example or evil.example")]
    [InlineData("//evil.example and ftp://evil.example")]
    [InlineData("write to mailto:a@evil.example or a@evil.example")]
    [InlineData("tel:+38612345678")]
    [InlineData("**bold** __bold__ *italic* _italic_ ***both*** ~~gone~~ ~gone~")]
    [InlineData("snake_case_name and 5 * 3 * 2 and a_ _b_")]
    [InlineData("`code` and ```more``` and ``x``")]
    [InlineData("# heading\n## heading")]
    [InlineData("heading\n=======\nheading\n---")]
    [InlineData("- one\n- two\n+ three\n* four\n1. five\n2) six")]
    [InlineData("> quoted\n>> twice")]
    [InlineData("    code by its indentation")]
    [InlineData("***\n---\n___")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |")]
    [InlineData("a | b\n-- | --\n1 | 2")]
    [InlineData("<b>bold</b> <script>alert(1)</script> <img src=x onerror=alert(1)> <!-- gone -->")]
    [InlineData("<at>Ana Kovač</at>")]
    [InlineData("&lt;b&gt; &#42;bold&#42; &amp; R&D &copy;")]
    [InlineData("{{DATE(2026-03-01T09:00:00Z, SHORT)}} {{TIME(2026-03-01T09:00:00Z)}}")]
    [InlineData("back\\slash \\*not bold\\* \\\\ C:\\temp\\new \\")]
    [InlineData("a line\\\nand one more")]
    [InlineData("1986. What a year.\n2.5 weeks\n3) third")]
    [InlineData("***[**x**](https://evil.example)***")]
    [InlineData("a*b*c **a**b __a__b a__b__")]
    [InlineData("\\[x](https://evil.example) \\`a\\` \\_a\\_")]
    public async Task They_are_shown_as_they_were_written(string words)
    {
        var card = new AdaptiveCard
        {
            FallbackText = "f",
            Speak = "s",
            Body = [HouseStyle.Paragraph(Markdown.Escape(words)), HouseStyle.Facts(("f", words))],
        };

        var drawn = await renderer.Draw(card.ToUtf8(), Look.Light);

        drawn.Complaints.ShouldBeEmpty();
        var html = await drawn.Shown.InnerHTMLAsync();
        foreach (var tag in (string[])["<a ", "<ul", "<ol", "<li", "<h1", "<h2", "<em", "<strong", "<s>", "<code", "<pre", "<blockquote", "<hr", "<img", "<table>", "<at", "<script", "<b>"])
            html.ShouldNotContain(tag, Case.Insensitive);
        foreach (var block in await drawn.Shown.Locator(".ac-textBlock").AllAsync())
        {
            var shown = Lines(await block.InnerTextAsync());
            if (shown is not ["f"]) shown.ShouldBe(Lines(words));
        }
    }

    private static string[] Lines(string text) =>
        Invisible.Aggregate(text, (rest, sign) => rest.Replace(sign, "", StringComparison.Ordinal)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
