namespace InnovationBot.Network.Cases;

/// <summary>What somebody tried about a problem and what came of it, good or bad.</summary>
public sealed class Case
{
    public CaseId Id { get; init; }

    /// <summary>The id whoever imported it uses; for cases written in the bot the digits of <see cref="Id"/>.</summary>
    public required string Key { get; init; }

    public required string Title { get; set; }
    public required string Problem { get; set; }
    public required string WhatWasDone { get; set; }
    public Outcome Outcome { get; set; }
    public string? Result { get; set; }
    public string? Lesson { get; set; }
    public OrganisationId? OrganisationId { get; set; }
    public string? PolicyArea { get; set; }
    public Tier? Tier { get; set; }
    public Sector? Sector { get; set; }
    public string? Country { get; set; }
    public UsersPart? Users { get; set; }
    public List<string> Partners { get; set; } = [];
    public List<string> Links { get; set; } = [];
    public List<string> Tags { get; set; } = [];
    public int? Year { get; set; }
    public Language Language { get; set; }
    public List<Barrier> Barriers { get; set; } = [];
    public Readers Readers { get; set; } = Readers.Network;
    public ShownAs ShownAs { get; set; } = ShownAs.Named;
    public CaseState State { get; set; } = CaseState.Published;
    public MemberId? AuthorId { get; set; }
    public List<CaseContact> Contacts { get; set; } = [];
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public int Version { get; set; }

    /// <summary>Imported without a lesson or a result: found all the same, marked, and listed for completion.</summary>
    public bool IsIncomplete => string.IsNullOrWhiteSpace(Lesson) || string.IsNullOrWhiteSpace(Result);
}

public enum CaseState { Draft, InReview, Published, Archived, Withdrawn }

/// <summary>Somebody who carried a case and may be asked about it, if they agreed to that.</summary>
public sealed class CaseContact
{
    public CaseId CaseId { get; init; }
    public MemberId MemberId { get; init; }

    /// <summary>Order as named by whoever wrote the case, 0 first.</summary>
    public int Position { get; init; }
}
