using InnovationBot.Search.Analysis;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;

namespace InnovationBot.Search.Ranking;

/// <summary>A line of a profile as it was read once: each ask comes upon hundreds, and most of them are the same.</summary>
/// <param name="Label">Whose it is, and what it says.</param>
/// <param name="Words">All of its words.</param>
/// <param name="Mentions">The concepts that they name.</param>
internal sealed record ProfileLine(Label Label, Word[] Words, Mention[] Mentions)
{
    // A line is a topic or an offer; what comes after is not read.
    private const int MostWords = 2_000;

    public static ProfileLine Read(Label label, Lexicon lexicon)
    {
        var (words, mentions) = (TextAnalysis.Of(label.Language).Words(label.Text, MostWords), new List<Mention>());
        lexicon.Find(label.Language, words, label.Text, mentions);
        return new(label, [.. words], [.. mentions]);
    }
}
