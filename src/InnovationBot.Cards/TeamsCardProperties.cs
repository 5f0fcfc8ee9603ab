using System.Text.Json.Serialization;

namespace InnovationBot.Cards;

/// <summary>The <c>msteams</c> object of a card. Teams docs: "Format cards in Teams".</summary>
public sealed record TeamsCardProperties
{
    /// <summary>Uses the whole width of the chat; for tables and long texts only.</summary>
    [JsonIgnore]
    public bool FullWidth { get; init; }

    [JsonPropertyName("width")]
    public string? Width => FullWidth ? "Full" : null;

    /// <summary>People whose <see cref="Mention.Text"/> stands in a <see cref="TextBlock"/> or a <see cref="Fact"/>.</summary>
    [JsonPropertyName("entities")]
    public IReadOnlyList<Mention> Mentions { get; init; } = [];
}

/// <summary>
/// A person named so that Teams links to them. Put <see cref="Text"/> into the card's text as it is: Teams
/// finds it by comparing every byte.
/// </summary>
public sealed record Mention
{
    /// <param name="id">Channel id (<c>29:…</c>), Entra object id or user principal name.</param>
    /// <param name="name">Shown name, as the channel gave it.</param>
    public Mention(string id, string name)
    {
        Mentioned = new MentionedPerson(id, name);
        Text = $"<at>{name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</at>";
    }

    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string Type => "mention";

    public string Text { get; }

    public MentionedPerson Mentioned { get; }
}

public sealed record MentionedPerson(string Id, string Name);
