using InnovationBot.Network;

namespace InnovationBot.Search.Indexing;

/// <summary>The fields of the index. Whoever changes what stands in them raises <see cref="Format"/>; an index of another format is made anew.</summary>
internal static class IndexFields
{
    public const int Format = 8;

    /// <summary>The entity's digits behind a letter: <c>c</c> a case, <c>m</c> a line of a member's profile, <c>s</c> a short answer. Not unique for <c>m</c>.</summary>
    public const string Id = "id";

    /// <summary>Who may read: one term for each kind of reader, see <see cref="Access"/>.</summary>
    public const string Access = "access";

    /// <summary>How many words (weighted) and concepts a document has, for the length normalisation.</summary>
    public const string Length = "length";
    public const string ConceptLength = "concept_length";

    /// <summary>Concepts of cases, and of lines of profiles.</summary>
    public static readonly FieldPair CaseConcepts = new("concepts", ConceptLength);
    public static readonly FieldPair LineConcepts = new("line_concepts", ConceptLength);

    /// <summary>Concepts of short answers.</summary>
    public static readonly FieldPair AnswerConcepts = new("answer_concepts", ConceptLength);

    public const string Title = "title";
    public const string Problem = "problem";
    public const string Rest = "rest";
    public const string CaseLanguage = "language";
    public const string Contact = "contact";
    public const string Label = "label";

    /// <summary>See <see cref="StableOrder"/>.</summary>
    public const string Order = "order";

    /// <summary>The direction of the text in the language pack's space, a signed byte a dimension; documents of which nothing is known have none.</summary>
    public const string Meaning = "meaning";

    /// <summary>The words of a case: one field a language, so that the same letters in two languages are two words.</summary>
    public static FieldPair CaseWords(Language language) => new("words." + Code(language), Length);

    /// <summary>The words of a line of a profile.</summary>
    public static FieldPair LineWords(Language language) => new("line." + Code(language), Length);

    /// <summary>The words of a short answer.</summary>
    public static FieldPair AnswerWords(Language language) => new("answer." + Code(language), Length);

    public static readonly IReadOnlyList<Language> Languages = [.. Language.Spoken, new("xx")];

    private static string Code(Language language) => language.IsSpoken ? language.Code : "xx";
}

/// <summary>A field of terms, and the doc value that holds its length.</summary>
internal readonly record struct FieldPair(string Terms, string Length);
