using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>
/// Lets clients fetch the reader's own version of a card that many see. The press arrives with trigger
/// <c>automatic</c>, at most once a minute and client: answer it cheaply and change nothing.
/// Teams docs: "Universal Actions, user-specific views".
/// </summary>
public sealed record Refresh
{
    /// <summary>Most people a card may name; Teams ignores the rest.</summary>
    public const int MostUsers = 60;

    [JsonIgnore]
    public required string Verb { get; init; }

    /// <summary>Shown in the message's menu where Teams does not refresh by itself.</summary>
    [JsonIgnore]
    public required string Title { get; init; }

    [JsonIgnore]
    public CardData Data { get; init; } = CardData.None;

    /// <summary>
    /// Channel ids (<c>29:…</c>) of those who get a version of their own. Empty: everybody, in conversations of at most
    /// 60 members; above, only who presses Refresh.
    /// </summary>
    public IReadOnlyList<string> UserIds
    {
        get;
        init => field = value.Count <= MostUsers
            ? value
            : throw new ArgumentException($"A refresh names at most {MostUsers} people, not {value.Count}.", nameof(value));
    } = [];

    /// <summary>Unlike a button it has no <c>fallback</c>: a client that cannot execute does not refresh.</summary>
    [JsonPropertyName("action")]
    public RefreshAction Action => new(Title, Verb, Data);
}

/// <summary>The <c>Action.Execute</c> of a <see cref="Refresh"/>.</summary>
public sealed record RefreshAction(string Title, string Verb, CardData Data)
{
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "Action.Execute";
}
