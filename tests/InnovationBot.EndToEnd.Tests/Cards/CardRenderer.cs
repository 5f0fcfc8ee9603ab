using System.Text;
using System.Text.Json;
using InnovationBot.Testing.Cards;
using Microsoft.Playwright;

namespace InnovationBot.EndToEnd.Tests.Cards;

/// <summary>
/// Draws cards with Microsoft's own renderer (npm <c>adaptivecards</c>) in a page that looks like Teams. A class fixture: one
/// page, one card at a time.
/// </summary>
public sealed class CardRenderer(Browser browser) : IAsyncLifetime
{
    /// <summary>Where the pictures go, as build output.</summary>
    public static string Screenshots { get; } = Path.Combine(RepositoryFolder.Root, ".artifacts", "screenshots");

    private static readonly Lazy<JsonElement> Themes = new(() =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(WebModules.Web, "themes.json"))).RootElement);

    private IBrowserContext? context;
    private IPage? page;

    public async ValueTask InitializeAsync()
    {
        context = await browser.OpenContext(width: Look.All.Sum(look => look.Width + 32));
        page = await context.NewPageAsync();
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(WebModules.Web, "card.html")));
        await page.AddScriptTagAsync(new() { Path = await WebModules.File("adaptivecards/dist/adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = await WebModules.File("markdown-it/dist/markdown-it.min.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(WebModules.Web, "card.js") });
    }

    /// <summary>Draws one card in one look.</summary>
    /// <inheritdoc cref="Draw(ReadOnlyMemory{byte}, IReadOnlyList{Look}, string)"/>
    public async Task<DrawnCard> Draw(ReadOnlyMemory<byte> card, Look look, string? screenshot = null) => (await Draw(card, [look], screenshot))[0];

    /// <summary>Draws one card in several looks side by side, as one picture.</summary>
    /// <param name="card">The card itself, not the attachment around it.</param>
    /// <param name="looks">Colours, width, and what the client knows.</param>
    /// <param name="screenshot">File name without ending, below <see cref="Screenshots"/>; <c>null</c> for none.</param>
    /// <returns>One for each look, in their order.</returns>
    public async Task<IReadOnlyList<DrawnCard>> Draw(ReadOnlyMemory<byte> card, IReadOnlyList<Look> looks, string? screenshot = null)
    {
        var drawn = await page!.EvaluateAsync<JsonElement>(
            "([card, looks]) => drawCard(card, looks.map(look => ({ ...look, colours: JSON.parse(look.colours) })))",
            new object[]
            {
                Encoding.UTF8.GetString(card.Span),
                looks.Select(look => new { colours = Themes.Value.GetProperty(look.Theme).GetRawText(), width = look.Width, badges = look.KnowsBadges, open = look.Opened }).ToArray(),
            });
        if (screenshot is not null)
            await page.Locator("#sheet").ScreenshotAsync(new() { Path = Path.Combine(Screenshots, screenshot + ".png") });

        var cards = page.Locator(".card");
        return [.. drawn.EnumerateArray().Select((one, number) => new DrawnCard(looks[number], Texts(one, "complaints"), Texts(one, "cut"), cards.Nth(number)))];
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null) await context.DisposeAsync();
    }

    private static string[] Texts(JsonElement drawn, string name) => [.. drawn.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];
}

/// <param name="Theme">A name of <c>themes.json</c>.</param>
/// <param name="Width">Of the card, in CSS pixels.</param>
/// <param name="KnowsBadges">As Teams does; other clients draw the fallback.</param>
/// <param name="Opened">With everything open that a ShowCard hides.</param>
public sealed record Look(string Theme, int Width, bool KnowsBadges = true, bool Opened = false)
{
    public static readonly Look Light = new("light", 480);
    public static readonly Look Dark = new("dark", 480);
    public static readonly Look Contrast = new("contrast", 480);
    public static readonly Look Narrow = new("light", 320);
    public static readonly Look NarrowFallback = new("dark", 320, KnowsBadges: false, Opened: true);

    public static readonly IReadOnlyList<Look> All = [Light, Dark, Contrast, Narrow, NarrowFallback];
}

/// <param name="Look">How it was drawn.</param>
/// <param name="Complaints">What the renderer found wrong while it parsed and drew.</param>
/// <param name="Cut">Texts that do not show whole.</param>
/// <param name="Shown">The card in its page, until the next one is drawn.</param>
public sealed record DrawnCard(Look Look, IReadOnlyList<string> Complaints, IReadOnlyList<string> Cut, ILocator Shown);
