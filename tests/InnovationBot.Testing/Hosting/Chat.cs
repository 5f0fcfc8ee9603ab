using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Testing.Connector;

namespace InnovationBot.Testing.Hosting;

/// <summary>One person's own chat with the bot: what they write and press, and what they see.</summary>
/// <param name="recorded">Ends once the service has recorded that what this person was sent has arrived; without it nobody waits for that.</param>
public sealed class Chat(TestPerson person, LoopbackConnector connector, Door door, Func<CancellationToken, Task>? recorded = null)
{
    /// <summary>Ends before the caller's own, so that it can be said what was seen instead.</summary>
    private static readonly TimeSpan Patience = Testing.Patience.Limit / 2;

    private readonly Dictionary<string, (JsonElement Card, int After)> replaced = [];

    public TestPerson Person => person;

    public string ConversationId => connector.PersonalChat(person.UserId);

    /// <summary>What is in the chat now, oldest first: edits applied, and cards as this person's presses changed them.</summary>
    public IReadOnlyList<ConnectorCall> Messages => connector.Shown(ConversationId);

    public IReadOnlyList<SeenCard> Cards =>
    [
        .. Messages.Where(message => message.Card.ValueKind == JsonValueKind.Object)
            .Select(message => new SeenCard(message.ActivityId, Pressed(message.ActivityId) ?? message.Card)),
    ];

    public SeenCard LastCard => Cards.Count > 0 ? Cards[^1] : throw new InvalidOperationException($"{person.Name} sees no card.");

    /// <summary>Everything the person sees, cards and sentences.</summary>
    public string Text => string.Join('\n', [.. Cards.Select(card => card.Text), .. Messages.Select(message => message.Words).OfType<string>()]);

    /// <summary>Writes a message and waits for the turn to end.</summary>
    /// <returns>What the bot sent in answer.</returns>
    public async Task<IReadOnlyList<ConnectorCall>> Say(string text, string locale = "en-GB")
    {
        var before = connector.SentTo(ConversationId).Count;
        await door.Post(Activity("message", locale, message => message["text"] = text));
        return [.. connector.SentTo(ConversationId).Skip(before)];
    }

    /// <summary>Writes a message that replies to one of the bot's.</summary>
    public Task Reply(string activityId, string text) => door.Post(Activity("message", "en-GB", message =>
    {
        message["text"] = text;
        message["replyToId"] = activityId;
    }));

    /// <summary>Writes a message that the channel delivers twice, as it does when it believes the first one lost.</summary>
    public async Task SayTwice(string text)
    {
        var message = Activity("message", "en-GB", message => message["text"] = text);
        await door.Post(message);
        await door.Post(message);
    }

    /// <summary>Drops a file into the chat; Teams keeps it and sends where it is.</summary>
    public Task Drop(string name, Uri download) => door.Post(Activity("message", "en-GB", message => message["attachments"] = new JsonArray(new JsonObject
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
        ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/somebody/Documents/" + Uri.EscapeDataString(name),
        ["name"] = name,
        ["content"] = new JsonObject { ["downloadUrl"] = download.AbsoluteUri, ["uniqueId"] = $"{Guid.NewGuid()}", ["fileType"] = Path.GetExtension(name).TrimStart('.') },
    })));

    /// <summary>Drops several files with one message.</summary>
    public Task Drop(params (string Name, string Type, Uri Download)[] files) => door.Post(Activity("message", "en-GB", message => message["attachments"] = new JsonArray(
        [.. files.Select(file => new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = file.Name,
            ["content"] = new JsonObject { ["downloadUrl"] = file.Download.AbsoluteUri, ["uniqueId"] = $"{Guid.NewGuid()}", ["fileType"] = file.Type },
        }),
        new JsonObject { ["contentType"] = "text/html", ["content"] = "<p></p>" }])));

    /// <summary>Installs the bot; of this, Teams tells no name.</summary>
    public Task Install(string locale = "en-GB") => door.Post(Activity("installationUpdate", locale, arrival =>
    {
        arrival["action"] = "add";
        arrival["from"]!.AsObject().Remove("name");
    }));

    public Task Remove() => door.Post(Activity("installationUpdate", "en-GB", departure => departure["action"] = "remove"));

    /// <summary>Presses the newest button with this verb, as a client does: with the values that all of the card's inputs have.</summary>
    /// <param name="inputs">What the person filled in or changed.</param>
    /// <param name="title">Which of several buttons.</param>
    /// <returns>The answer: its card also takes the pressed one's place in <see cref="Cards"/>.</returns>
    public Task<PressAnswer> Press(string verb, IReadOnlyDictionary<string, string>? inputs = null, string? title = null)
    {
        var card = Cards.LastOrDefault(seen => seen.Action(verb, title) is not null)
            ?? throw new InvalidOperationException($"No card that {person.Name} sees has the button '{verb}'. They see: {Text}");
        return Press(card.ActivityId, verb, DataOf(card, verb, title, inputs ?? new Dictionary<string, string>()));
    }

    /// <summary>Sends a press as it is, forged or from a card seen earlier.</summary>
    public async Task<PressAnswer> Press(string activityId, string? verb, JsonObject data)
    {
        var press = Activity("invoke", "en-GB", invoke =>
        {
            invoke["name"] = "adaptiveCard/action";
            invoke["replyToId"] = activityId;
            invoke["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() },
                ["trigger"] = "manual",
            };
        });
        var before = connector.Calls.Count;
        var answer = new PressAnswer(JsonElement.Parse(await door.Post(press)));
        if (answer.Card is { } card) replaced[activityId] = (card, before);
        return answer;
    }

    /// <summary>Presses a button that opens a dialog, as a client with dialogs does.</summary>
    public async Task<DialogAnswer> OpenDialog(string verb, string? title = null)
    {
        var card = Cards.LastOrDefault(seen => seen.Action(verb, title) is not null)
            ?? throw new InvalidOperationException($"No card that {person.Name} sees has the button '{verb}'. They see: {Text}");
        return new DialogAnswer(await Invoke("task/fetch", new JsonObject { ["data"] = DataOf(card, verb, title, new Dictionary<string, string>()) }, card.ActivityId));
    }

    /// <summary>Presses a button of an open dialog, with the values that all of its inputs have.</summary>
    public async Task<DialogAnswer> Submit(DialogAnswer dialog, string verb, IReadOnlyDictionary<string, string>? inputs = null, string? title = null) =>
        new(await Invoke("task/submit", new JsonObject { ["data"] = DataOf(dialog.Shown, verb, title, inputs ?? new Dictionary<string, string>()) }));

    /// <summary>Sends an invoke as it is.</summary>
    /// <param name="twice">The channel delivers it once more, as it does when it believes the first one lost.</param>
    /// <returns>The body of the answer; undefined when it has none.</returns>
    public async Task<JsonElement> Invoke(string name, JsonObject value, string? replyTo = null, bool twice = false)
    {
        var sent = Activity("invoke", "en-GB", invoke =>
        {
            invoke["name"] = name;
            invoke["value"] = value.DeepClone();
            if (replyTo is not null) invoke["replyToId"] = replyTo;
        });
        if (twice) await door.Post(sent);
        var body = await door.Post(sent);
        return body.Length == 0 ? default : JsonElement.Parse(body);
    }

    /// <summary>
    /// The first card that fits, once the delivery has brought it and recorded that: a test looks at it sooner than a person could.
    /// </summary>
    /// <exception cref="TimeoutException">It does not come; says what the person sees instead.</exception>
    public async Task<SeenCard> WaitForCard(Func<SeenCard, bool> fits, CancellationToken stop)
    {
        try
        {
            if (!Cards.Any(fits)) await connector.WaitFor(_ => Cards.Any(fits), stop).WaitAsync(Patience, TimeProvider.System, stop);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The card does not come. {person.Name} sees: {Text}");
        }

        var card = Cards.First(fits);
        if (recorded is not null) await recorded(stop);
        return card;
    }

    /// <summary>Waits until no message that the person still sees has one of the texts: cards sent before are edited one after the other.</summary>
    /// <exception cref="TimeoutException">One still has.</exception>
    public async Task WaitUntilGone(CancellationToken stop, params string[] texts)
    {
        if (!AreSeen()) return;
        await connector.WaitFor(_ => !AreSeen(), stop).WaitAsync(Patience, TimeProvider.System, stop);

        bool AreSeen() => Messages.Select(message => message.Body.ToString()).Any(body => texts.Any(text => body.Contains(text, StringComparison.Ordinal)));
    }

    private static JsonObject DataOf(SeenCard card, string verb, string? title, IReadOnlyDictionary<string, string> inputs)
    {
        var action = card.Action(verb, title) ?? throw new InvalidOperationException($"The card has no button '{verb}': {card.Text}");
        var data = action.TryGetProperty("data", out var carried) && carried.ValueKind == JsonValueKind.Object
            ? JsonNode.Parse(carried.GetRawText())!.AsObject()
            : [];
        foreach (var (name, value) in card.Inputs.Concat(inputs.Select(input => (input.Key, input.Value))))
        {
            // clients leave out a field that is empty, emptied or not
            if (value.Length > 0) data[name] = value;
            else data.Remove(name);
        }

        return data;
    }

    /// <summary>What a press put in the card's place, unless the bot has edited the message meanwhile or since.</summary>
    private JsonElement? Pressed(string activityId) =>
        replaced.TryGetValue(activityId, out var pressed)
        && !connector.Calls.Skip(pressed.After).Any(call => call.Kind == ConnectorCallKind.Update && call.ActivityId == activityId)
            ? pressed.Card
            : null;

    private JsonObject Activity(string type, string locale, Action<JsonObject> more) =>
        PostedActivity.Of(person, connector.ServiceUrl, type, locale, new JsonObject { ["id"] = ConversationId, ["conversationType"] = "personal" }, more);
}

/// <summary>What a press was answered with.</summary>
public sealed record PressAnswer(JsonElement Body)
{
    public int StatusCode => Body.GetProperty("statusCode").GetInt32();

    /// <summary>The card that takes the pressed one's place.</summary>
    public JsonElement? Card =>
        Body.GetProperty("type").GetString() == "application/vnd.microsoft.card.adaptive" ? Body.GetProperty("value") : null;

    /// <summary>The card's texts, or the toast.</summary>
    public string Text => Card is { } card ? new SeenCard("", card).Text : Body.GetProperty("value").ToString();
}

/// <summary>What a press that opens a dialog, or a press in one, was answered with.</summary>
public sealed record DialogAnswer(JsonElement Body)
{
    public bool Closes => Body.ValueKind == JsonValueKind.Undefined || Body.GetProperty("task").GetProperty("type").GetString() == "message";

    /// <summary>The dialog's next step.</summary>
    /// <exception cref="InvalidOperationException">The dialog closed.</exception>
    public SeenCard Shown => Closes
        ? throw new InvalidOperationException($"The dialog closed: {Text}")
        : new SeenCard("", Body.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content"));

    public string Title => Body.GetProperty("task").GetProperty("value").GetProperty("title").GetString()!;

    public string Text => Body.ValueKind == JsonValueKind.Undefined ? "" : Closes ? Body.GetProperty("task").GetProperty("value").GetString()! : Shown.Text;
}
