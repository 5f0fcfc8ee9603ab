namespace InnovationBot.Cards;

/// <summary>
/// Asks the client to sign the reader in before it refreshes or executes.
/// Adaptive Cards schema 1.4, "authentication".
/// </summary>
public sealed record Authentication
{
    public required string Text { get; init; }

    /// <summary>Name of the OAuth connection as registered with Azure Bot Service.</summary>
    public required string ConnectionName { get; init; }

    public TokenExchangeResource? TokenExchangeResource { get; init; }

    public IReadOnlyList<AuthCardButton> Buttons { get; init; } = [];
}

/// <summary>What single sign-on exchanges a token for.</summary>
/// <param name="Id">One id per card shown; the client sends it back.</param>
/// <param name="Uri">Application id URI of the bot.</param>
/// <param name="ProviderId">The identity provider.</param>
public sealed record TokenExchangeResource(string Id, string Uri, string ProviderId);

/// <param name="Type">Always <c>signin</c> in Teams.</param>
/// <param name="Title">Words on the button.</param>
/// <param name="Value">Where signing in starts.</param>
public sealed record AuthCardButton(string Type, string Title, CardUrl Value);
