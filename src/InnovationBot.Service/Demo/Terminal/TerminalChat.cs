using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace InnovationBot.Service.Demo.Terminal;

/// <summary>
/// A chat with the bot in a terminal: texts are typed, buttons are numbers, a card's fields are asked one after the other. Reads
/// lines, so it works from a script as well.
/// </summary>
/// <param name="console">Where it is drawn.</param>
/// <param name="lines">What is typed; its end is the chat's.</param>
/// <param name="bot">Whom it talks to.</param>
/// <param name="arrivals">Takes the messages that came for the person by themselves since the last time.</param>
internal sealed class TerminalChat(IAnsiConsole console, ITypedLines lines, BotClient bot, Func<CancellationToken, Task<IReadOnlyList<JsonElement>>> arrivals)
{
    private readonly List<NumberedButton> buttons = [];

    /// <summary>Until <c>quit</c>, the end of the input, or <paramref name="stop"/>.</summary>
    public async Task Run(CancellationToken stop)
    {
        Show(await bot.Arrive(stop));
        while (true)
        {
            Show(await arrivals(stop));
            if (await Ask("> ", stop) is not { } line || line.Trim().ToLowerInvariant() is "quit" or "exit") return;
            try
            {
                await Take(line.Trim(), stop);
            }
            catch (HttpRequestException fault)
            {
                console.WriteLine($"The bot did not answer ({(int?)fault.StatusCode}). Its log says why.");
            }
        }
    }

    private async Task Take(string line, CancellationToken stop)
    {
        if (line.Length == 0) return;
        if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) Show(await bot.Say(line, stop));
        else if (number >= 1 && number <= buttons.Count) await Press(buttons[number - 1], stop);
        else console.WriteLine(buttons.Count == 0 ? "There is no button to press." : $"The buttons are 1 to {buttons.Count}.");
    }

    private async Task Press(NumberedButton button, CancellationToken stop)
    {
        switch (button.Action.Text("type"))
        {
            case "Action.OpenUrl":
                console.WriteLine(button.Action.Text("url") ?? "");
                break;
            case "Action.ToggleVisibility":
                button.Card.Toggle(button.Action);
                Draw(button.Card);
                break;
            case "Action.ShowCard":
                console.Write(new CardDrawing(button.Card, buttons).DrawOpened(button));
                break;
            default:
                await Execute(button, stop);
                break;
        }
    }

    private async Task Execute(NumberedButton button, CancellationToken stop)
    {
        var data = button.Action.Object("data") is { } own ? JsonObject.Create(own)! : [];
        if (button.Action.Text("associatedInputs") != "none")
            foreach (var input in button.Inputs)
            {
                if (await AnswerTo(input, stop) is not { } value)
                {
                    console.WriteLine("Not sent.");
                    return;
                }

                if (value.Length > 0) data[input.Text("id")!] = value;
            }

        var verb = button.Action.Text("verb") ?? data["verb"]?.ToString() ?? "";
        var answer = await bot.Press(button.Card.ActivityId, verb, data, stop);
        switch (answer.Text("type"))
        {
            case "application/vnd.microsoft.card.adaptive" when answer.Object("value") is { } card:
                Draw(new CardInChat(card, button.Card.ActivityId));
                break;
            case "application/vnd.microsoft.activity.message":
                console.WriteLine(MarkdownText.Visible(answer.Text("value") ?? ""));
                break;
            default:
                console.WriteLine(answer.Object("value")?.Text("message") ?? "The bot did not take that.");
                break;
        }
    }

    /// <returns><c>null</c> when the person cancels, or nothing more is typed.</returns>
    private async Task<string?> AnswerTo(JsonElement input, CancellationToken stop)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(MarkdownText.Visible(input.Text("label") ?? input.Text("title") ?? ""))}[/]");
        if (input.Text("type") != "Input.ChoiceSet" && InputAnswer.Shown(input) is { Length: > 0 } shown && shown != "...") console.WriteLine($"  {MarkdownText.Visible(shown)}");
        foreach (var hint in InputAnswer.Hints(input)) console.WriteLine($"  {MarkdownText.Visible(hint)}");
        while (true)
        {
            if (await Ask("? ", stop) is not { } line || line.Trim().Equals("cancel", StringComparison.OrdinalIgnoreCase)) return null;
            if (InputAnswer.Read(input, line) is { } value) return value;
            console.WriteLine(MarkdownText.Visible(input.Text("errorMessage") ?? "That is no answer to this."));
        }
    }

    private async Task<string?> Ask(string prompt, CancellationToken stop)
    {
        console.Write(prompt);
        while (true)
        {
            if (await lines.Next(stop) is { } typed)
            {
                if (lines.NeedsEcho) console.WriteLine(typed.Line ?? "");
                return typed.Line;
            }

            if (prompt != "> " || await arrivals(stop) is not { Count: > 0 } arrived) continue; // nobody is interrupted while filling in a card
            console.WriteLine();
            Show(arrived);
            console.Write(prompt);
        }
    }

    private void Show(IReadOnlyList<JsonElement> activities)
    {
        var cards = activities.SelectMany(activity => activity.List("attachments").Select(attachment => attachment.Object("content"))).Any(card => card is not null);
        if (cards) buttons.Clear(); // a text leaves what can be pressed as it is
        foreach (var activity in activities)
        {
            if (activity.Text("text") is { Length: > 0 } text)
            {
                console.WriteLine();
                console.MarkupLine(activity.Text("textFormat") == "plain" ? Markup.Escape(MarkdownText.Visible(text)) : MarkdownText.Markup(text));
            }

            foreach (var attachment in activity.List("attachments"))
                if (attachment.Object("content") is { } card) Add(new CardInChat(card, activity.Text("id")));
        }
    }

    private void Draw(CardInChat card)
    {
        buttons.Clear();
        Add(card);
    }

    private void Add(CardInChat card)
    {
        console.WriteLine();
        console.Write(new CardDrawing(card, buttons).Draw());
    }
}
