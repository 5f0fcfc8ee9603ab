using InnovationBot.Network.Transfer;

namespace InnovationBot.Network.Cases;

/// <summary>
/// What somebody tried about a problem and what came of it, good or bad. Written in the bot as a <see cref="CaseDraft"/>,
/// which nobody else sees, or imported; everything but the first few fields may be missing.
/// </summary>
public sealed class Case : IStaged
{
    public CaseId Id { get; init; }

    /// <summary>The id whoever imported it uses; for cases written in the bot the digits of <see cref="Id"/>.</summary>
    public required string Key { get; init; }

    public required string Title { get; set; }
    public required string Problem { get; set; }

    /// <summary>The task or service the problem belongs to.</summary>
    public string? Service { get; set; }

    /// <summary>Who was affected by the problem.</summary>
    public string? Affected { get; set; }

    public required string WhatWasDone { get; set; }

    /// <summary>When it began; the day counts for nothing, people remember months.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <inheritdoc cref="StartedOn"/>
    public DateOnly? EndedOn { get; set; }

    public CostBand? Cost { get; set; }
    public EffortBand? Effort { get; set; }
    public Outcome Outcome { get; set; }

    /// <summary>What came of it in free words, as imports tell it; <see cref="Results"/> says it in rows.</summary>
    public string? Result { get; set; }

    public List<ResultRow> Results { get; set; } = [];

    /// <summary>The author says that nothing was measured.</summary>
    public bool NotMeasured { get; set; }

    public string? Lesson { get; set; }

    /// <summary>What the author would do first next time.</summary>
    public string? FirstNextTime { get; set; }

    /// <summary>When it would work elsewhere: what has to be there.</summary>
    public string? WorksElsewhereWhen { get; set; }

    public OrganisationId? OrganisationId { get; set; }
    public string? PolicyArea { get; set; }
    public Tier? Tier { get; set; }
    public Sector? Sector { get; set; }
    public string? Country { get; set; }
    public UsersPart? Users { get; set; }

    /// <summary>How the users took part.</summary>
    public string? UsersHow { get; set; }

    /// <summary>Partners as an import names them; those that an author names are <see cref="NamedPartners"/>.</summary>
    public List<string> Partners { get; set; } = [];

    public List<CasePartner> NamedPartners { get; set; } = [];
    public Mandate? Mandate { get; set; }

    /// <summary>https; imports may have brought others, which are not shown.</summary>
    public List<string> Links { get; set; } = [];

    public List<TakeOver> TakeOvers { get; set; } = [];
    public List<string> Tags { get; set; } = [];
    public int? Year { get; set; }
    public Language Language { get; set; }

    /// <summary>Title and lesson once more in English, for readers of other languages.</summary>
    public string? EnglishTitle { get; set; }

    /// <inheritdoc cref="EnglishTitle"/>
    public string? EnglishLesson { get; set; }

    public List<Barrier> Barriers { get; set; } = [];
    public SchemeId? SchemeId { get; set; }
    public Readers Readers { get; set; } = Readers.Network;
    public ShownAs ShownAs { get; set; } = ShownAs.Named;
    public CaseState State { get; set; } = CaseState.Published;
    public MemberId? AuthorId { get; set; }
    public List<CaseEditor> Editors { get; set; } = [];
    public List<CaseContact> Contacts { get; set; } = [];
    /// <summary>The import that brings it: nobody sees it before that is published, and all of a file is seen at once.</summary>
    public ImportId? StagedBy { get; set; }

    /// <summary>What the last import said, field by field, so that the next one tells what was changed here since; none = never imported.</summary>
    public string? ImportMarks { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>When somebody who knows last said that it is still true; publishing and editing in the bot say so too, an import does not.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>When somebody first reported it; from then on organisers may read it and its versions, published or not.</summary>
    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>When a member last changed the text in the bot; an import does not overwrite it afterwards.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>The number of the published text, 1 for the first; its history is <see cref="CaseVersion"/>.</summary>
    public int Edition { get; set; } = 1;

    public int Version { get; set; }

    /// <summary>Without a lesson or a result: found all the same, marked, and listed for completion.</summary>
    public bool IsIncomplete => string.IsNullOrWhiteSpace(Lesson) || (string.IsNullOrWhiteSpace(Result) && Results.Count == 0 && !NotMeasured);

    /// <summary>The author and whoever the author lets write with them. <see cref="Editors"/> must be loaded.</summary>
    public bool MayEdit(MemberId by) => AuthorId == by || Editors.Exists(editor => editor.MemberId == by && editor.AcceptedAt is not null);

    /// <summary>Nobody finds or reads it any more but those who wrote it.</summary>
    /// <param name="by">Sender of the authenticated activity; only the author withdraws.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Withdraw(MemberId by, DateTimeOffset now)
    {
        if (by != AuthorId) return Refusal.NotYours;
        if (State == CaseState.Withdrawn) return null;
        State = CaseState.Withdrawn;
        WithdrawnAt = now;
        return null;
    }
}

public enum CaseState { Draft, InReview, Published, Archived, Withdrawn }

/// <summary>Somebody who carried a case and may be asked about it, if they agreed to that.</summary>
public sealed class CaseContact
{
    public CaseId CaseId { get; init; }
    public MemberId MemberId { get; init; }

    /// <summary>Order as named by whoever wrote the case, 0 first.</summary>
    public int Position { get; set; }
}

/// <summary>Somebody the author asks to write the case with them; they do once they said yes.</summary>
public sealed class CaseEditor
{
    public CaseId CaseId { get; init; }
    public MemberId MemberId { get; init; }
    public DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }
}
