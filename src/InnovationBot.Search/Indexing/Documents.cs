using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Introductions.ShortAnswers;
using InnovationBot.Network.People;
using InnovationBot.Network.Problems;
using InnovationBot.Search.Analysis;
using InnovationBot.Search.Languages;
using InnovationBot.Search.Lexicons;
using InnovationBot.Search.Meaning;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using System.Runtime.InteropServices;
using InnovationBot.Search.Packs;

namespace InnovationBot.Search.Indexing;

/// <summary>Makes the index's documents out of the network's entities.</summary>
internal sealed class Documents(Lexicon lexicon, ILanguageDetector detector, PackKeeper pack)
{
    // A case of 20,000 words is a mistake of whoever imported it; what comes after is not searched.
    private const int MostWords = 20_000;

    // Terms and counts; the length stands in a doc value, exact, so the norms (one byte) are not needed.
    private static readonly FieldType Terms = Frozen(new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS });

    /// <summary>What the keys of people begin with.</summary>
    public const string PersonKey = "m";

    public static Term Key(CaseId id) => new(IndexFields.Id, "c" + id);

    public static Term Key(MemberId id) => new(IndexFields.Id, PersonKey + id);

    public static Term Key(ShortAnswerId id) => new(IndexFields.Id, "s" + id);

    /// <returns><c>null</c> for a case that nobody may find.</returns>
    public Document? Of(Case @case)
    {
        var access = Access.Of(@case).ToList();
        if (access.Count == 0) return null;

        var document = new Document { new StringField(IndexFields.Id, "c" + @case.Id, Field.Store.YES) };
        foreach (var term in access) document.Add(new StringField(IndexFields.Access, term, Field.Store.NO));

        var rest = string.Join('\n', new[]
        {
            @case.WhatWasDone, @case.Result, @case.Lesson, @case.PolicyArea, @case.Service, @case.Affected, @case.FirstNextTime, @case.WorksElsewhereWhen, @case.UsersHow,
            string.Join('\n', @case.Results.Select(row => row.Indicator)),
        }.Where(text => !string.IsNullOrWhiteSpace(text)));
        AddTerms(document, @case.Language, IndexFields.CaseWords(@case.Language), IndexFields.CaseConcepts,
            [(@case.Title, 2), (@case.Problem, 2), (string.Join('\n', @case.Tags), 2), (rest, 1)], pack.Words?.Begin(@case.Language));

        document.Add(new StoredField(IndexFields.CaseLanguage, @case.Language.Code));
        document.Add(new StoredField(IndexFields.Title, @case.Title));
        document.Add(new Label(@case.Id.Value, default, @case.Language, @case.Title).ToField());
        document.Add(new NumericDocValuesField(IndexFields.Order, StableOrder.Of(@case)));
        document.Add(new StoredField(IndexFields.Problem, @case.Problem));
        document.Add(new StoredField(IndexFields.Rest, rest));
        foreach (var contact in @case.Contacts) document.Add(new SortedSetDocValuesField(IndexFields.Contact, new BytesRef(Contacts.Write(contact))));
        return document;
    }

    /// <returns><c>null</c> for a short answer that one side has not agreed to.</returns>
    public Document? Of(ShortAnswer answer)
    {
        if (!answer.IsShown) return null;
        var document = new Document { new StringField(IndexFields.Id, "s" + answer.Id, Field.Store.NO) };
        document.Add(new StringField(IndexFields.Access, Access.Everybody, Field.Store.NO));
        AddTerms(document, answer.Language, IndexFields.AnswerWords(answer.Language), IndexFields.AnswerConcepts, [(answer.Problem, 2), (answer.Text, 1)], meaning: null);
        document.Add(new Label(answer.Id.Value, Label.OfAnswer, answer.Language, answer.Problem).ToField());
        document.Add(new NumericDocValuesField(IndexFields.Order, StableOrder.Of(answer.Id.Value)));
        return document;
    }

    /// <summary>A document for each topic and offer of somebody who may be suggested; none for anybody else.</summary>
    public IEnumerable<Document> Of(Member member)
    {
        if (!KnownPerson.MayBeFound(member)) yield break;
        foreach (var topic in member.Topics) yield return Line(member, topic, PersonEvidenceKind.Topic);
        foreach (var offer in member.Offers) yield return Line(member, offer, PersonEvidenceKind.Offer);
    }

    private Document Line(Member member, string line, PersonEvidenceKind kind)
    {
        var document = new Document { new StringField(IndexFields.Id, PersonKey + member.Id, Field.Store.NO) };
        document.Add(new StringField(IndexFields.Access, Access.Everybody, Field.Store.NO));
        var language = LanguageOf(member, line);
        AddTerms(document, language, IndexFields.LineWords(language), IndexFields.LineConcepts, [(line, 1)], pack.Words?.Begin(language));
        document.Add(new Label(member.Id.Value, kind, language, line).ToField());
        document.Add(new NumericDocValuesField(IndexFields.Order, StableOrder.Of(member, line)));
        return document;
    }

    /// <summary>People write their topics in any language they can; short as they are, only those languages come into question.</summary>
    private Language LanguageOf(Member member, string line)
    {
        if (detector.Detect(line) is { } detected && (member.Languages.Count == 0 || member.Languages.Contains(detected))) return detected;
        var known = member.Languages.Where(language => language.IsSpoken).ToList();
        if (known.Count == 0) known = [.. Language.Spoken];
        return StopWordGuess.Best(line, known) ?? (known.Contains(member.Language) ? member.Language : known[0]);
    }

    private void AddTerms(Document document, Language language, FieldPair words, FieldPair concepts, ReadOnlySpan<(string Text, int Times)> parts, TextMeaning.Sum? meaning)
    {
        var analysis = TextAnalysis.Of(language);
        var (wordTerms, conceptTerms) = (new CountedTerms(), new CountedTerms());
        var found = new List<Word>(256);
        var mentions = new List<Mention>(64);
        foreach (var (text, times) in parts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            found.Clear();
            mentions.Clear();
            analysis.Words(text, found, MostWords);
            foreach (var word in found)
            {
                if (!word.IsStop) wordTerms.Add(word.Stem, times);
            }

            lexicon.Find(language, found, text, mentions);
            foreach (var mention in mentions)
            {
                if (mention.Weight >= 0.5f) conceptTerms.Add(lexicon.Concepts[mention.Concept].Id, times);
            }

            meaning?.Add(text, found, mentions, times);
        }

        document.Add(new Field(words.Terms, wordTerms, Terms));
        document.Add(new Field(concepts.Terms, conceptTerms, Terms));
        document.Add(new NumericDocValuesField(words.Length, wordTerms.Length));
        document.Add(new NumericDocValuesField(concepts.Length, conceptTerms.Length));
        if (meaning?.Direction() is { } direction) document.Add(new BinaryDocValuesField(IndexFields.Meaning, Packed(direction)));
    }

    private static BytesRef Packed(float[] direction)
    {
        var packed = new byte[direction.Length];
        Directions.Pack(direction, MemoryMarshal.Cast<byte, sbyte>(packed.AsSpan()));
        return new(packed);
    }

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
