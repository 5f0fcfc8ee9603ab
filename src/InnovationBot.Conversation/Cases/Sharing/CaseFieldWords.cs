using System.Globalization;
using InnovationBot.Conversation.Texts;
using InnovationBot.Conversation.Words;
using InnovationBot.Network;
using InnovationBot.Network.Cases;
using InnovationBot.Network.Cases.Sharing;

namespace InnovationBot.Conversation.Cases.Sharing;

/// <summary>The fields of a case in words: what each is called, what stands in it, what is wrong with it.</summary>
internal static class CaseFieldWords
{
    public static string Name(this Say say, CaseField field) => say[$"Sharing.Field_{Vocabulary.Write(field)}"];

    public static string Sentence(this Say say, CaseFaultAt fault) => say[
        $"Sharing.Fault_{Vocabulary.Write(fault.Fault)}", ("field", say.Name(fault.Field)), ("most", fault.Most), ("words", string.Join(", ", fault.Words))];

    public static string Of(this Say say, Readers readers) => say[$"Sharing.Readers_{Vocabulary.Write(readers)}"];

    public static string Of(this Say say, ShownAs shown) => say[$"Sharing.Shown_{Vocabulary.Write(shown)}"];

    /// <summary>What a field holds, in one line; <c>Sharing.Empty</c> when nothing.</summary>
    /// <param name="most">Characters.</param>
    public static string Value(this Say say, CaseField field, CaseContent c, int most)
    {
        var value = field switch
        {
            CaseField.Title => c.Title,
            CaseField.Problem => c.Problem,
            CaseField.Service => c.Service,
            CaseField.Affected => c.Affected,
            CaseField.WhatWasDone => c.WhatWasDone,
            CaseField.Period => string.Join(" – ", new[] { c.StartedOn, c.EndedOn }.OfType<DateOnly>().Select(Month)),
            CaseField.Cost => Word(c.Cost),
            CaseField.Effort => Word(c.Effort),
            CaseField.Outcome => Word(c.Outcome),
            CaseField.Results => Results(),
            CaseField.Lesson => c.Lesson,
            CaseField.FirstNextTime => c.FirstNextTime,
            CaseField.WorksElsewhereWhen => c.WorksElsewhereWhen,
            CaseField.Barriers => string.Join(", ", c.Barriers.Select(say.Word)),
            CaseField.Users => Showing.Join(say, Word(c.Users), c.UsersHow),
            CaseField.Partners => string.Join(", ", c.Partners.Select(partner => partner.Name)),
            CaseField.Tier => Word(c.Tier),
            CaseField.PolicyArea => c.PolicyArea,
            CaseField.Country => c.Country is { } country ? say.Country(country) : null,
            CaseField.Mandate => Showing.Join(say, c.Mandate?.Reference, c.Mandate?.Link),
            CaseField.Links => string.Join(", ", c.Links),
            CaseField.TakeOvers => string.Join(", ", c.TakeOvers.Select(item => Showing.Join(say, say.Word(item.Kind), item.Link))),
            CaseField.Scheme => Showing.Join(say, c.Scheme, c.SchemeEndedOn is { } ended ? Month(ended) : null),
            CaseField.MayBeAsked => c.AuthorMayBeAsked ? say["Sharing.MayBeAskedTitle"] : null,
            CaseField.Language => c.Language is { } language ? say.LanguageName(language) : null,
            CaseField.EnglishTitle => c.EnglishTitle,
            CaseField.EnglishLesson => c.EnglishLesson,
            CaseField.Readers => say.Of(c.Readers),
            _ => say.Of(c.ShownAs),
        };
        return string.IsNullOrWhiteSpace(value) ? say["Sharing.Empty"] : CaseCard.Cut(value, most);

        string? Word<TEnum>(TEnum? one) where TEnum : struct, Enum => one is { } there ? say.Word(there) : null;

        string Month(DateOnly day) => day.ToString(say["Words.MonthFormat"], say.Culture);

        string Results() => string.Join("; ", c.Results.Select(row => say.Named(row.Indicator, $"{row.Before ?? "–"} → {row.After ?? "–"}"))
            .Concat(new[] { c.Result, c.NotMeasured ? say["Sharing.NotMeasuredTitle"] : null }.OfType<string>()));
    }

    public static string Number(int row) => Text(row + 1);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
