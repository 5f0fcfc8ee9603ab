namespace InnovationBot.Network.Awards.Nominations;

/// <summary>What a nomination says, as its nominator wrote it: nobody else edits it.</summary>
public sealed record NominationContent
{
    public const int MostTitle = 120;
    public const int MostText = 3000;
    public const int MostLine = 200;
    public const int MostLinks = 10;

    public string Title { get; init; } = "";

    /// <summary>The problem it met; of a challenge the problem itself.</summary>
    public string Problem { get; init; } = "";

    public string? WhatWasDone { get; init; }

    /// <summary>Running is <see cref="Network.Outcome.TooEarly"/>.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>With how it is known.</summary>
    public string? Result { get; init; }

    public UsersPart? Users { get; init; }
    public string? UsersHow { get; init; }

    /// <summary>Also what failed.</summary>
    public string? Learned { get; init; }

    /// <summary>https; files stay where they are.</summary>
    public List<string> Links { get; init; } = [];

    public bool Equals(NominationContent? other) =>
        other is not null && (Title, Problem, WhatWasDone, Outcome, Result, Users, UsersHow, Learned) == (other.Title, other.Problem, other.WhatWasDone, other.Outcome, other.Result, other.Users, other.UsersHow, other.Learned)
        && Links.SequenceEqual(other.Links);

    public override int GetHashCode() => HashCode.Combine(Title, Problem, Result);
}

/// <summary>The steps of the form, in order.</summary>
public enum NominationStep { Work, Problem, Result, Learned, People, Partners, Preview }
