using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;

namespace InnovationBot.Conversation.Words;

/// <summary>Countries to choose from: those that have a name in every language here, and whichever is in force.</summary>
internal static class CountryChoices
{
    private const string Names = "Words.Country_";

    private static readonly string[] Codes =
        [.. TextCatalog.Default.All(Network.Language.English).Keys.Where(key => key.StartsWith(Names, StringComparison.Ordinal)).Select(key => key[Names.Length..])];

    /// <param name="code">The one in force, which may be another; ISO 3166-1 alpha-2.</param>
    /// <param name="say">In which language.</param>
    /// <param name="more">Others that are to be there.</param>
    public static IReadOnlyList<Choice> With(string? code, Say say, IEnumerable<string>? more = null) =>
    [
        .. Codes.Union(more ?? []).Union(code is { Length: 2 } ? [code] : []).Select(one => new Choice(say.Country(one), one))
            .OrderBy(choice => choice.Title, StringComparer.Create(say.Culture, ignoreCase: true)),
    ];
}
