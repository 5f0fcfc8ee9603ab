using System.Text.Json;
using InnovationBot.Cards;
using InnovationBot.Conversation.Cases;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Testing.Hosting;
using Case = InnovationBot.Network.Cases.Case;

namespace InnovationBot.Conversation.Tests.Cards;

/// <summary>However long people write, Teams takes the card of a case, and all of it can be read.</summary>
public sealed class LargestCaseCardsTests
{
    [Theory]
    [InlineData("words", "en")]
    [InlineData("words", "sl")]
    [InlineData("letters", "fr")]
    [InlineData("lines", "de")]
    public void What_a_card_cannot_hold_is_cut_and_read_on_other_pages(string written, string language)
    {
        var say = Say.In(new Language(language));
        var opened = Long(written);
        var card = CaseCard.For(opened, say, CaseWay.None);
        CardSize.Check(card.ToUtf8()).ShouldBe(CardFit.WithinBudget);
        Seen(card).Verbs.ShouldContain("case/text");

        var read = "";
        for (var page = 1; ; page++)
        {
            var text = CaseTextCard.For(opened, say, CaseWay.None, page);
            CardSize.Check(text.ToUtf8()).ShouldBe(CardFit.WithinBudget);
            read += string.Concat(text.Body.OfType<RichTextBlock>().SelectMany(block => block.Inlines).Select(run => run.Text));
            if (Seen(text).Action("case/text", say["Library.Next"]) is null) break;
            page.ShouldBeLessThan(20);
        }

        foreach (var part in new[] { opened.Case.Lesson, opened.Case.Problem, opened.Case.WhatWasDone, opened.Case.Result })
            Letters(read).ShouldContain(Letters(part!));
    }

    [Fact]
    public void A_case_of_usual_length_is_whole_on_its_card() => Seen(CaseCard.For(Answers.Opened, Say.In(Language.English), CaseWay.None)).Verbs.ShouldNotContain("case/text");

    private static OpenedCase Long(string written)
    {
        string Text(string mark) => written switch
        {
            "lines" => string.Join('\n', Enumerable.Range(0, 400).Select(i => $"{mark}{i}")),
            "letters" => new string('ж', 8000),
            _ => string.Join(' ', Enumerable.Range(0, 1100).Select(i => $"{mark}č{i}")),
        };
        return new OpenedCase(
            new Case
            {
                Id = Answers.Id<CaseId>(9), Key = "long", Title = "Long", Problem = Text("p"), WhatWasDone = Text("w"), Result = Text("r"), Lesson = Text("l"), Outcome = Outcome.Partly,
                Language = new("da"), EnglishLesson = Text("e"), FirstNextTime = new string('f', 1000), WorksElsewhereWhen = new string('g', 1000),
            },
            null, null, []);
    }

    private static SeenCard Seen(AdaptiveCard card) => new("", JsonElement.Parse(card.ToUtf8()));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
