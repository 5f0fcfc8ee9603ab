using InnovationBot.Network;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Asks;
using InnovationBot.Search.Indexing;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using Lucene.Net.Index;

namespace InnovationBot.Search.Ranking;

/// <summary>The fields that a plan looks in: those of cases, of the lines of profiles, or of short answers.</summary>
internal sealed record Target(Func<Language, FieldPair> Words, FieldPair Concepts)
{
    public static readonly Target Cases = new(IndexFields.CaseWords, IndexFields.CaseConcepts);
    public static readonly Target Lines = new(IndexFields.LineWords, IndexFields.LineConcepts);
    public static readonly Target Answers = new(IndexFields.AnswerWords, IndexFields.AnswerConcepts);
}

/// <summary>An ask laid out against an index: for each word, the terms by which documents may speak of it.</summary>
internal sealed class AskPlan
{
    // A word that tells less than this in general is not looked for in other languages and not respelt.
    private const float Telling = 0.7f;

    // Shorter words are alike in all languages by chance.
    private const int ShortestForeign = 3;

    private const int MostMisspelt = 8;

    // A text of more words says the same in several of them already; neighbours of them all would outweigh what it says.
    private const int MostWithNeighbours = 20;

    private readonly IndexReader reader;
    private readonly Lexicon lexicon;
    private readonly TextMeaning? meaning;
    private readonly Tuning tuning;
    private readonly Target target;
    private readonly Ask ask;
    private readonly ReaderFacts facts;
    private readonly FieldStatistics concepts;
    private readonly float conceptOfKnown;
    private readonly List<ClauseGroup> groups = [];
    private readonly List<ClauseGroup> unknown = [];
    private readonly HashSet<int> conceptsTaken = [];
    private int misspelt;

    private AskPlan(Ask ask, IndexReader reader, Lexicon lexicon, TextMeaning? meaning, Tuning tuning, Target target)
    {
        (this.ask, this.reader, this.lexicon, this.meaning, this.tuning, this.target) = (ask, reader, lexicon, meaning, tuning, target);
        facts = ReaderFacts.Of(reader);
        concepts = Statistics(target.Concepts);
        Documents = IndexFields.Languages.Sum(language => Statistics(target.Words(language)).Documents);
        var inItsLanguage = (float)Statistics(target.Words(ask.Language)).Documents / Math.Max(1, Documents);
        conceptOfKnown = target == Target.Cases ? 1 - tuning.ConceptGivesWay * Math.Clamp(2 * inItsLanguage - 1, 0, 1) : 1;
    }

    public IReadOnlyList<ClauseGroup> Groups => groups;

    /// <summary>How many documents of this kind the index has, in all languages.</summary>
    public int Documents { get; }

    /// <summary>Words of the ask that nothing in the index speaks of, without clauses.</summary>
    public IReadOnlyList<ClauseGroup> Unknown => unknown;

    /// <summary>What all words together could count.</summary>
    public float Importance { get; private set; }

    /// <summary>How many words the ask has, where those that tell little count little: as many as would be if all told alike.</summary>
    public double EffectiveWords => squares <= 0 ? 0 : Importance * Importance / squares;

    private double squares;

    public static AskPlan Of(Ask ask, IndexReader reader, Lexicon lexicon, TextMeaning? meaning, Tuning tuning, Target target)
    {
        var plan = new AskPlan(ask, reader, lexicon, meaning, tuning, target);
        var own = plan.Statistics(target.Words(ask.Language));
        foreach (var term in ask.Terms) plan.Add(term, own);
        plan.DropLight();
        return plan;
    }

    private void Add(AskTerm term, FieldStatistics own)
    {
        var general = (float)Math.Pow(term.Weight, tuning.Background) * (1 + tuning.Repeated * (float)Math.Log(term.Count));
        var clauses = new List<Clause>();
        var field = target.Words(ask.Language);
        var known = Add(clauses, field, term.Stem, ClauseKind.Word, general, own);
        if (term.Weight >= Telling && term.Written.Length >= ShortestForeign) known |= AddForeign(clauses, term, general);
        if (term.Weight >= tuning.LeastTranslated && meaning is not null) known |= AddTranslations(clauses, term, general);
        if (!known && term.Concepts.Count == 0 && term.Weight >= Telling && misspelt < MostMisspelt) Respell(clauses, term, field, own, general);
        AddConcepts(clauses, term.Concepts, known ? conceptOfKnown : 1);
        if (term.Weight >= Telling && meaning is not null && tuning.Neighbour > 0 && ask.Terms.Count <= MostWithNeighbours) AddNeighbours(clauses, term, general, own);

        var importance = general * own.Telling(DocFreq(field.Terms, term.Stem));
        Importance += importance;
        squares += importance * importance;
        clauses.Sort(static (one, other) => one.Kind.CompareTo(other.Kind)); // the nearest first: coverage counts the first that matches
        (clauses.Count > 0 ? groups : unknown).Add(new(term, importance, clauses));
    }

    /// <summary>Each alternative takes as long as a word of the ask; those that can hardly move a document beside what else is looked for are not.</summary>
    private void DropLight()
    {
        if (tuning.LeastClause <= 0 || groups.Count == 0 || target != Target.Cases) return; // what is shorter and fewer takes no time
        var least = tuning.LeastClause * groups.Max(group => group.Clauses.Max(clause => clause.Weight));
        foreach (var group in groups)
        {
            var heaviest = group.Clauses.Max(clause => clause.Weight); // stays, and may be all there is for a word of another language
            group.Clauses.RemoveAll(clause => clause.Weight < least && clause.Weight < heaviest && clause.Kind is ClauseKind.Translated or ClauseKind.NearConcept or ClauseKind.Neighbour);
        }
    }

    private bool AddForeign(List<Clause> clauses, AskTerm term, float general)
    {
        var found = false;
        foreach (var language in IndexFields.Languages)
        {
            if (language == ask.Language) continue;
            var field = target.Words(language);
            var other = Statistics(field);
            if (other.Documents == 0) continue;
            var words = TextAnalysis.Of(language).Words(term.Written, 1);
            if (words.Count == 0 || words[0].Weight < Telling) continue;
            found |= Add(clauses, field, words[0].Stem, ClauseKind.Foreign, general * tuning.Foreign, other);
        }

        return found;
    }

    /// <summary>The word in the languages of the other cases; a few alternatives each.</summary>
    private bool AddTranslations(List<Clause> clauses, AskTerm term, float general)
    {
        var found = false;
        foreach (var language in IndexFields.Languages)
        {
            if (language == ask.Language || !language.IsSpoken) continue;
            var field = target.Words(language);
            var other = Statistics(field);
            if (other.Documents == 0) continue;
            foreach (var (stem, sure) in meaning!.Others.In(language, ask.Language, term.Stem, term.Written))
                found |= Add(clauses, field, stem, ClauseKind.Translated, general * tuning.Translated * sure, other);
        }

        return found;
    }

    /// <summary>Words of the ask's own language that mean nearly the same, the closest that the index has.</summary>
    private void AddNeighbours(List<Clause> clauses, AskTerm term, float general, FieldStatistics own)
    {
        if (own.Documents == 0) return;
        var field = target.Words(ask.Language);
        var left = tuning.MostNeighbours;
        foreach (var (stem, close) in meaning!.Others.Near(ask.Language, term.Stem, term.Written))
        {
            if (left > 0 && Add(clauses, field, stem, ClauseKind.Neighbour, general * tuning.Neighbour * close, own)) left--;
        }
    }

    private void Respell(List<Clause> clauses, AskTerm term, FieldPair field, FieldStatistics own, float general)
    {
        misspelt++;
        foreach (var (stem, likeness) in facts.Respelt(reader, field.Terms, term.Stem)) Add(clauses, field, stem, ClauseKind.Misspelt, general * tuning.Misspelt * likeness, own);
        var meant = new List<Mention>();
        foreach (var (stem, likeness) in Misspelling.Of(term.Stem, lexicon.SingleWords(ask.Language)))
        {
            meant.Clear();
            lexicon.Find(ask.Language, [new Word(default, stem, 1)], default, meant);
            AddConcepts(clauses, [.. meant.Select(mention => new AskConcept(mention.Concept, mention.Weight * tuning.Misspelt * likeness, 1))]);
        }
    }

    private void AddConcepts(List<Clause> clauses, IReadOnlyList<AskConcept> named, float most = 1)
    {
        if (tuning.Concept <= 0) return;
        foreach (var concept in named)
        {
            // A concept that two words of the ask name counts whole once.
            var again = conceptsTaken.Add(concept.Concept) || concept.Share < 1 ? 1f : 0.5f;
            var weight = most * tuning.Concept * concept.Weight * concept.Share * again;
            var entry = lexicon.Concepts[concept.Concept];
            Add(clauses, target.Concepts, entry.Id, ClauseKind.Concept, weight, concepts);
            if (tuning.Near <= 0) continue;
            foreach (var near in entry.Near) Add(clauses, target.Concepts, lexicon.Concepts[near].Id, ClauseKind.NearConcept, weight * tuning.Near, concepts);
        }
    }

    private bool Add(List<Clause> clauses, FieldPair field, string term, ClauseKind kind, float weight, FieldStatistics of)
    {
        if (of.Documents == 0 || DocFreq(field.Terms, term) is not (> 0 and var having)) return false;
        clauses.Add(new(field, term, kind, weight * of.Rarity(having), of.AverageLength));
        return true;
    }

    private FieldStatistics Statistics(FieldPair field) => facts.Field(reader, field);

    private int DocFreq(string field, string term) => facts.DocFreq(reader, field, term);
}
