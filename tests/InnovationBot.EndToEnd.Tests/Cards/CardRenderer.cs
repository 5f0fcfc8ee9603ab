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
        context = await browser.OpenContext(scale: 2);
        page = await context.NewPageAsync();
        await page.SetContentAsync(await File.ReadAllTextAsync(Path.Combine(WebModules.Web, "card.html")));
        await page.AddScriptTagAsync(new() { Path = await WebModules.File("adaptivecards/dist/adaptivecards.min.js") });
        await page.AddScriptTagAsync(new() { Path = await WebModules.File("markdown-it/dist/markdown-it.min.js") });
        await page.AddScriptTagAsync(new() { Path = Path.Combine(WebModules.Web, "card.js") });
    }

    /// <param name="card">The card itself, not the attachment around it.</param>
    /// <param name="look">Colours, width, and what the client knows.</param>
    /// <param name="screenshot">File name without ending, below <see cref="Screenshots"/>; <c>null</c> for none.</param>
    public async Task<DrawnCard> Draw(ReadOnlyMemory<byte> card, Look look, string? screenshot = null)
    {
        await page!.SetViewportSizeAsync(look.Width + 32, 800);
        var drawn = await page.EvaluateAsync<JsonElement>(
            "([card, colours, options]) => drawCard(card, JSON.parse(colours), options)",
            new object[]
            {
                Encoding.UTF8.GetString(card.Span),
                Themes.Value.GetProperty(look.Theme).GetRawText(),
                new { width = look.Width, badges = look.KnowsBadges, open = look.Opened },
            });
        if (screenshot is not null)
            await page.Locator("#card").ScreenshotAsync(new() { Path = Path.Combine(Screenshots, screenshot + ".png") });

        return new DrawnCard(Texts(drawn, "complaints"), Texts(drawn, "cut"), page.Locator("#card"));
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
}

/// <param name="Complaints">What the renderer found wrong while it parsed and drew.</param>
/// <param name="Cut">Texts that do not show whole.</param>
/// <param name="Shown">The card in its page, until the next one is drawn.</param>
public sealed record DrawnCard(IReadOnlyList<string> Complaints, IReadOnlyList<string> Cut, ILocator Shown);
