using System.Net.Mail;
using InnovationBot.Network.People.Privacy;

namespace InnovationBot.Network.Cases.Sharing;

/// <summary>What is wrong with one field of a case, so that the form can name the field and the mend.</summary>
public sealed record CaseFaultAt(CaseField Field, CaseFault Fault)
{
    /// <summary>The passages that point to a person, for <see cref="CaseFault.PersonalData"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>How many characters or rows may be there, for <see cref="CaseFault.TooLong"/> and <see cref="CaseFault.TooMany"/>.</summary>
    public int Most { get; init; }
}

public enum CaseFault
{
    Missing, TooLong, TooMany,

    /// <summary>Names a citizen or colleague by a number or address: it is not stored.</summary>
    PersonalData,
    /// <summary>HTML, which no file of cases may hold either: what is published can be taken to another network.</summary>
    Markup,
    NotHttps, NotAnEmail, NotADate, EndBeforeStart,

    /// <summary>None of the answers there are.</summary>
    NoChoice,

    /// <summary>Results are told, and that nothing was measured.</summary>
    Contradicts,

    /// <summary>Only for one's own organisation, and the author's is not confirmed.</summary>
    NoOrganisation,
}

/// <summary>What a case's fields may hold, and what must be there before others see it.</summary>
public static class CaseRules
{
    public const int LongestTitle = 200;

    /// <summary>The problem and what was done, in characters.</summary>
    public const int LongestText = 4000;

    public const int LongestLesson = 2000;
    public const int LongestExtra = 1000;

    /// <summary>A name, an indicator, a licence.</summary>
    public const int LongestName = 200;

    public const int LongestLink = 500;
    public const int MostResults = 5;
    public const int MostPartners = 8;
    public const int MostLinks = 5;
    public const int MostTakeOvers = 5;

    /// <summary>What may not even be kept in a draft.</summary>
    public static IReadOnlyList<CaseFaultAt> Faults(CaseContent c)
    {
        var faults = new List<CaseFaultAt>();
        foreach (var (field, text) in CaseFields.Texts(c))
            if (text.Length > (text == c.Result ? LongestLesson : Longest(field))) faults.Add(new(field, CaseFault.TooLong) { Most = Longest(field) });

        Rows(CaseField.Results, c.Results.Count, MostResults);
        Rows(CaseField.Partners, c.Partners.Count, MostPartners);
        Rows(CaseField.Links, c.Links.Count, MostLinks);
        Rows(CaseField.TakeOvers, c.TakeOvers.Count, MostTakeOvers);
        if (c.EndedOn < c.StartedOn) faults.Add(new(CaseField.Period, CaseFault.EndBeforeStart));
        if (c.NotMeasured && c.Results.Count > 0) faults.Add(new(CaseField.Results, CaseFault.Contradicts));
        if (c.Partners.Exists(partner => partner.Email is { } email && !MailAddress.TryCreate(email, out _))) faults.Add(new(CaseField.Partners, CaseFault.NotAnEmail));
        Link(CaseField.Links, c.Links);
        Link(CaseField.TakeOvers, c.TakeOvers.Select(item => item.Link));
        Link(CaseField.Mandate, c.Mandate?.Link is { } mandate ? [mandate] : []);
        foreach (var marked in CaseFields.Texts(c).Select(one => (one.Field, Tag: IsName(one.Field) ? Markup.InName(one.Text) : Markup.In(one.Text))).Where(one => one.Tag is not null))
            faults.Add(new(marked.Field, CaseFault.Markup) { Words = [marked.Tag!] });
        foreach (var named in CaseFields.Texts(c).Select(one => (one.Field, Found: PersonalDataFinder.Find(one.Text))).Where(one => one.Found.Count > 0).GroupBy(one => one.Field))
            faults.Add(new(named.Key, CaseFault.PersonalData) { Words = [.. named.SelectMany(one => one.Found).Select(found => found.Words)] });
        return [.. faults.DistinctBy(fault => (fault.Field, fault.Fault))];

        void Rows(CaseField field, int count, int most)
        {
            if (count > most) faults.Add(new(field, CaseFault.TooMany) { Most = most });
        }

        void Link(CaseField field, IEnumerable<string> links)
        {
            if (links.Any(link => !IsHttps(link))) faults.Add(new(field, CaseFault.NotHttps));
        }
    }

    /// <summary>What a case that a member publishes must have.</summary>
    /// <param name="hasOrganisation">The author's organisation is confirmed.</param>
    public static IReadOnlyList<CaseFaultAt> Unready(CaseContent c, bool hasOrganisation)
    {
        List<CaseFaultAt> faults = [.. Faults(c)];
        Need(CaseField.Title, c.Title.Length > 0);
        Need(CaseField.Problem, c.Problem.Length > 0);
        Need(CaseField.WhatWasDone, c.WhatWasDone.Length > 0);
        Need(CaseField.Outcome, c.Outcome is not null);
        Need(CaseField.Results, c.Results.Count > 0 || c.NotMeasured || !string.IsNullOrWhiteSpace(c.Result));
        Need(CaseField.Lesson, !string.IsNullOrWhiteSpace(c.Lesson));
        Need(CaseField.Users, c.Users is not null);
        if (c.Readers == Readers.Organisation && !hasOrganisation) faults.Add(new(CaseField.Readers, CaseFault.NoOrganisation));
        return faults;

        void Need(CaseField field, bool there)
        {
            if (!there) faults.Add(new(field, CaseFault.Missing));
        }
    }

    public static bool IsHttps(string? link) =>
        link is { Length: <= LongestLink } && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;

    /// <summary>The step of the form that asks for a field.</summary>
    public static DraftStep StepOf(CaseField field) => field switch
    {
        CaseField.Title or CaseField.Problem or CaseField.Service or CaseField.Affected => DraftStep.Problem,
        CaseField.WhatWasDone or CaseField.Period or CaseField.Cost or CaseField.Effort or CaseField.Outcome => DraftStep.Done,
        CaseField.Results => DraftStep.Results,
        CaseField.Lesson or CaseField.FirstNextTime or CaseField.WorksElsewhereWhen or CaseField.Barriers or CaseField.EnglishTitle or CaseField.EnglishLesson => DraftStep.Lessons,
        CaseField.Users or CaseField.Partners => DraftStep.Partners,
        CaseField.TakeOvers or CaseField.Links => DraftStep.TakeOver,
        CaseField.Readers or CaseField.ShownAs or CaseField.MayBeAsked => DraftStep.Readers,
        _ => DraftStep.Context,
    };

    /// <summary>One line, in which nothing in angle brackets makes sense.</summary>
    private static bool IsName(CaseField field) => field is CaseField.Title or CaseField.EnglishTitle or CaseField.PolicyArea or CaseField.Partners;

    private static int Longest(CaseField field) => field switch
    {
        CaseField.Title or CaseField.EnglishTitle => LongestTitle,
        CaseField.Problem or CaseField.WhatWasDone => LongestText,
        CaseField.Lesson or CaseField.EnglishLesson => LongestLesson,
        CaseField.FirstNextTime or CaseField.WorksElsewhereWhen or CaseField.Users => LongestExtra,
        CaseField.Affected or CaseField.Mandate => LongestLink,
        _ => LongestName,
    };
}
