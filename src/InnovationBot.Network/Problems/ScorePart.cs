namespace InnovationBot.Network.Problems;

/// <summary>One of the parts that a suggestion's place in the answer comes from, told to whoever asks why.</summary>
/// <param name="Value">0 not at all, 1 wholly.</param>
public sealed record ScorePart(ScorePartKind Kind, double Value);

public enum ScorePartKind
{
    /// <summary>How much of the problem a case says word for word, in any language.</summary>
    Words,

    /// <summary>How much of it a case speaks of, whatever it calls it.</summary>
    Subjects,

    /// <summary>How alike the texts are as wholes.</summary>
    Meaning,

    /// <summary>How much speaks for a person: a case they carried, a topic, an offer.</summary>
    Evidence,

    Outcome,
    Level,
    Language,
    Availability,
    Freshness,

    /// <summary>How often a person was asked of late; counts against.</summary>
    Load,
}
