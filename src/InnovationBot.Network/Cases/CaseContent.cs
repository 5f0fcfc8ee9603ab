namespace InnovationBot.Network.Cases;

/// <summary>
/// All that an author writes about a case, as one value: what a draft holds, what a version keeps, what a published case
/// shows. Replaced as a whole, never changed in place.
/// </summary>
public sealed record CaseContent
{
    public string Title { get; init; } = "";
    public string Problem { get; init; } = "";
    public string? Service { get; init; }
    public string? Affected { get; init; }
    public string WhatWasDone { get; init; } = "";
    public DateOnly? StartedOn { get; init; }
    public DateOnly? EndedOn { get; init; }
    public CostBand? Cost { get; init; }
    public EffortBand? Effort { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Free words of an import; the form neither asks for nor loses them.</summary>
    public string? Result { get; init; }

    public List<ResultRow> Results { get; init; } = [];
    public bool NotMeasured { get; init; }
    public string? Lesson { get; init; }
    public string? FirstNextTime { get; init; }
    public string? WorksElsewhereWhen { get; init; }
    public List<Barrier> Barriers { get; init; } = [];
    public UsersPart? Users { get; init; }
    public string? UsersHow { get; init; }
    public List<PartnerNamed> Partners { get; init; } = [];
    public Tier? Tier { get; init; }
    public Sector? Sector { get; init; }
    public string? PolicyArea { get; init; }
    public string? Country { get; init; }
    public Mandate? Mandate { get; init; }
    public List<string> Links { get; init; } = [];
    public List<TakeOver> TakeOvers { get; init; } = [];

    /// <summary>The programme, lab or scheme it was part of, by name.</summary>
    public string? Scheme { get; init; }

    /// <summary>When that ended.</summary>
    public DateOnly? SchemeEndedOn { get; init; }

    /// <summary>The author may be asked about it, by introduction.</summary>
    public bool AuthorMayBeAsked { get; init; }

    public Language? Language { get; init; }
    public string? EnglishTitle { get; init; }
    public string? EnglishLesson { get; init; }
    public Readers Readers { get; init; } = Readers.Network;
    public ShownAs ShownAs { get; init; } = ShownAs.Named;
}

/// <summary>One result: what was counted, before and after.</summary>
/// <param name="HowMeasured">None = not measured, an estimate.</param>
public sealed record ResultRow(string Indicator, string? Before, string? After, string? HowMeasured);

/// <summary>Something that others can use as it is. The bot never opens the link for anybody.</summary>
/// <param name="Link">https.</param>
public sealed record TakeOver(TakeOverKind Kind, Language? Language, string? Licence, string Link);

/// <summary>The law, mandate or decision that allows what was done.</summary>
/// <param name="Reference">As it is cited.</param>
/// <param name="Link">https.</param>
public sealed record Mandate(string Reference, string? Link);

/// <summary>A partner as an author names it.</summary>
/// <param name="Name">Of an organisation or a person.</param>
/// <param name="Email">Whom to ask whether it is true; kept in the draft alone.</param>
public sealed record PartnerNamed(string Name, Sector? Sector, string? Email);
