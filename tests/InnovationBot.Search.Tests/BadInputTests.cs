using static InnovationBot.Search.Tests.SearchedNetwork;

namespace InnovationBot.Search.Tests;

public sealed class BadInputTests
{
    public static TheoryData<string> Texts() =>
    [
        "", " ", "x", "?", "\n\n", "😀😀😀", "👩‍👩‍👧‍👦 🏳️‍🌈", "Πού βρίσκεται το γραφείο", "أين المكتب", "市役所はどこですか",
        "title:permit AND (phone OR \"counter) ~0.2^3 [a TO z] permit* NOT -x && || !", "'; DROP TABLE Cases; --",
        "<script>alert('permit')</script><b>permit</b> &lt;permit&gt;", "\ud83d", "\0\u0001permit\u200b", new string('a', 20_000), new string('-', 20_000),
        string.Join(' ', Enumerable.Range(0, 10_000).Select(i => "word" + i)), string.Join(' ', Enumerable.Repeat("permit", 10_000)),
        string.Concat(Enumerable.Repeat("> quoted line\n", 3_000)), string.Concat(Enumerable.Repeat("<b", 10_000)), new string('<', 20_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_gets_an_answer_in_bounded_time(string text)
    {
        await using var network = await Open();
        await network.Save(Case("A call first", "Applicants wait fourteen weeks for a building permit."));
        await network.Ask("permit"); // the index is built outside the time

        var started = TimeProvider.System.GetTimestamp();
        foreach (var language in Network.Language.Spoken) (await network.AskNow(text, language.Code, evenIfNothingFits: true)).ShouldNotBeNull();

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10)); // generous: the machine may be busy
    }

    [Fact]
    public async Task Query_syntax_in_a_text_is_only_punctuation()
    {
        await using var network = await Open();
        var permit = Case("A call first", "Applicants wait fourteen weeks for a building permit.");
        await network.Save(permit, Case("Trees", "Old trees fall on the road."));

        (await network.Ask("NOT title:\"building permit\"^0 -permit")).Cases[0].Id.ShouldBe(permit.Id);
    }
}
