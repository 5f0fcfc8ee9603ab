namespace InnovationBot.Network.Cases.Sharing;

/// <summary>
/// What is known of a case before its author writes a word: from a solved problem, what came of an introduction, the answer
/// to a check-in, a nomination. Each part is the author's own or was public; it fills the form, and the author goes through all of it.
/// </summary>
/// <param name="From">The entity it comes from: a second start from the same one goes on with the same draft.</param>
public sealed record CaseBeginning(Guid From)
{
    /// <summary>None: the first words of <see cref="Problem"/>.</summary>
    public string? Title { get; init; }

    public string Problem { get; init; } = "";

    /// <summary>The task or service it belongs to.</summary>
    public string? Service { get; init; }

    public string WhatWasDone { get; init; } = "";
    public Outcome? Outcome { get; init; }
    public string? Lesson { get; init; }
    public List<ResultRow> Results { get; init; } = [];
    public List<PartnerNamed> Partners { get; init; } = [];
    public string? PolicyArea { get; init; }

    /// <summary>The language the texts are in.</summary>
    public Language? Language { get; init; }

    /// <summary>The problem that was solved, when there is one.</summary>
    public ProblemId? ProblemId { get; init; }
}
