using System.Text.RegularExpressions;
using InnovationBot.EndToEnd.Tests.Cards;
using InnovationBot.Service.Demo.Playground;
using Microsoft.Playwright;

namespace InnovationBot.EndToEnd.Tests.Playground;

/// <summary>A person at the Agents Playground: writes, presses, fills in, reads.</summary>
public sealed class PlaygroundChat(IPage page)
{
    /// <summary>In milliseconds: where the whole of a test run shares two cores, the first page alone may take half a minute.</summary>
    private const float Patience = 60_000;

    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    /// <summary>Opens the page in a window of its own and hides the log, which stands beside the chat.</summary>
    public static async Task<PlaygroundChat> Open(IBrowserContext window, Uri address)
    {
        var page = await window.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        await page.GotoAsync(address.AbsoluteUri);
        var chat = new PlaygroundChat(page);
        await chat.Box.WaitForAsync();
        var log = page.Locator("button[title='Hide log panel']");
        await log.First.ClickAsync();
        return chat;
    }

    /// <summary>Writes a message and sends it.</summary>
    public async Task Say(string text)
    {
        await Box.ClickAsync();
        await page.Keyboard.InsertTextAsync(text);
        await page.GetByLabel("Send Message").First.ClickAsync();
    }

    /// <summary>Writes a message and waits for the card that answers it.</summary>
    public async Task Ask(string text)
    {
        var before = await Cards.CountAsync();
        await Say(text);
        await Cards.Nth(before).WaitForAsync();
    }

    /// <summary>Writes a message and waits for the sentence that answers it, which may have been said before.</summary>
    public async Task Say(string text, string answer)
    {
        var answers = page.GetByText(answer);
        var before = await answers.CountAsync();
        await Say(text);
        await answers.Nth(before).WaitForAsync();
    }

    /// <summary>Waits for a text that the bot wrote, plain or in a card; the newest.</summary>
    public async Task<string> Reads(string text)
    {
        var found = page.GetByText(text).Last;
        await found.WaitForAsync();
        return await found.InnerTextAsync();
    }

    /// <inheritdoc cref="Reads(string)"/>
    public async Task<string> Reads(Regex text)
    {
        var found = page.GetByText(text).Last;
        await found.WaitForAsync();
        return await found.InnerTextAsync();
    }

    /// <summary>The newest card that holds this text.</summary>
    public ILocator CardWith(string text) => Cards.Filter(new() { HasText = text }).Last;

    /// <summary>Presses a button of the newest card that has it.</summary>
    public Task Press(string title) => Cards.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.ClickAsync();

    /// <inheritdoc cref="Press(string)"/>
    public Task Press(Regex title) => Cards.GetByRole(AriaRole.Button, new() { NameRegex = title }).Last.ClickAsync();

    /// <summary>The same, and waits until the press is answered: what the bot writes into the message shows before, and the answer would overtake the next press.</summary>
    public Task PressToTheEnd(Regex title) => page.RunAndWaitForResponseAsync(() => Press(title), answer => answer.Request.Method == "POST");

    /// <summary>A button of the newest card, once it has it: an older card may have one of the same name.</summary>
    public Task PressNewest(Regex title) => Cards.Last.GetByRole(AriaRole.Button, new() { NameRegex = title }).ClickAsync();

    /// <summary>Whether the newest card has such a field.</summary>
    public async Task<bool> Asks(string label) => await Cards.Last.GetByText(label, new() { Exact = true }).CountAsync() > 0;

    /// <summary>Writes into the field below a label, of the newest card, until it stays: the Playground draws a card once more after its press was answered, and forgets what was typed before.</summary>
    public async Task Fill(string label, string text)
    {
        var field = Cards.Last.GetByLabel(label, new() { Exact = false }).First;
        for (var tries = 1; ; tries++)
        {
            await field.FillAsync(text);
            await page.WaitForTimeoutAsync(400);
            if (await field.InputValueAsync() == text) return;
            if (tries == 20) throw new InvalidOperationException($"“{label}” does not keep what is written.");
        }
    }

    /// <summary>
    /// Writes into the field below a label and presses a button of the same card, which the answer replaces. The Playground forgets
    /// what is typed when another message comes meanwhile; then it is typed again.
    /// </summary>
    public async Task FillAndPress(string label, string text, string title)
    {
        for (var tries = 1; ; tries++)
        {
            await Fill(label, text);
            await Press(title);
            try
            {
                await Cards.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = Patience / 6 });
                return;
            }
            catch (TimeoutException) when (tries < 6)
            {
                // the field was empty again
            }
        }
    }

    /// <summary>Waits until no more messages come by themselves, as they do after a first start.</summary>
    public async Task ComesToRest()
    {
        var arrived = page.GetByText("(demo) Something arrived");
        for (var (before, now) = (-1, await arrived.CountAsync()); before != now; (before, now) = (now, await arrived.CountAsync())) await page.WaitForTimeoutAsync(5_000);
    }

    /// <summary>Ticks the box that says this, of the newest card, unless it is ticked.</summary>
    public Task Tick(string title) => Cards.Last.GetByRole(AriaRole.Checkbox, new() { Name = title }).First.CheckAsync();

    /// <summary>Picks from the drop-down below a label.</summary>
    public async Task Choose(string label, string option)
    {
        await Cards.Last.Locator($"xpath=.//*[normalize-space(text())='{label}']/following::*[@role='combobox'][1]").Last.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).Last.ClickAsync();
    }

    /// <summary>Picks the option that says this from every drop-down of the newest card that has a text; other cards may come after it meanwhile.</summary>
    public async Task PickEverywhere(string option, string cardWith)
    {
        var lists = CardWith(cardWith).GetByRole(AriaRole.Combobox);
        await lists.First.WaitForAsync();
        foreach (var list in await lists.AllAsync())
        {
            await list.ClickAsync();
            await page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).Last.ClickAsync();
        }
    }

    /// <summary>Picks the last option of the list below a label, of which several may be picked.</summary>
    public async Task ChooseLast(string label)
    {
        await Cards.Last.Locator($"xpath=.//*[normalize-space(text())='{label}']/following::*[@role='combobox'][1]").First.ClickAsync();
        await page.Locator("[role=option], [role=menuitemcheckbox]").Last.ClickAsync();
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Opens a chat, a group chat, or a channel as "Team - Channel".</summary>
    public Task Visit(string place) => page.GetByRole(AriaRole.Treeitem, new() { Name = place, Exact = true }).ClickAsync();

    /// <summary>Presses a button and tells what it carried in one field of its data.</summary>
    public async Task<string> PressWith(string title, string field)
    {
        var request = await page.RunAndWaitForRequestAsync(() => Press(title), request => request.Url.EndsWith("/_conversation/v1/invoke", StringComparison.Ordinal));
        return Regex.Match(request.PostData ?? "", $"\"{field}\":\"(?<value>[^\"]+)\"").Groups["value"].Value;
    }

    /// <summary>Somebody else presses, in their own chat with the bot, of which the Playground shows nothing.</summary>
    public async Task PostPress(PlaygroundOther by, string verb, string field, string value)
    {
        var origin = new Uri(page.Url);
        var answer = await page.APIRequest.PostAsync(new Uri(origin, "/_internal/v1/customActivities").AbsoluteUri, new()
        {
            DataObject = new
            {
                type = "invoke", name = "adaptiveCard/action", id = $"f:{Guid.NewGuid():N}", channelId = "msteams", serviceUrl = new Uri(origin, "/_connector/").AbsoluteUri,
                from = new { id = $"29:{by.EntraId}", name = by.Name, aadObjectId = by.EntraId }, recipient = new { id = PlaygroundConfig.BotId },
                conversation = new { id = $"a:{by.EntraId}", conversationType = "personal", tenantId = PlaygroundConfig.TenantId }, channelData = new { tenant = new { id = PlaygroundConfig.TenantId } },
                value = new { action = new { type = "Action.Execute", verb, data = new Dictionary<string, string> { [field] = value } }, trigger = "manual" },
            },
        });
        answer.Ok.ShouldBeTrue();
    }

    public async Task Reload()
    {
        await page.ReloadAsync();
        await Box.WaitForAsync();
    }

    /// <summary>A picture of what the person sees, as build output.</summary>
    public Task Screenshot(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(CardRenderer.Screenshots, $"playground-{name}.png") });

    private ILocator Box => page.Locator("div[role=textbox][contenteditable=true]").First;
}

/// <summary>Somebody of the Playground's group who is not the one at the keyboard.</summary>
public sealed record PlaygroundOther(string Name, string EntraId);
