using InnovationBot.Search.Languages;

namespace InnovationBot.Search.Lexicons;

/// <summary>Whether all of the lexicon's files could be read.</summary>
public interface ILexiconState
{
    /// <summary>One line on what is left out; <c>null</c> when nothing is.</summary>
    string? Complaint { get; }
}

internal sealed class LexiconState(Lexicon lexicon) : ILexiconState
{
    /// <summary>Each as a sentence with file and line.</summary>
    public IReadOnlyList<string> Complaints => [.. lexicon.Complaints, .. LetterStatistics.Unreadable.Select(file => $"letters/{file} cannot be read; its language is told by its common words alone.")];

    public string? Complaint => Complaints switch
    {
        [] => null,
        [var only] => $"The search's lexicon is not whole: {only}",
        var all => $"The search's lexicon is not whole in {all.Count} places, the first: {all[0]}",
    };
}
