namespace InnovationBot.Network.Problems.Concreteness;

/// <summary>Tells whether a text describes a problem one can act on, and which one question would help most.</summary>
public interface IConcreteness
{
    /// <summary>Answers for any text, and within seconds also where a model is asked. Not to be called while the store's write lock is held.</summary>
    ValueTask<ConcreteFinding> Assess(string text, Language language, CancellationToken stop);
}

/// <param name="IsAbstract">No event is told: a quality, a goal, an attitude or a label only.</param>
/// <param name="Elements">What the text tells.</param>
/// <param name="Question">What to ask next; none when nothing important is missing.</param>
public sealed record ConcreteFinding(bool IsAbstract, IReadOnlyList<ProblemElement> Elements, ConcreteQuestion? Question)
{
    /// <summary>An event is told, and these elements of it; the question follows from what is missing.</summary>
    public static ConcreteFinding Told(IReadOnlyList<ProblemElement> elements) => new(false, elements, NextQuestion.Missing(elements));
}

/// <summary>The questions that make a problem concrete: by what was heard, else by what is missing.</summary>
public enum ConcreteQuestion
{
    /// <summary>Culture, mindset, resistance: think of one idea that stopped.</summary>
    IdeaThatStopped,

    /// <summary>Digital transformation, AI, data: which task or form should work differently?</summary>
    TaskOrForm,

    /// <summary>Agile, faster, too long: which step takes longest?</summary>
    LongestStep,

    /// <summary>Silos, collaboration: who needed something from whom and did not get it?</summary>
    WhoNeededWhat,

    /// <summary>Citizens at the centre, inclusion, trust: which group had trouble, with what?</summary>
    WhichGroup,

    /// <summary>Bureaucracy, rules: which rule or signature?</summary>
    WhichRule,

    /// <summary>Vision, strategy, ecosystem: what would somebody at the counter notice?</summary>
    NoticedAtTheCounter,

    /// <summary>A solution instead of a problem: what would people stop having to do?</summary>
    WhatWouldStop,

    MissingWho,
    MissingHowOften,
    MissingConsequence,
    MissingTried,

    /// <summary>Anything else that is vague: the last time it happened.</summary>
    LastTime,
}
