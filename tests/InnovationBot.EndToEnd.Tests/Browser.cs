using InnovationBot.EndToEnd.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace InnovationBot.EndToEnd.Tests;

/// <summary>
/// One headless Chromium for all tests, the one of Debian (<c>CHROMIUM</c> names another). Pages reach this machine and
/// nothing else. Take it as a constructor parameter; each test opens a context of its own.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", // Chromium refuses to run as root with it, and CI is root
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]", // websockets too, which routes do not see
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        var executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(executable))
            throw new InvalidOperationException($"The browser tests need Chromium at {executable}: install it (Debian: apt-get install chromium), or name it in CHROMIUM.");

        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Switches });
    }

    /// <summary>A browser window without history, closed with all its pages by whoever disposes it.</summary>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="height">In CSS pixels.</param>
    /// <param name="scale">Device pixels in a CSS pixel, each way; 2 for pictures that are looked at.</param>
    public async Task<IBrowserContext> OpenContext(int width = 1280, int height = 800, float scale = 1)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = scale,
            Locale = "en-GB",
            TimezoneId = "Europe/Ljubljana",
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });
        await context.RouteAsync(IsOutside, route => route.AbortAsync());
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }

    private static bool IsOutside(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https" && !address.IsLoopback;
}
