namespace InnovationBot.Network.Cases;

/// <summary>Between a case and what its author wrote.</summary>
public static class CaseContents
{
    /// <summary>What is published now, to be changed or kept as a version; nobody's address is in it.</summary>
    /// <param name="case">With <see cref="Case.NamedPartners"/> loaded.</param>
    /// <param name="scheme">The case's, when it has one.</param>
    /// <param name="mayBeAsked">Whether the author is one of its contacts.</param>
    public static CaseContent Content(this Case @case, Scheme? scheme, bool mayBeAsked) => new()
    {
        Title = @case.Title, Problem = @case.Problem, Service = @case.Service, Affected = @case.Affected, WhatWasDone = @case.WhatWasDone,
        StartedOn = @case.StartedOn, EndedOn = @case.EndedOn, Cost = @case.Cost, Effort = @case.Effort, Outcome = @case.Outcome,
        Result = @case.Result, Results = [.. @case.Results], NotMeasured = @case.NotMeasured, Lesson = @case.Lesson, FirstNextTime = @case.FirstNextTime,
        WorksElsewhereWhen = @case.WorksElsewhereWhen, Barriers = [.. @case.Barriers], Users = @case.Users, UsersHow = @case.UsersHow,
        Partners =
        [
            .. @case.NamedPartners.OrderBy(p => p.Position).Select(p => new PartnerNamed(p.Name, p.Sector, null))
                .Concat(@case.Partners.Select(name => new PartnerNamed(name, null, null))) // of an import: whoever edits the case says how to ask them
                .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Take(Sharing.CaseRules.MostPartners),
        ],
        Tier = @case.Tier, Sector = @case.Sector, PolicyArea = @case.PolicyArea, Country = @case.Country, Mandate = @case.Mandate,
        Links = [.. @case.Links], TakeOvers = [.. @case.TakeOvers], Scheme = scheme?.Name, SchemeEndedOn = scheme?.EndedOn, AuthorMayBeAsked = mayBeAsked,
        Language = @case.Language, EnglishTitle = @case.EnglishTitle, EnglishLesson = @case.EnglishLesson, Readers = @case.Readers, ShownAs = @case.ShownAs,
    };

    /// <summary>Takes over what was written; partners, contacts and the scheme are rows of their own and stay.</summary>
    public static void Apply(this Case @case, CaseContent content)
    {
        (@case.Title, @case.Problem, @case.WhatWasDone) = (content.Title, content.Problem, content.WhatWasDone);
        (@case.Service, @case.Affected) = (content.Service, content.Affected);
        (@case.StartedOn, @case.EndedOn, @case.Cost, @case.Effort) = (content.StartedOn, content.EndedOn, content.Cost, content.Effort);
        (@case.Outcome, @case.Result, @case.Results, @case.NotMeasured) = (content.Outcome ?? @case.Outcome, content.Result, [.. content.Results], content.NotMeasured);
        (@case.Lesson, @case.FirstNextTime, @case.WorksElsewhereWhen) = (content.Lesson, content.FirstNextTime, content.WorksElsewhereWhen);
        (@case.Barriers, @case.Users, @case.UsersHow) = ([.. content.Barriers], content.Users, content.UsersHow);
        (@case.Tier, @case.Sector, @case.PolicyArea, @case.Country) = (content.Tier, content.Sector, content.PolicyArea, content.Country);
        (@case.Mandate, @case.Links, @case.TakeOvers) = (content.Mandate, [.. content.Links], [.. content.TakeOvers]);
        (@case.Language, @case.EnglishTitle, @case.EnglishLesson) = (content.Language ?? @case.Language, content.EnglishTitle, content.EnglishLesson);
        (@case.Readers, @case.ShownAs) = (content.Readers, content.ShownAs);
        if ((content.EndedOn ?? content.StartedOn) is { } on) @case.Year = on.Year;
    }
}
