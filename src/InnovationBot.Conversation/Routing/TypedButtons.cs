using System.Text.Json;
using System.Text.Json.Nodes;
using InnovationBot.Conversation.Notices;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Turns;
using InnovationBot.Network;
using InnovationBot.Network.Outbox;
using InnovationBot.Network.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InnovationBot.Conversation.Routing;

/// <summary>
/// A button pressed by writing its title: of the card that a message replies to, of the card shown last, or of the newest one that came unasked. It does what the press
/// would do, with what stands in the card's fields, and is checked as a press is.
/// </summary>
public sealed class TypedButtons(LastCards shown, NoticeKinds kinds, IServiceProvider services, NetworkDb db)
{
    /// <summary>Titles have at most 25 characters, those of rows a few more.</summary>
    private const int LongestTitle = 40;

    /// <summary>Of a card that came unasked and was not answered meanwhile.</summary>
    private static readonly TimeSpan Unasked = TimeSpan.FromDays(14);

    /// <summary>A yes, and a no, in any language.</summary>
    private static readonly IReadOnlyList<HashSet<string>> Answers = [Words("Routing.YesWords"), Words("Routing.NoWords")];

    /// <returns><c>null</c> when nobody writes a title so.</returns>
    public async Task<TypedButton?> Find(string text, Turn turn, CancellationToken stop)
    {
        if (text.Length > LongestTitle || turn.Scope != Scope.Personal || CommandWords.Normalise(text) is not { Length: > 0 } written) return null;
        TypedPress? meant = null;
        var answer = Answers.FirstOrDefault(words => words.Contains(written));
        await foreach (var (card, isFresh) in Cards(turn, stop))
        {
            var (buttons, fields) = Buttons(card);
            if (One(buttons.Where(button => button.Title == written)) is { } titled) return new TypedButton(Filled(titled, fields), null);
            if (isFresh && answer is not null && meant is null && One(buttons.Where(button => answer.Any(word => button.Title == word || button.Title.StartsWith(word + " ", StringComparison.Ordinal)))) is { } yes)
                meant = Filled(yes, fields);
        }

        return new TypedButton(null, meant);
    }

    /// <summary>A button of the card shown last, by its title; nothing else is looked at.</summary>
    public TypedPress? OnLastCard(string text, Turn turn)
    {
        if (text.Length > LongestTitle || turn.Scope != Scope.Personal || shown.Of(turn.By) is not { } card) return null;
        var (buttons, fields) = Buttons(card);
        var written = CommandWords.Normalise(text);
        return One(buttons.Where(button => button.Title == written)) is { } press ? Filled(press, fields) : null;
    }

    private static (List<(string Title, TypedPress Press)> Buttons, JsonObject Fields) Buttons(byte[] card)
    {
        using var parsed = JsonDocument.Parse(card);
        var (buttons, fields) = (new List<(string Title, TypedPress Press)>(), new JsonObject());
        Walk(parsed.RootElement, buttons, fields);
        return (buttons, fields);
    }

    private static HashSet<string> Words(string key) => [.. Language.Spoken.SelectMany(language => Say.In(language)[key].Split(';')).Select(CommandWords.Normalise)];

    /// <summary>Those that may be meant, the likeliest first; fresh ones are still before the person's eyes.</summary>
    private async IAsyncEnumerable<(byte[] Card, bool IsFresh)> Cards(Turn turn, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var sent = db.Notices.AsNoTracking().Where(notice => notice.RecipientId == turn.By && notice.ActivityId != null && notice.Edits == null);
        if (turn.ReplyTo is { } replied && await sent.FirstOrDefaultAsync(notice => notice.ActivityId == replied, stop) is { } asked && await Drawn(asked, turn, stop) is { } repliedTo)
            yield return (repliedTo, true);
        if (shown.Of(turn.By) is { } last) yield return (last, true);
        var since = turn.Now - Unasked;
        if (await sent.Where(notice => notice.SentAt > since).OrderByDescending(notice => notice.SentAt).FirstOrDefaultAsync(stop) is { } newest && await Drawn(newest, turn, stop) is { } came)
            yield return (came, turn.Now - newest.SentAt <= OpenQuestion.Lifetime);
    }

    private async Task<byte[]?> Drawn(Notice notice, Turn turn, CancellationToken stop) =>
        kinds.Renderer(notice.Kind) is { } renderer && await ((INoticeRenderer)services.GetRequiredService(renderer)).Render(notice, turn.Reading, stop) is { } message ? message.Written ?? message.Card.ToUtf8() : null;

    private static void Walk(JsonElement part, List<(string Title, TypedPress Press)> buttons, JsonObject fields)
    {
        if (part.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in part.EnumerateArray()) Walk(one, buttons, fields);
            return;
        }

        if (part.ValueKind != JsonValueKind.Object) return;
        if (Text(part, "type") is { } type)
        {
            if (type is "Action.Execute" or "Action.Submit" && Text(part, "title") is { } title && part.TryGetProperty("data", out var data) is var hasData
                && (Text(part, "verb") ?? (hasData ? Text(data, "verb") : null)) is { } verb)
                buttons.Add((CommandWords.Normalise(title), new TypedPress(verb, hasData && data.ValueKind == JsonValueKind.Object ? JsonObject.Create(data.Clone())! : [], Text(part, "associatedInputs") != "none")));
            if (type.StartsWith("Input.", StringComparison.Ordinal) && Text(part, "id") is { } id) fields[id] = part.TryGetProperty("value", out var value) ? value.ToString() : "";
        }

        foreach (var member in part.EnumerateObject())
            if (member.Name is not ("fallback" or "data")) Walk(member.Value, buttons, fields);
    }

    /// <summary>The press that all of them mean; none of several.</summary>
    private static TypedPress? One(IEnumerable<(string Title, TypedPress Press)> buttons) =>
        buttons.Select(button => button.Press).DistinctBy(press => $"{press.Verb} {press.Fields.ToJsonString()}").Take(2).ToList() is [var only] ? only : null;

    private static TypedPress Filled(TypedPress press, JsonObject fields)
    {
        var all = press.WithFields ? fields.DeepClone().AsObject() : [];
        foreach (var (name, value) in press.Fields)
            if (name is not ("verb" or "msteams")) all[name] = value?.DeepClone();
        return press with { Fields = all };
    }

    private static string? Text(JsonElement part, string name) => part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <param name="Titled">The title was written as it stands there.</param>
/// <param name="Meant">A yes or no was written, and one button begins so: meant unless something else waits for it.</param>
public sealed record TypedButton(TypedPress? Titled, TypedPress? Meant);

/// <param name="WithFields">The press takes the card's fields with it.</param>
public sealed record TypedPress(string Verb, JsonObject Fields, bool WithFields)
{
    public PressData Data => new(JsonSerializer.SerializeToElement(Fields));
}
