namespace InnovationBot.Cards.Tests;

public sealed class CardValuesTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("verb")]
    [InlineData("msteams")]
    public void Card_data_refuses_keys_that_would_be_lost(string key) => Should.Throw<ArgumentException>(() => CardData.Of((key, "1")));

    [Fact]
    public void Card_data_refuses_a_key_twice_and_a_text_for_a_value()
    {
        Should.Throw<ArgumentException>(() => CardData.Of(("a", "1"), ("a", "2")));
        Should.Throw<ArgumentException>(() => CardData.Of(("a", new string('x', CardData.LongestValue + 1))));
    }

    [Fact]
    public void Card_data_grows_into_new_data()
    {
        CardData one = ("a", "1");
        one.With("b", "2").Entries.ShouldBe([new("a", "1"), new("b", "2")]);
        one.Entries.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("https://bot.example.gov/a?b=c#d", true)]
    [InlineData("https://teams.microsoft.com/l/chat/0/0?users=a%40b.example", true)]
    [InlineData("http://bot.example.gov/", false)]
    [InlineData("http://127.0.0.1:3978/a", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:image/png;base64,AA==", false)]
    [InlineData("https://bank.example@evil.example/", false)]
    [InlineData("//evil.example", false)]
    [InlineData("/case/1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_card_points_at_https_only(string? url, bool allowed) => CardUrl.TryParse(url, out _).ShouldBe(allowed);

    [Theory]
    [InlineData("http://127.0.0.1:3978/a", true)]
    [InlineData("http://localhost:3978/a", true)]
    [InlineData("http://[::1]:3978/a", true)]
    [InlineData("http://bot.example.gov/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    public void Local_mode_may_point_at_this_machine(string url, bool allowed) => CardUrl.TryParse(url, out _, allowLoopback: true).ShouldBe(allowed);

    [Fact]
    public void An_address_keeps_its_escapes() =>
        CardUrl.Parse("https://x.example/a%20b?c=d%2Be&f=%C4%8D").Value.ShouldBe("https://x.example/a%20b?c=d%2Be&f=%C4%8D");

    [Fact]
    public void A_choice_refuses_a_comma_in_its_value() => Should.Throw<ArgumentException>(() => new Choice("a", "a,b"));

    [Theory]
    [InlineData(25 * 1024, CardFit.WithinBudget)]
    [InlineData(25 * 1024 + 1, CardFit.OverBudget)]
    [InlineData(28 * 1024, CardFit.OverBudget)]
    [InlineData(28 * 1024 + 1, CardFit.TooLarge)]
    public void The_size_of_a_card_is_judged_in_bytes(int bytes, CardFit fit) => CardSize.Check(bytes).ShouldBe(fit);

    [Fact]
    public void A_mention_is_safe_in_the_text_around_it()
    {
        var mention = new Mention("29:1", "Ana <b> & co");
        mention.Text.ShouldBe("<at>Ana &lt;b&gt; &amp; co</at>");
        mention.Mentioned.Name.ShouldBe("Ana <b> & co");
    }
}
