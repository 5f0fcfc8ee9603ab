using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;

namespace InnovationBot.Search.Ranking;

internal enum ClauseKind { Word, Foreign, Translated, Misspelt, Concept, NearConcept, Neighbour }

/// <summary>One way in which a document may speak of what a word of the ask says.</summary>
/// <param name="Field">Where to look.</param>
/// <param name="Term">What for.</param>
/// <param name="Kind">Why.</param>
/// <param name="Weight">What it counts: rarity times all weights.</param>
/// <param name="AverageLength">Of the field's documents.</param>
internal readonly record struct Clause(FieldPair Field, string Term, ClauseKind Kind, float Weight, float AverageLength);

/// <summary>The alternatives of one word of the ask; the best one counts.</summary>
/// <param name="Term">The word.</param>
/// <param name="Importance">What the word could count at most; the unit of coverage.</param>
/// <param name="Clauses">At least one, but for words that nothing speaks of.</param>
internal sealed record ClauseGroup(AskTerm Term, float Importance, List<Clause> Clauses);
