using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InnovationBot.Conversation.Routing;
using InnovationBot.Conversation.Texts;
using InnovationBot.Network;
using InnovationBot.Network.Cases.Library;

namespace InnovationBot.Conversation.Cases.Library;

/// <summary>
/// What follows the command "cases": filters by name ("country:SI year:2024"), countries, years and outcomes as people
/// call them in any of the languages, and words to look for.
/// </summary>
internal static partial class WrittenFilter
{
    /// <summary>More words than this are somebody's problem that begins with the command's word.</summary>
    private const int MostWords = 5;

    private static readonly FrozenDictionary<string, string> Names = Language.Spoken
        .SelectMany(language => new[] { "Area", "Tier", "Region", "Country", "Outcome", "Barrier", "Year", "Users", "TakeOver" }
            .SelectMany(part => Say.In(language)[$"Library.{part}Words"].Split(';')
                .Select(word => (Word: CommandWords.Normalise(word), Name: part == "TakeOver" ? "k" : part[..1].ToLowerInvariant()))))
        .DistinctBy(one => one.Word)
        .ToFrozenDictionary(one => one.Word, one => one.Name);

    /// <summary>"slovenia" and "it worked" as people write them: the part they name and the vocabulary's word.</summary>
    private static readonly FrozenDictionary<string, (string Name, string Value)> Values = Language.Spoken.Select(Say.In)
        .SelectMany(say => TextCatalog.Default.All(say.Language).Keys
            .Where(key => key.StartsWith("Words.Country_", StringComparison.Ordinal))
            .Select(key => (Word: say[key], Meant: ("c", key["Words.Country_".Length..])))
            .Concat(say["Library.WithUsersWords"].Split(';').Select(words => (Word: words, Meant: ("u", "1"))))
            .Concat(Of<Outcome>(say, "o")).Concat(Of<Tier>(say, "t")).Concat(Of<Network.Barrier>(say, "b")))
        .Select(one => (Word: CommandWords.Normalise(one.Word), one.Meant))
        .DistinctBy(one => one.Word)
        .ToFrozenDictionary(one => one.Word, one => one.Meant);

    private static IEnumerable<(string Word, (string, string) Meant)> Of<TEnum>(Say say, string name) where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(value => (say.Word(value), (name, Vocabulary.Write(value))));

    /// <summary>Whether the words after the command belong to it.</summary>
    public static bool IsOne(string argument) =>
        argument.Length <= CaseFilter.LongestText
        && (Named().IsMatch(Plain(argument)) || (argument.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MostWords && !argument.EndsWith('.')));

    public static LibraryView Read(string written)
    {
        var argument = Plain(written);
        var view = new LibraryView(CaseFilter.None);
        var words = Named().Replace(argument, named =>
        {
            var (name, value) = (CommandWords.Normalise(named.Groups["name"].Value), named.Groups["value"].Value.Trim());
            if (Names.GetValueOrDefault(name) is "a" or "r") view = view with { Named = value };
            view = Names.TryGetValue(name, out var part) ? view.With(part, Word(part, value)) : view with { Unknown = view.Unknown ?? named.Value.Trim() };
            return " ";
        });
        var left = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (Values.TryGetValue(CommandWords.Normalise(string.Join(' ', left)), out var whole)) return view.With(whole.Name, whole.Value);

        for (var length = Math.Min(4, left.Count); length > 0; length--)
            for (var at = 0; at + length <= left.Count; at++)
                if (Meant(string.Join(' ', left.GetRange(at, length))) is { } meant)
                {
                    view = view.With(meant.Name, meant.Value);
                    left.RemoveRange(at--, length);
                }

        return view with { Filter = view.Filter with { Text = string.Join(' ', left) } };
    }

    /// <summary>An example copied from a card holds the invisible joiner that keeps the client from taking "outcome:failed" for an address.</summary>
    private static string Plain(string argument) => argument.Replace("\u2060", "", StringComparison.Ordinal);

    /// <summary>Within other words only what can hardly be one of them: a country, an outcome, a year, that users took part.</summary>
    private static (string Name, string Value)? Meant(string words) =>
        words.Length == 4 && int.TryParse(words, out var year) && year is > 1900 and < 2200 ? ("y", words)
        : Values.TryGetValue(CommandWords.Normalise(words), out var value) && value.Name is "c" or "o" or "u" && !IsWordToo(words) ? value
        : null;

    /// <summary>Iceland in Danish and German, and a word of English cases.</summary>
    private static bool IsWordToo(string words) => words.Equals("island", StringComparison.OrdinalIgnoreCase);

    /// <summary>A value as the vocabulary writes it, whatever language it came in.</summary>
    private static string Word(string part, string value) => part switch
    {
        "a" or "r" => CaseFilter.KeyOf(value),
        _ when Values.TryGetValue(CommandWords.Normalise(value), out var meant) && meant.Name == part => meant.Value,
        _ => value,
    };

    [GeneratedRegex(@"(?<name>[\p{L}_]+)\s?[:=]\s?(?<value>[^:=]*?)(?=\s+[\p{L}_]+\s?[:=]|$)")]
    private static partial Regex Named();
}
