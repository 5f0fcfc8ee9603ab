using System.Text.Json;
using InnovationBot.Testing.Cards;

namespace InnovationBot.EndToEnd.Tests.Cards;

/// <summary>WCAG 1.4.3, measured where cards are drawn: each word against what is behind it, in the light and the dark colours of Teams.</summary>
public sealed class ContrastTests(CardRenderer renderer) : IClassFixture<CardRenderer>
{
    /// <summary>Every element that holds text of its own, with the first background behind it that is not see-through.</summary>
    private const string Measure = """
        card => {
          const parse = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
          const light = ([r, g, b]) => { const l = [r, g, b].map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * l[0] + 0.7152 * l[1] + 0.0722 * l[2]; };
          const behind = element => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
          const found = [];
          for (const element of card.querySelectorAll('*')) {
            if (element.getClientRects().length === 0 || ![...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            const style = getComputedStyle(element), a = light(parse(style.color)), b = light(behind(element));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), size = parseFloat(style.fontSize);
            const least = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight) >= 700) ? 3 : 4.5;
            if (ratio < least) found.push(`${element.textContent.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
          }
          return JSON.stringify([...new Set(found)]);
        }
        """;

    [Fact]
    public async Task Words_on_rendered_cards_stand_out_from_what_is_behind_them()
    {
        var cards = ApprovedCards.Names.Where((_, number) => number % 4 == 0).ToList(); // all share the house's few pieces
        cards.Count.ShouldBeGreaterThan(50);
        List<string> faults = [];
        foreach (var (number, card) in cards.Index())
        {
            var look = number % 2 == 0 ? Look.Light : Look.Dark; // each card in one of them: colours belong to the theme, not to the card
            var drawn = await renderer.Draw(ApprovedCards.Read(card), look);
            var told = JsonSerializer.Deserialize<string[]>(await drawn.Shown.EvaluateAsync<string>(Measure))!;
            faults.AddRange(told.Select(fault => $"{card} {look.Theme} “{fault}”"));
        }

        string.Join('\n', faults.Take(30)).ShouldBeEmpty();
    }
}
