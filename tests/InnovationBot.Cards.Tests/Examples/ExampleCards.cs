namespace InnovationBot.Cards.Tests.Examples;

/// <summary>Cards drawn as the bot draws them, approved as JSON, linted here and rendered by the end-to-end tests.</summary>
internal static class ExampleCards
{
    public static readonly IReadOnlyDictionary<string, AdaptiveCard> All = new Dictionary<string, AdaptiveCard>
    {
        ["answer"] = AnswerExample.Card,
        ["request"] = RequestExample.Card,
        ["sign-up"] = SignUpExample.Card,
        ["check-in"] = CheckInExample.Card,
        ["every-element"] = EveryElementExample.Card,
    };

    public static TheoryData<string> Names => [.. All.Keys];
}
