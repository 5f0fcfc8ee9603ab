using InnovationBot.Cards;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;

namespace InnovationBot.Conversation.Words;

/// <summary>How organisations, people, outcomes and reasons are put into words, the same on every card.</summary>
public static class Showing
{
    /// <summary>"a municipality or local office": what kind of body, without its name.</summary>
    public static string Kind(this Say say, OrganisationKind kind) => say[$"Words.Kind_{KindKey(kind)}"];

    /// <summary>"A municipality · Slovenia": where somebody is from who named no organisation.</summary>
    public static string KindAndCountry(this Say say, OrganisationKind kind) => Join(say, say[$"Words.KindTitle_{KindKey(kind)}"], say.Country(kind.Country));

    /// <summary>"Someone at a municipality in Slovenia": a person of whom no more may be shown.</summary>
    public static string Someone(this Say say, OrganisationKind? kind) =>
        kind is null ? say["Words.Someone"] : say["Words.SomeoneAt", ("kind", say.Kind(kind)), ("inCountry", say.InCountry(kind.Country))];

    /// <summary>The person's name where this reader may see it, else what kind of organisation they are at.</summary>
    public static string Person(this Say say, PersonShown person) => person.Name ?? say.Someone(person.Kind);

    /// <summary>A person's organisation; one that is only claimed as "says: Občina Lipovec".</summary>
    /// <returns><c>null</c> when none is known.</returns>
    public static string? OrganisationOf(this Say say, PersonShown person) =>
        person is { OnlySays: true, Organisation: { } claimed } ? say["Introductions.OnlySays", ("organisation", claimed)] : person.Organisation;

    /// <summary>"Head of planning, Občina Lipovec · Slovene, English".</summary>
    public static string PersonLine(this Say say, PersonShown person)
    {
        var who = string.Join(", ", new[] { person.Role, say.OrganisationOf(person) }.Where(part => !string.IsNullOrWhiteSpace(part)));
        var languages = say.LanguageNames(person.Languages);
        return Join(say, who, languages);
    }

    /// <summary>"Občina Lipovec, Slovenia · local · 2022", with the organisation as the case chose to show it.</summary>
    public static string Origin(this Say say, Case @case, Organisation? organisation, OrganisationKind? kind)
    {
        var country = organisation?.Country ?? kind?.Country ?? @case.Country;
        var who = organisation?.Name ?? (kind is null ? null : say[$"Words.KindTitle_{KindKey(kind)}"]);
        var where = country is null ? null : say.Country(country);
        var tier = organisation is null && kind is { Sector: Sector.Public } ? null : organisation?.Tier ?? kind?.Tier ?? @case.Tier; // a kind of public body names its tier
        return Join(
            say,
            string.Join(", ", new[] { who, where }.Where(part => !string.IsNullOrEmpty(part))),
            tier is { } level ? say.Word(level) : null,
            @case.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The outcome in words; the tint and the sign only repeat them.</summary>
    public static Badge OutcomeBadge(this Say say, Outcome outcome)
    {
        var (style, sign) = outcome switch
        {
            Outcome.Succeeded => (BadgeStyle.Good, "✓"),
            Outcome.Partly => (BadgeStyle.Informative, "◐"),
            Outcome.Failed => (BadgeStyle.Warning, "✗"),
            Outcome.StoppedEarly => (BadgeStyle.Warning, "■"),
            _ => (BadgeStyle.Subtle, "…"),
        };
        return HouseStyle.OutcomeBadge(style, sign, say.Word(outcome));
    }

    /// <summary>The beginning of a longer text, cut after a word, for places where the whole opens elsewhere.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="most">Characters, the mark of what is left out included.</param>
    public static string Brief(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most - 1);
        if (end < most / 2) end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1; // one very long word
        return string.Concat(text.AsSpan(0, end).TrimEnd().TrimEnd(",;:–-").TrimEnd(), "…");
    }

    /// <summary>"Outcome:", with the space that a language sets before the colon.</summary>
    public static string Label(this Say say, string label) => label + say["Words.Colon"];

    /// <summary>"Outcome: it worked", on one line of text.</summary>
    public static string Named(this Say say, string label, string words) => $"{say.Label(label)} {words}";

    /// <summary>The same as a block, the label bold; both as they were written.</summary>
    public static RichTextBlock Labelled(this Say say, string label, string words) => HouseStyle.Labelled(say.Label(label), words);

    public static string Join(Say say, params ReadOnlySpan<string?> parts)
    {
        var kept = new List<string>(parts.Length);
        foreach (var part in parts)
            if (!string.IsNullOrWhiteSpace(part)) kept.Add(part);
        return string.Join(say["Words.Separator"], kept);
    }

    internal static string KindKey(OrganisationKind kind) =>
        kind.Sector == Sector.Public ? $"public_{Vocabulary.Write(kind.Tier)}" : Vocabulary.Write(kind.Sector);
}
