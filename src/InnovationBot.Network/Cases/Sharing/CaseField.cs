using System.Security.Cryptography;
using System.Text.Json;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>What an author decides about a case, one thing at a time: as the form asks it, a history tells it and two editors compare it.</summary>
public enum CaseField
{
    Title, Problem, Service, Affected, WhatWasDone, Period, Cost, Effort, Outcome, Results, Lesson, FirstNextTime, WorksElsewhereWhen, Barriers,
    Users, Partners, Tier, PolicyArea, Country, Mandate, Links, TakeOvers, Scheme, MayBeAsked, Language, EnglishTitle, EnglishLesson, Readers, ShownAs,
}

/// <summary>Reads, compares and takes over the fields of a case's content one by one.</summary>
public static class CaseFields
{
    private static readonly Dictionary<CaseField, (Func<CaseContent, object?[]> Read, Func<CaseContent, CaseContent, CaseContent> Take)> All = new()
    {
        [CaseField.Title] = (c => [c.Title], (to, from) => to with { Title = from.Title }),
        [CaseField.Problem] = (c => [c.Problem], (to, from) => to with { Problem = from.Problem }),
        [CaseField.Service] = (c => [c.Service], (to, from) => to with { Service = from.Service }),
        [CaseField.Affected] = (c => [c.Affected], (to, from) => to with { Affected = from.Affected }),
        [CaseField.WhatWasDone] = (c => [c.WhatWasDone], (to, from) => to with { WhatWasDone = from.WhatWasDone }),
        [CaseField.Period] = (c => [c.StartedOn, c.EndedOn], (to, from) => to with { StartedOn = from.StartedOn, EndedOn = from.EndedOn }),
        [CaseField.Cost] = (c => [c.Cost], (to, from) => to with { Cost = from.Cost }),
        [CaseField.Effort] = (c => [c.Effort], (to, from) => to with { Effort = from.Effort }),
        [CaseField.Outcome] = (c => [c.Outcome], (to, from) => to with { Outcome = from.Outcome }),
        [CaseField.Results] = (c => [c.Result, c.NotMeasured, .. c.Results], (to, from) => to with { Result = from.Result, Results = from.Results, NotMeasured = from.NotMeasured }),
        [CaseField.Lesson] = (c => [c.Lesson], (to, from) => to with { Lesson = from.Lesson }),
        [CaseField.FirstNextTime] = (c => [c.FirstNextTime], (to, from) => to with { FirstNextTime = from.FirstNextTime }),
        [CaseField.WorksElsewhereWhen] = (c => [c.WorksElsewhereWhen], (to, from) => to with { WorksElsewhereWhen = from.WorksElsewhereWhen }),
        [CaseField.Barriers] = (c => [.. c.Barriers.Order()], (to, from) => to with { Barriers = from.Barriers }),
        [CaseField.Users] = (c => [c.Users, c.UsersHow], (to, from) => to with { Users = from.Users, UsersHow = from.UsersHow }),
        [CaseField.Partners] = (c => [.. c.Partners.Select(p => p with { Email = null })], (to, from) => to with { Partners = from.Partners }),
        [CaseField.Tier] = (c => [c.Tier], (to, from) => to with { Tier = from.Tier, Sector = from.Sector }),
        [CaseField.PolicyArea] = (c => [c.PolicyArea], (to, from) => to with { PolicyArea = from.PolicyArea }),
        [CaseField.Country] = (c => [c.Country], (to, from) => to with { Country = from.Country }),
        [CaseField.Mandate] = (c => [c.Mandate], (to, from) => to with { Mandate = from.Mandate }),
        [CaseField.Links] = (c => [.. c.Links], (to, from) => to with { Links = from.Links }),
        [CaseField.TakeOvers] = (c => [.. c.TakeOvers], (to, from) => to with { TakeOvers = from.TakeOvers }),
        [CaseField.Scheme] = (c => [c.Scheme, c.SchemeEndedOn], (to, from) => to with { Scheme = from.Scheme, SchemeEndedOn = from.SchemeEndedOn }),
        [CaseField.MayBeAsked] = (c => [c.AuthorMayBeAsked], (to, from) => to with { AuthorMayBeAsked = from.AuthorMayBeAsked }),
        [CaseField.Language] = (c => [c.Language], (to, from) => to with { Language = from.Language }),
        [CaseField.EnglishTitle] = (c => [c.EnglishTitle], (to, from) => to with { EnglishTitle = from.EnglishTitle }),
        [CaseField.EnglishLesson] = (c => [c.EnglishLesson], (to, from) => to with { EnglishLesson = from.EnglishLesson }),
        [CaseField.Readers] = (c => [c.Readers], (to, from) => to with { Readers = from.Readers }),
        [CaseField.ShownAs] = (c => [c.ShownAs], (to, from) => to with { ShownAs = from.ShownAs }),
    };

    public static bool Same(CaseField field, CaseContent one, CaseContent other) =>
        All[field].Read(one).Select(Comparable).SequenceEqual(All[field].Read(other).Select(Comparable));

    public static IReadOnlyList<CaseField> Changed(CaseContent from, CaseContent to) => [.. Enum.GetValues<CaseField>().Where(field => !Same(field, from, to))];

    public static CaseContent Take(this CaseContent into, CaseField field, CaseContent from) => All[field].Take(into, from);

    /// <summary>What people wrote in their own words, by field; addresses for the bot alone are not among it.</summary>
    public static IEnumerable<(CaseField Field, string Text)> Texts(CaseContent content)
    {
        var texts = new List<(CaseField, string)>();
        Words(content, (field, text) =>
        {
            texts.Add((field, text));
            return text;
        });
        return texts;
    }

    /// <summary>The same content with every passage that points to a person replaced.</summary>
    /// <param name="mask">A few words in the author's language: "[left out]".</param>
    public static CaseContent Mask(CaseContent content, string mask) => Words(content, (_, text) => PersonalDataFinder.Mask(text, mask));

    private static CaseContent Words(CaseContent c, Func<CaseField, string, string> each)
    {
        return c with
        {
            Title = each(CaseField.Title, c.Title), Problem = each(CaseField.Problem, c.Problem), Service = Of(CaseField.Service, c.Service),
            Affected = Of(CaseField.Affected, c.Affected), WhatWasDone = each(CaseField.WhatWasDone, c.WhatWasDone), Result = Of(CaseField.Results, c.Result),
            Results = [.. c.Results.Select(row => new ResultRow(each(CaseField.Results, row.Indicator), Of(CaseField.Results, row.Before), Of(CaseField.Results, row.After), Of(CaseField.Results, row.HowMeasured)))],
            Lesson = Of(CaseField.Lesson, c.Lesson), FirstNextTime = Of(CaseField.FirstNextTime, c.FirstNextTime),
            WorksElsewhereWhen = Of(CaseField.WorksElsewhereWhen, c.WorksElsewhereWhen), UsersHow = Of(CaseField.Users, c.UsersHow),
            Partners = [.. c.Partners.Select(partner => partner with { Name = each(CaseField.Partners, partner.Name) })],
            PolicyArea = Of(CaseField.PolicyArea, c.PolicyArea), Mandate = c.Mandate is null ? null : c.Mandate with { Reference = each(CaseField.Mandate, c.Mandate.Reference) },
            TakeOvers = [.. c.TakeOvers.Select(item => item with { Licence = Of(CaseField.TakeOvers, item.Licence) })], Scheme = Of(CaseField.Scheme, c.Scheme),
            EnglishTitle = Of(CaseField.EnglishTitle, c.EnglishTitle), EnglishLesson = Of(CaseField.EnglishLesson, c.EnglishLesson),
        };

        string? Of(CaseField field, string? text) => text is null ? null : each(field, text);
    }

    /// <summary>What a field holds, in eight characters: enough to tell whether somebody changed it since.</summary>
    internal static string Mark(CaseField field, CaseContent content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        All[field].Read(content).Select(Comparable), StoredAs.Json)).AsSpan(0, 4));

    private static object? Comparable(object? value) => value is "" ? null : value;
}
