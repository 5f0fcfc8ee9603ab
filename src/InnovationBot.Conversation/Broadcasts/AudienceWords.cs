using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Broadcasts.Audiences;

namespace InnovationBot.Conversation.Broadcasts;

/// <summary>An audience in a reader's words: "municipality · Slovenia", "everybody of the network".</summary>
public static class AudienceWords
{
    /// <param name="names">Of organisations, by id.</param>
    public static string Of(Audience? audience, IReadOnlyDictionary<string, string> names, Say say)
    {
        if (audience is null) return say["Broadcasts.ForNobodyYet"];
        var words = Cut(Group(audience, names, say));
        return audience.Except is { } except ? say["Broadcasts.ForExcept", ("audience", words), ("except", Cut(Group(except, names, say)))] : words;
    }

    /// <summary>Why somebody got it: the same words, without those that were left out.</summary>
    public static string Why(Audience? audience, IReadOnlyDictionary<string, string> names, Say say) =>
        audience is null ? say["Broadcasts.WhyPlace"] : audience.FitsEvent is not null ? say["Broadcasts.WhyFitting"] : say["Broadcasts.Why", ("audience", Cut(Group(audience, names, say)))];

    /// <summary>An audience may be put together of hundreds of parts; a card says the first of them.</summary>
    private static string Cut(string words) => Cases.CaseCard.Cut(words, Longest);

    private const int Longest = 400;

    private static string Group(Audience audience, IReadOnlyDictionary<string, string> names, Say say)
    {
        var parts = new List<string>();
        if (audience.Tiers is { } tiers) parts.Add(Any(tiers.Select(say.Word)));
        if (audience.Sectors is { } sectors) parts.Add(Any(sectors.Select(say.Word)));
        if (audience.Organisations is { } organisations) parts.Add(Any(organisations.Select(id => names.GetValueOrDefault(id, "–"))));
        if (audience.PolicyAreas is { } areas) parts.Add(Any(areas));
        if (audience.Topics is { } topics) parts.Add(say["Broadcasts.ForTopics", ("topics", Any(topics))]);
        if (audience.Roles is { } roles) parts.Add(Any(roles.Select(role => say[$"Broadcasts.Role_{Vocabulary.Write(role)}"])));
        if (audience.Languages is { } languages) parts.Add(say["Broadcasts.ForLanguages", ("languages", Any(languages.Select(say.LanguageName)))]);
        if (audience.Countries is { } countries) parts.Add(Any(countries.Select(say.Country)));
        if (audience.Groups is { } directory) parts.Add(say["Broadcasts.ForGroups", ("groups", Any(directory))]);
        if (audience.People is { } people) parts.Add(say.Count("Broadcasts.ForPeople", people.Count));
        if (audience.SignedUpFor is not null) parts.Add(say["Broadcasts.ForSignedUp"]);
        if (audience.FitsEvent is not null) parts.Add(say["Broadcasts.ForFitting"]);
        if (audience.AnyOf is { } anyOf) parts.Add(anyOf.Select(one => Group(one, names, say)).Aggregate((one, other) => say["Broadcasts.ForOr", ("one", one), ("other", other)]));
        if (parts.Count == 0) parts.Add(say["Broadcasts.ForEveryone"]);
        if (audience.OnlyOf is { } only) parts.Add(say["Broadcasts.ForOnly", ("organisation", names.GetValueOrDefault(only.ToString(), "–"))]);
        return string.Join(say["Words.Separator"], parts);
    }

    /// <summary>More than a few are counted, not listed.</summary>
    private static string Any(IEnumerable<string> values)
    {
        var all = values.ToList();
        return all.Count <= Most ? string.Join(", ", all) : $"{string.Join(", ", all.Take(Most))}, +{all.Count - Most}";
    }

    private const int Most = 5;
}
