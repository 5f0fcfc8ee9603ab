using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Packs;
using Microsoft.Extensions.Logging;

namespace InnovationBot.Search.Meaning;

/// <summary>Whether a language pack is in use.</summary>
public interface ILanguagePackState
{
    /// <summary>One sentence on why there is none; <c>null</c> when one is in use. Opens the pack when nobody has.</summary>
    string? Complaint { get; }
}

/// <summary>
/// The language pack of this installation, opened at its first use: the one in the data folder, else the one beside the program (a
/// container image has it there). One that cannot be used is told once, and the search goes on without.
/// </summary>
internal sealed class PackKeeper(SearchOptions options, Lexicon lexicon, ILogger<PackKeeper> log) : ILanguagePackState
{
    private readonly Lazy<(TextMeaning? Words, string? Complaint)> opened = new(() => Open(options, lexicon, log));

    public TextMeaning? Words => opened.Value.Words;

    public string? Complaint => opened.Value.Complaint;

    private static (TextMeaning?, string?) Open(SearchOptions options, Lexicon lexicon, ILogger log)
    {
        var complaint = "There is no language pack: the search goes by its own lexicon alone. The command 'lexicon build' makes one.";
        foreach (var path in new[] { options.LanguagePack, Path.Combine(AppContext.BaseDirectory, LanguagePack.FileName) }.OfType<string>())
        {
            if (!File.Exists(path)) continue;
            try
            {
                return (new TextMeaning(LanguagePack.Open(path), lexicon), null);
            }
            catch (PackException fault)
            {
                complaint = $"The language pack {path} is not used: {fault.Message}. The search goes by its own lexicon; 'lexicon build' makes the pack anew.";
                break;
            }
        }

        log.LanguagePackComplaint(complaint);
        return (null, complaint);
    }
}
